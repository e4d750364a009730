import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'

const quick = { BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms' }
const words = (of: string): string =>
  Array.from({ length: 5 }, (_, n) => `Some ${n} words on ${of} that say a thing and then another.`).join(' ')
const article = `---
code: card
---

# On code

${words('shells')}

\`\`\`sh
npm ci
npm test
\`\`\`

${words('scripts')}

\`\`\`ts
const a = [1, 2].map((n) => n * 2)
\`\`\`

${words('ends')}
`

async function aHome(source = article): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'code'), { recursive: true })
  await writeFile(path(home, 'article.md'), source)
  return home
}

const path = (home: string, file: string): string => join(home, 'posts', 'code', file)
const read = (home: string, file: string): Promise<string> => readFile(path(home, file), 'utf8')

async function change(home: string, file: string, from: string, to: string): Promise<void> {
  await writeFile(path(home, file), (await read(home, file)).replace(from, to))
}

async function json<T>(home: string, ...args: readonly string[]): Promise<T> {
  const { stdout, stderr, exitCode } = await broadside(home, [...args, '--json'], quick)
  if (exitCode !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as T
}

interface Shown {
  readonly posts: readonly { readonly text: string; readonly images: readonly { path: string; alt: string }[] }[]
  readonly problems: readonly { readonly code: string }[]
}

const draft = (home: string, ...more: readonly string[]): Promise<Shown> =>
  json(home, 'draft', 'code', '--no-cards', ...more)
const imagesOf = ({ posts }: Shown) => posts.flatMap(({ images }) => images)

describe('a card of code', () => {
  test('stands on the post above it, is shown, approved, published and verified', async () => {
    const home = await aHome()
    const shown = await draft(home)
    expect(shown.problems).toEqual([])
    expect(imagesOf(shown)).toEqual([
      { path: 'code-1.png', alt: 'npm ci\nnpm test' },
      { path: 'code-2.png', alt: 'const a = [1, 2].map((n) => n * 2)' },
    ])
    expect(shown.posts.find(({ images }) => images[0]?.path === 'code-1.png')?.text).toContain('4 words on shells')
    await broadside(home, ['preview', 'code'], quick)
    expect(await read(home, 'preview.html')).toContain('alt="npm ci\nnpm test"')
    await json(home, 'queue', 'code', '--yes')
    await rm(path(home, 'code-1.png'))
    const [job] = await json<{ id: string; state: string }[]>(home, 'tick')
    expect(job?.state).toBe('posted')
    expect(await json(home, 'verify', job?.id ?? '')).toMatchObject({ same: true })
  })

  test('is counted as what it is, and its language is not told as left out', async () => {
    const home = await aHome()
    const { stdout } = await broadside(home, ['draft', 'code', '--no-cards'], quick)
    expect(stdout).toMatch(/\d posts, 0 cards, 2 cards of code, \$/)
    expect(stdout).not.toContain('left out')
  })

  test('is not written again while its code is the same', async () => {
    const home = await aHome()
    await draft(home)
    const { mtimeMs } = await stat(path(home, 'code-1.png'))
    await change(home, 'article.md', 'n * 2', 'n * 3')
    await draft(home)
    expect((await stat(path(home, 'code-1.png'))).mtimeMs).toBe(mtimeMs)
  })

  test('is drawn again, in its place, when its code changes below an edited thread; the others stay', async () => {
    const home = await aHome()
    await draft(home)
    await change(home, 'thread.md', '![npm ci\\nnpm test]', '![How to test it]')
    await change(home, 'thread.md', 'Some 4 words on scripts', 'My words on scripts')
    const [first, second] = [await readFile(path(home, 'code-1.png')), await readFile(path(home, 'code-2.png'))]
    await change(home, 'article.md', 'n * 2', 'n * 3')
    const shown = await draft(home, '--again')
    expect(imagesOf(shown)).toEqual([
      { path: 'code-1.png', alt: 'How to test it' },
      { path: 'code-2.png', alt: 'const a = [1, 2].map((n) => n * 3)' },
    ])
    expect(shown.posts.find(({ images }) => images[0]?.path === 'code-2.png')?.text).toContain('My words on scripts')
    expect(await readFile(path(home, 'code-1.png'))).toEqual(first)
    expect(await readFile(path(home, 'code-2.png'))).not.toEqual(second)
  })

  test('comes back under its name when its file is gone', async () => {
    const home = await aHome()
    await draft(home)
    const before = await readFile(path(home, 'code-2.png'))
    await change(home, 'thread.md', 'Some 4 words on scripts', 'My words on scripts')
    await rm(path(home, 'code-2.png'))
    await draft(home, '--again')
    expect(await readFile(path(home, 'code-2.png'))).toEqual(before)
  })

  test('goes from the thread with its code', async () => {
    const home = await aHome()
    await draft(home)
    await change(home, 'thread.md', 'Some 4 words on scripts', 'My words on scripts')
    await change(home, 'article.md', '```sh\nnpm ci\nnpm test\n```\n', '')
    expect(imagesOf(await draft(home, '--again'))).toEqual([
      { path: 'code-2.png', alt: 'const a = [1, 2].map((n) => n * 2)' },
    ])
  })

  test('that its owner took out of the thread is told, and stays out', async () => {
    const home = await aHome()
    await draft(home)
    await change(home, 'thread.md', '![npm ci\\nnpm test](code-1.png)', '')
    const { problems } = await draft(home)
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'words-unsaid', file: 'thread.md', words: 'npm ci · npm test' }),
    )
    expect(imagesOf(await draft(home, '--again')).map(({ path: file }) => file)).toEqual(['code-2.png'])
    expect((await broadside(home, ['queue', 'code', '--yes'], quick)).exitCode).toBe(0)
  })

  test('that cannot be drawn keeps the thread from being queued', async () => {
    const home = await aHome(article.replace('npm test', 'echo λ'))
    expect((await draft(home)).problems).toContainEqual({ code: 'code-sign', line: 9, sign: 'λ' })
    const queued = await broadside(home, ['queue', 'code', '--yes'], quick)
    expect(queued.exitCode).toBe(2)
    expect(queued.stderr).toContain('the code on line')
  })

  test('that cannot be drawn keeps the thread from being queued however its owner edits it, until it is mended', async () => {
    const home = await aHome(article.replace('npm test', 'echo λ'))
    await draft(home)
    await change(home, 'thread.md', 'Some 4 words on scripts', 'My words on scripts')
    const undrawn = { code: 'code-undrawn', file: 'thread.md', line: 9 }
    expect((await draft(home)).problems).toContainEqual(undrawn)
    expect((await draft(home, '--again')).problems).toContainEqual(undrawn)
    expect((await broadside(home, ['queue', 'code', '--yes'], quick)).exitCode).toBe(2)
    await change(home, 'article.md', 'echo λ', 'echo l')
    const mended = await draft(home, '--again')
    expect(mended.problems).toEqual([])
    expect(imagesOf(mended).map(({ alt }) => alt)).toEqual(['npm ci\necho l', 'const a = [1, 2].map((n) => n * 2)'])
    expect((await broadside(home, ['queue', 'code', '--yes'], quick)).exitCode).toBe(0)
  })

  test('that its owner took out stays out when the article is edited elsewhere', async () => {
    const home = await aHome()
    await draft(home)
    await change(home, 'thread.md', '![npm ci\\nnpm test](code-1.png)', '')
    await change(home, 'article.md', 'Some 2 words on ends', 'Some other words on ends')
    const again = await draft(home, '--again')
    expect(imagesOf(again).map(({ path: file }) => file)).toEqual(['code-2.png'])
    expect(again.problems).toContainEqual(expect.objectContaining({ code: 'words-unsaid', words: 'npm ci · npm test' }))
  })

  test('stands on the only post of a short article, by the setting alone', async () => {
    const home = await aHome('Some words on shells.\n\n```sh\nnpm ci\n```\n')
    const settings = { ...quick, BROADSIDE_CODE: 'card', BROADSIDE_CALL_TO_ACTION: '', BROADSIDE_NOTICE: '' }
    const { stdout } = await broadside(home, ['draft', 'code', '--no-cards', '--json'], settings)
    const { posts, problems } = JSON.parse(stdout) as Shown
    expect(posts.map(({ text }) => text)).toEqual(['Some words on shells.'])
    expect(posts[0]?.images).toEqual([{ path: 'code-1.png', alt: 'npm ci' }])
    expect(problems).toEqual([])
    const { exitCode } = await broadside(home, ['queue', 'code', '--yes'], settings)
    expect(exitCode).toBe(0)
  })
})
