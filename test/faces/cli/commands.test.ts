import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'

const sample = fileURLToPath(new URL('../../../posts/fair-use/article.md', import.meta.url))
const quick = { BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms', BROADSIDE_HANDLE: '@thebroadside' }

async function aHome(): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'fair-use'), { recursive: true })
  await cp(sample, join(home, 'posts', 'fair-use', 'article.md'))
  return home
}

async function json(home: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout, stderr, exitCode } = await broadside(home, [...args, '--json'], quick)
  if (exitCode !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const row = {
  id: expect.stringMatching(/^fair-use-[a-z0-9]{4}$/) as unknown,
  slug: 'fair-use',
  at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
}

describe('the whole way, command by command', () => {
  test('an article is drafted, queued, published, measured and reported on', async () => {
    const home = await aHome()
    const drafted = (await json(home, 'draft', 'fair-use')) as { posts: { text: string; card: unknown }[] }
    const total = drafted.posts.length
    expect(await json(home, 'queue', 'fair-use', '--yes')).toEqual({
      ...row,
      state: 'queued',
      posts: total,
      published: 0,
      why: null,
    })
    expect(await json(home, 'tick')).toEqual([{ ...row, state: 'posted', posts: total, published: total, why: null }])
    expect(await json(home, 'queue')).toEqual([{ ...row, state: 'posted', posts: total, published: total, why: null }])
    const [status] = (await json(home, 'status')) as {
      posts: { n: number; text: string; state: string; url: string }[]
    }[]
    expect(status?.posts.map(({ text }) => text)).toEqual(drafted.posts.map(({ text }) => text))
    expect(new Set(status?.posts.map(({ state }) => state))).toEqual(new Set(['live']))
    expect(status?.posts[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:4108\/#\d+$/)
    expect(((await json(home, 'measure')) as unknown[]).length).toBe(total)
    const [report] = (await json(home, 'report')) as { posts: object[]; cost: number }[]
    expect(report).toMatchObject({
      id: row.id,
      slug: 'fair-use',
      publishedAt: row.at,
      totals: { impressions: 0, likes: 0, reposts: 0, replies: 0, quotes: 0, bookmarks: 0 },
    })
    expect(report?.posts.length).toBe(total)
    expect(await json(home, 'tick')).toEqual([])
  })

  test('draft --json keeps to its contract', async () => {
    const home = await aHome()
    const drafted = (await json(home, 'draft', 'fair-use')) as Record<string, unknown> & {
      posts: Record<string, unknown>[]
    }
    expect(Object.keys(drafted)).toEqual(['slug', 'posts', 'dropped', 'price', 'problems'])
    const keys = ['n', 'total', 'text', 'weight', 'source', 'break', 'card', 'images', 'links', 'price']
    for (const post of drafted.posts) expect(Object.keys(post)).toEqual(keys)
    expect(drafted.posts.at(-1)).toMatchObject({ source: null, break: null })
    expect(drafted.posts.find(({ card }) => card !== null)?.['card']).toEqual({
      path: expect.stringMatching(/^card-\d\.png$/) as unknown,
      alt: expect.stringMatching(/^Quote card: “/) as unknown,
      quote: expect.any(String) as unknown,
    })
    expect(drafted['problems']).toEqual([])
  })

  test('a second draft of an unchanged article writes nothing', async () => {
    const home = await aHome()
    const folder = join(home, 'posts', 'fair-use')
    await json(home, 'draft', 'fair-use')
    const times = async () =>
      Promise.all((await readdir(folder)).map(async (file) => [file, (await stat(join(folder, file))).mtimeMs]))
    const before = await times()
    const { stderr } = await broadside(home, ['draft', 'fair-use'], quick)
    expect(await times()).toEqual(before)
    expect(stderr).toContain('thread.md says so already')
  })

  test('a thread that its owner edited is sent as edited, and not drafted over', async () => {
    const home = await aHome()
    await json(home, 'draft', 'fair-use')
    const file = join(home, 'posts', 'fair-use', 'thread.md')
    const edited = (await readFile(file, 'utf8')).replace('That is a pity', 'Which is a great pity')
    await writeFile(file, edited)
    const drafted = (await json(home, 'draft', 'fair-use')) as { posts: { text: string; source: unknown }[] }
    expect(await readFile(file, 'utf8')).toBe(edited)
    const post = drafted.posts.find(({ text }) => text.startsWith('Which is a great pity'))
    expect(post?.source).toBeNull()
    await json(home, 'queue', 'fair-use', '--yes')
    await json(home, 'tick')
    const [status] = (await json(home, 'status')) as { posts: { text: string }[] }[]
    expect(status?.posts.map(({ text }) => text)).toContain(post?.text)
  })

  test('what was approved is what is sent, whatever is edited later', async () => {
    const home = await aHome()
    const { posts } = (await json(home, 'draft', 'fair-use')) as { posts: { text: string }[] }
    await json(home, 'queue', 'fair-use', '--yes')
    const file = join(home, 'posts', 'fair-use', 'thread.md')
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('fair', 'unfair'))
    await writeFile(join(home, 'posts', 'fair-use', 'card-1.png'), 'no picture')
    await json(home, 'tick')
    const [status] = (await json(home, 'status')) as { posts: { text: string }[] }[]
    expect(status?.posts.map(({ text }) => text)).toEqual(posts.map(({ text }) => text))
  })

  test('a job for later waits; hold, release and cancel steer it', async () => {
    const home = await aHome()
    await json(home, 'draft', 'fair-use')
    const { id, at } = (await json(home, 'queue', 'fair-use', '--yes', '--at', '2099-12-01T09:00Z')) as Record<
      string,
      string
    >
    expect(at).toBe('2099-12-01T09:00:00.000Z')
    expect(await json(home, 'tick')).toEqual([])
    expect(await json(home, 'hold', id ?? '')).toMatchObject({
      state: 'held',
      why: expect.stringContaining('release') as unknown,
    })
    expect(await json(home, 'release', id ?? '')).toMatchObject({ state: 'queued', at })
    expect(await json(home, 'cancel', id ?? '')).toMatchObject({ state: 'cancelled' })
    const again = await broadside(home, ['release', id ?? ''], quick)
    expect(again).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('it is cancelled') as unknown })
  })

  test('the closing bears the month of publication, not of drafting', async () => {
    const home = await aHome()
    await json(home, 'draft', 'fair-use')
    await json(home, 'queue', 'fair-use', '--yes', '--at', '2099-05-31T23:00Z')
    const [status] = (await json(home, 'status')) as { posts: { text: string }[] }[]
    expect(status?.posts.at(-1)?.text).toContain('@thebroadside MAY 2099 Copyright Disclaimer')
  })

  test('preview, report and card write what they say', async () => {
    const home = await aHome()
    await json(home, 'draft', 'fair-use')
    await broadside(home, ['preview', 'fair-use'], quick)
    expect(await readFile(join(home, 'posts', 'fair-use', 'preview.html'), 'utf8')).toMatch(/^<!doctype html>/)
    await broadside(home, ['report', '--html', 'report.html'], quick)
    expect(await readFile(join(home, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/)
    const drawn = await broadside(home, [
      'card',
      'Fair use is decided case by case.',
      '--out',
      'one.svg',
      '--theme',
      'poster',
    ])
    expect(drawn).toMatchObject({ exitCode: 0, stdout: `${join(home, 'one.svg')}\n` })
    expect(await readFile(join(home, 'one.svg'), 'utf8')).toMatch(/^<svg/)
  })

  test('report --csv has a row for each post', async () => {
    const home = await aHome()
    const { posts } = (await json(home, 'draft', 'fair-use')) as { posts: object[] }
    await json(home, 'queue', 'fair-use', '--yes')
    await json(home, 'tick')
    const { stdout } = await broadside(home, ['report', '--csv'], quick)
    expect(stdout.match(/^fair-use,/gm)?.length).toBe(posts.length)
  })

  test('doctor finds a new home well, and says that the sandbox stands in', async () => {
    const home = await aHome()
    const findings = (await json(home, 'doctor')) as { check: string; state: string; fact: string }[]
    expect(findings.filter(({ state }) => state === 'fail')).toEqual([])
    expect(findings.find(({ check }) => check === 'keys')?.fact).toContain('the sandbox stands in')
  })
})
