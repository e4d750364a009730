import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'
import { png } from '../../tasks/scene.ts'

const quick = { BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms' }
const words = Array.from({ length: 6 }, (_, n) => `Some ${n} words that say a thing and then say another thing.`).join(
  ' ',
)
const article = `# On maps\n\n${words}\n\n![A map of the river](map.png)\n\n==The river turns twice.== ${words}\n`

async function aHome(
  source = article,
  files: Readonly<Record<string, Uint8Array>> = { 'map.png': png },
): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'maps'), { recursive: true })
  for (const [file, content] of Object.entries({ 'article.md': source, ...files }))
    await writeFile(join(home, 'posts', 'maps', file), content)
  return home
}

const path = (home: string, file: string): string => join(home, 'posts', 'maps', file)

async function json(home: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout, stderr, exitCode } = await broadside(home, [...args, '--json'], quick)
  if (exitCode !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

interface Shown {
  readonly posts: readonly { readonly images: readonly object[]; readonly card: { readonly path: string } | null }[]
  readonly problems: readonly { readonly code: string }[]
}

describe('an image of the article', () => {
  test('goes with the post that follows it, is shown, approved, published and verified', async () => {
    const home = await aHome()
    const { posts, problems } = (await json(home, 'draft', 'maps', '--no-cards')) as Shown
    expect(problems).toEqual([])
    expect(posts.flatMap(({ images }) => images)).toEqual([{ path: 'map.png', alt: 'A map of the river' }])
    await broadside(home, ['preview', 'maps'], quick)
    expect(await readFile(path(home, 'preview.html'), 'utf8')).toContain('alt="A map of the river"')
    await json(home, 'queue', 'maps', '--yes')
    await rm(path(home, 'map.png'))
    const [job] = (await json(home, 'tick')) as { id: string; state: string }[]
    expect(job?.state).toBe('posted')
    expect(await json(home, 'verify', job?.id ?? '')).toMatchObject({ same: true })
  })

  test.each([
    ['is not there', article, {}, 'its image map.png is not there'],
    ['is no picture', article, { 'map.png': Buffer.from('GIF89a') }, 'map.png is no picture that X takes'],
    [
      'is too large',
      article,
      { 'map.png': Buffer.concat([png, Buffer.alloc(6_000_000)]) },
      'X takes pictures of at most 5.2 MB',
    ],
    [
      'lies on the web',
      article.replace('map.png', 'https://example.org/a/map.png'),
      {},
      'Save it in the piece’s folder in posts/ as map.png',
    ],
    ['has no words', article.replace('A map of the river', ''), { 'map.png': png }, 'article.md, line 5 does not say'],
  ])('that %s is told of, and not queued', async (_, source, files, told) => {
    const home = await aHome(source, files)
    const shown = await broadside(home, ['draft', 'maps', '--no-cards'], quick)
    expect(shown).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(told) as unknown })
    expect(shown.stderr).toContain('It cannot be queued yet')
    expect(await broadside(home, ['queue', 'maps', '--yes'], quick)).toMatchObject({ exitCode: 2 })
  })
})

describe('a card', () => {
  test('whose quote the owner changed is refused, and drawn anew by --again, the others left as they are', async () => {
    const home = await aHome()
    const { posts } = (await json(home, 'draft', 'maps', '--cards', '1')) as Shown
    const card = posts.find((post) => post.card !== null)?.card?.path ?? ''
    const before = await readFile(path(home, card))
    const thread = await readFile(path(home, 'thread.md'), 'utf8')
    await writeFile(
      path(home, 'thread.md'),
      thread.replace('"The river turns twice."', '"Some 2 words that say a thing"'),
    )
    const refused = await broadside(home, ['queue', 'maps', '--yes'], quick)
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('shows other words') as unknown })
    const again = (await json(home, 'draft', 'maps', '--again')) as Shown
    // The quote that is marked in the article has a card again, on the post with the map.
    expect(again.problems).toMatchObject([{ code: 'card-beside-image', image: 'map.png' }])
    expect((await readFile(path(home, card))).equals(before)).toBe(false)
    expect(await readFile(path(home, 'thread.md'), 'utf8')).toContain('Quote card: “Some 2 words that say a thing”')
    await json(home, 'draft', 'maps', '--again')
  })
})

test('what was taken out of the thread stays out when the article is edited and drafted again, and is told', async () => {
  const home = await aHome(`${article}\n${words.replaceAll('Some', 'More')}\n\n${words.replaceAll('Some', 'Last')}\n`)
  await json(home, 'draft', 'maps', '--no-cards')
  const thread = await readFile(path(home, 'thread.md'), 'utf8')
  const shorter = thread.replace(/!\[A map[^\n]*\n/, '').replace(/## 3\n[\s\S]*?(?=## 4\n)/, '')
  await writeFile(path(home, 'thread.md'), shorter)
  const source = await readFile(path(home, 'article.md'), 'utf8')
  const edited = source.replace('Last 0', 'Last and least 0').replace('On maps', 'On maps\n\n![A sketch](sketch.png)')
  await writeFile(path(home, 'article.md'), edited)
  await writeFile(path(home, 'sketch.png'), png)
  const { posts, problems } = (await json(home, 'draft', 'maps', '--again', '--no-cards')) as Shown
  expect(posts.flatMap(({ images }) => images)).toEqual([{ path: 'sketch.png', alt: 'A sketch' }])
  const third = thread.slice(thread.indexOf('## 3\n')).split('\n')[3]
  expect(problems).toMatchObject([
    { code: 'images-out', images: ['map.png'] },
    { code: 'words-unsaid', words: third },
  ])
  expect(await readFile(path(home, 'thread.md'), 'utf8')).toContain('Last and least')
})

test('what was taken out of the thread is told, with the closing', async () => {
  const home = await aHome()
  await json(home, 'draft', 'maps', '--no-cards')
  const thread = await readFile(path(home, 'thread.md'), 'utf8')
  await writeFile(
    path(home, 'thread.md'),
    thread.replace(/## 2\n[\s\S]*?(?=## 3\n)/, '').replace(/\n## closing[\s\S]*/, '\n'),
  )
  const { stderr } = await broadside(home, ['draft', 'maps', '--no-cards'], quick)
  expect(stderr).toContain('The article says more than thread.md')
  expect(stderr).toContain('The closing was taken out of thread.md')
  expect(await broadside(home, ['queue', 'maps', '--yes'], quick)).toMatchObject({
    exitCode: 0,
    stderr: expect.stringContaining('The article says more than thread.md') as unknown,
  })
})

test.each(['BROADSIDE_NOTICE', 'BROADSIDE_CALL_TO_ACTION'])(
  '%s with an unknown word in brackets is refused',
  async (name) => {
    const { exitCode, stderr } = await broadside(await aHome(), ['draft', 'maps'], { [name]: 'See {hnadle}' })
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('{handle}, {month}') as unknown,
    })
  },
)
