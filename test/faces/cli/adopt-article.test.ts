import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'
import { png } from '../../tasks/scene.ts'

const other = Buffer.concat([png, Buffer.from('another')])
const article =
  '# On maps\n\nSome words of it.\n\n![A map](map.png)\n\nMore words.\n\n![A river](rivers/a%20river.png)\n\n![Mine](../secret.png)\n'

async function aHome(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const home = await aFolder()
  const all = { 'src/pic.md': article, 'src/map.png': png, 'src/rivers/a river.png': png, 'secret.png': png, ...files }
  for (const [file, content] of Object.entries(all)) {
    await mkdir(dirname(join(home, file)), { recursive: true })
    await writeFile(join(home, file), content)
  }
  return home
}

const draft = (home: string, ...args: readonly string[]) => broadside(home, ['draft', ...args, '--no-cards'])
const read = (home: string, file: string) => readFile(join(home, 'posts', 'pic', file))

describe('drafting a file that lies elsewhere', () => {
  test('takes its pictures along, those in folders below it too, and none from outside', async () => {
    const home = await aHome()
    const { stderr } = await draft(home, 'src/pic.md')
    expect(await read(home, 'map.png')).toEqual(png)
    expect(await read(home, 'rivers/a river.png')).toEqual(png)
    expect((await readdir(join(home, 'posts'), { recursive: true })).join()).not.toContain('secret')
    expect(stderr).not.toContain('is not there')
    expect(stderr).toContain('../secret.png lies outside the folder of the piece')
  })

  test('says where a picture that is nowhere is to be put', async () => {
    const home = await aHome({ 'src/pic.md': `${article}\n![Gone](gone.png)\n` })
    expect((await draft(home, 'src/pic.md')).stderr).toMatch(
      /Put it into posts\/pic\/[\s\S]*mend what is said above, in posts\/pic\/article\.md/,
    )
  })

  test('leaves another picture of that name as it is, and names both', async () => {
    const home = await aHome({ 'posts/pic/map.png': other })
    const { stderr } = await draft(home, 'src/pic.md')
    expect(stderr).toContain('posts/pic/map.png is another picture than src/map.png, and is the one that is posted')
    expect(await read(home, 'map.png')).toEqual(other)
  })
})

test('a file without words is refused, and leaves no piece', async () => {
  const home = await aHome({ 'src/pic.md': '---\ntitle: Nothing below\n---\n' })
  expect(await draft(home, 'src/pic.md')).toMatchObject({ exitCode: 2 })
  await expect(readdir(join(home, 'posts', 'pic'))).rejects.toThrow('ENOENT')
})

describe('drafting a file that was changed since it was taken', () => {
  test('says which is the one that is posted, and --replace takes it and keeps what stood there', async () => {
    const home = await aHome()
    await draft(home, 'src/pic.md')
    await writeFile(join(home, 'src/pic.md'), article.replace('Some words', 'Some better words'))
    const refused = await draft(home, 'src/pic.md')
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused.stderr).toContain('is the one that is posted')
    expect(refused.stderr).toContain('broadside draft src/pic.md --replace')
    const taken = await draft(home, 'src/pic.md', '--replace')
    expect(taken.stderr).toContain('what stood there is kept as article-before.md')
    expect(taken.stdout).toContain('Some better words')
    expect(String(await read(home, 'article-before.md'))).toBe(article)
    expect((await draft(home, 'src/pic.md')).exitCode).toBe(0)
  })
})
