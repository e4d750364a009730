import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'
import { png } from '../../tasks/scene.ts'

const words = (name: string): string =>
  Array.from({ length: 9 }, (_, n) => `Some ${n} words of ${name} that say a thing.`).join(' ')
const article = `# On kites\n\n${words('kites')} ==It is the biggest of all kites.== ${words('winds')}\n`

async function aHome(source = article): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'kites'), { recursive: true })
  await writeFile(path(home, 'article.md'), source)
  return home
}

const path = (home: string, file: string): string => join(home, 'posts', 'kites', file)
const run = (home: string, ...args: readonly string[]) => broadside(home, args, { BROADSIDE_HANDLE: '@ann' })

async function edit(home: string, file: string, change: (text: string) => string): Promise<void> {
  await writeFile(path(home, file), change(await readFile(path(home, file), 'utf8')))
}

async function expectTold(home: string, told: string): Promise<void> {
  expect((await run(home, 'draft', 'kites', '--no-cards')).stderr).toContain(told)
  const queued = await run(home, 'queue', 'kites', '--yes', '--at', '2099-03-28T09:00')
  expect(queued).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(told) as unknown })
}

describe('before it is approved, an owner is told', () => {
  test('of a card that quotes what its post no longer says', async () => {
    const home = await aHome()
    await run(home, 'draft', 'kites', '--cards', '1')
    await edit(home, 'thread.md', (text) => text.replace(/biggest of all kites\.(?!”|")/, 'largest of all kites.'))
    await expectTold(home, 'card-1.png quotes words that no post says any more: "It is the biggest of all kites."')
  })

  test('whom X would notify, but not of the own name', async () => {
    const home = await aHome('# On names\n\nWords of @elonmusk and @ann.\n')
    await run(home, 'draft', 'kites', '--no-cards')
    await expectTold(home, 'X will notify @elonmusk')
    expect((await run(home, 'draft', 'kites', '--no-cards')).stderr).not.toContain('@ann')
  })

  test('which words the thread lacks since the article was changed', async () => {
    const home = await aHome()
    await run(home, 'draft', 'kites', '--no-cards')
    await edit(home, 'article.md', (text) => text.replace('Some 3 words of winds', 'Some 3 windy words of winds'))
    const queued = await run(home, 'queue', 'kites', '--yes', '--at', '2099-03-28T09:00')
    expect(queued.stderr).toContain('The article says more than thread.md: "windy"')
    expect(queued.stderr).toContain('--again')
  })
})

test('a card that an owner wrote into thread.md without a description is given one when it is drawn, and later', async () => {
  const home = await aHome()
  await run(home, 'draft', 'kites', '--no-cards')
  await edit(home, 'thread.md', (text) =>
    text.replace('\n## 2\n', '\n![](card-5.png "Some 0 words of kites")\n\n## 2\n'),
  )
  await run(home, 'draft', 'kites', '--again')
  const written = await readFile(path(home, 'thread.md'), 'utf8')
  expect(written).toMatch(/!\[Quote card: “Some 0 words of kites”.*\]\(card-5\.png "Some 0 words of kites"\)/)
  await edit(home, 'thread.md', (text) => text.replace(/!\[Quote card: .*?\]\(card-5/, '![](card-5'))
  await run(home, 'draft', 'kites', '--again')
  expect(await readFile(path(home, 'thread.md'), 'utf8')).toBe(written)
})

test('preview tells of a picture that is not there among the things to mend', async () => {
  const home = await aHome(`${article}\n![A kite](kite.png)\n`)
  await writeFile(path(home, 'kite.png'), png)
  await run(home, 'draft', 'kites', '--no-cards')
  await rm(path(home, 'kite.png'))
  await run(home, 'preview', 'kites')
  expect(await readFile(path(home, 'preview.html'), 'utf8')).toContain('Put it into posts/kites/')
})
