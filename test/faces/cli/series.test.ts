import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside } from '../../home.ts'

const quick = { BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms', BROADSIDE_TIMEZONE: 'Europe/Berlin' }
const sentences = (name: string): string =>
  Array.from({ length: 12 }, (_, n) => `Some ${n} words of ${name} that say a thing.`).join(' ')
const section = (name: string): string =>
  `## ${name}\n\n==A promise about ${name} is a promise that is kept.== ${sentences(name)}`
const article = `# On parts\n\nA beginning of a few words.\n\n${['One', 'Two', 'Three'].map(section).join('\n\n')}\n`

async function aHome(source = article): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'parts'), { recursive: true })
  await writeFile(join(home, 'posts', 'parts', 'article.md'), source)
  return home
}

async function json(home: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout, stderr, exitCode } = await broadside(home, [...args, '--json'], quick)
  if (exitCode !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

describe('a series', () => {
  test('is drafted into files of its own, approved at once, and published a day apart', async () => {
    const home = await aHome()
    const drafted = (await json(home, 'draft', 'parts', '--parts', 'headings')) as { parts: object[]; posts: object[] }
    expect(drafted.parts).toMatchObject([
      { n: 1, of: 3, file: 'thread-1.md' },
      { n: 2, of: 3, file: 'thread-2.md' },
      { n: 3, of: 3, file: 'thread-3.md' },
    ])
    const files = await readdir(join(home, 'posts', 'parts'))
    expect(files).toEqual(expect.arrayContaining(['card-1-1.png', 'card-2-1.png', 'thread-1.md', 'thread-3.md']))
    const rows = await json(home, 'queue', 'parts', '--yes', '--at', '2099-03-28T09:00')
    expect(rows).toMatchObject([
      { slug: 'parts', state: 'queued', at: '2099-03-28T08:00:00.000Z' },
      { slug: 'parts', state: 'queued', at: '2099-03-29T07:00:00.000Z' },
      { slug: 'parts', state: 'queued', at: '2099-03-30T07:00:00.000Z' },
    ])
    const listed = await broadside(home, ['queue'], quick)
    for (const part of ['1 of 3', '2 of 3', '3 of 3']) expect(listed.stdout).toContain(part)
    const again = await broadside(home, ['queue', 'parts', '--yes'], quick)
    expect(again).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('queued already') as unknown })
    const statuses = (await json(home, 'status')) as { posts: { text: string }[] }[]
    expect(statuses[1]?.posts[0]?.text).toMatch(/^Part 2 of 3: On parts\n\nTwo\n\nA promise/)
    expect(statuses[1]?.posts.at(-1)?.text).toContain('MARCH 2099 Copyright')
  })

  test('is what the front matter says, and one thread again when it is asked for none', async () => {
    const home = await aHome(`---\nparts: 2\n---\n\n${article}`)
    expect(await json(home, 'draft', 'parts', '--no-cards')).toMatchObject({ parts: [{ of: 2 }, { of: 2 }] })
    expect(Object.keys((await json(home, 'draft', 'parts', '--no-cards', '--parts', 'none')) as object)).not.toContain(
      'parts',
    )
    expect(await json(home, 'queue', 'parts', '--yes', '--at', '2099-03-28T09:00')).toMatchObject({ state: 'queued' })
  })

  test.each(['2', 'headings'])('made with --parts %s stays one when it is drafted again', async (parts) => {
    const home = await aHome()
    const before = (await json(home, 'draft', 'parts', '--no-cards', '--parts', parts)) as { parts: object[] }
    await writeFile(join(home, 'posts', 'parts', 'article.md'), article.replace('few words', 'few more words'))
    const after = (await json(home, 'draft', 'parts', '--no-cards')) as { parts: object[] }
    expect(after.parts).toHaveLength(before.parts.length)
    expect(await readFile(join(home, 'posts', 'parts', 'thread-1.md'), 'utf8')).toContain('few more words')
  })

  test('made of its headings is drafted --again at the same headings, however long its threads are', async () => {
    const below = (name: string): string => `### Below ${name}\n\n${sentences(name)}`
    const home = await aHome(
      `# On parts\n\n${section('One')}\n\n${section('Two')}\n\n${'abcdef'.split('').map(below).join('\n\n')}\n`,
    )
    const file = join(home, 'posts', 'parts', 'thread-1.md')
    await json(home, 'draft', 'parts', '--no-cards', '--parts', 'headings')
    await writeFile(file, (await readFile(file, 'utf8')).replace('Some 3 words', 'My words'))
    const again = (await json(home, 'draft', 'parts', '--no-cards', '--again')) as { posts: { text: string }[] }
    expect(again.posts.find(({ text }) => text.startsWith('Part 2 of 2'))?.text).toContain('\n\nTwo\n\n')
  })

  test('that is one thread again tells which files it left behind, when it is drafted and when it is queued', async () => {
    const home = await aHome()
    await json(home, 'draft', 'parts', '--no-cards', '--parts', '2')
    const told = 'thread-1.md to thread-2.md are of an earlier series and are not posted'
    const drafted = await broadside(home, ['draft', 'parts', '--no-cards', '--parts', 'none'], quick)
    expect(drafted.stderr).toContain(told)
    const queued = await broadside(home, ['queue', 'parts', '--yes', '--at', '2099-03-28T09:00'], quick)
    expect(queued).toMatchObject({ exitCode: 0, stderr: expect.stringContaining(told) as unknown })
  })

  test('never overwrites a thread that its owner edited', async () => {
    const home = await aHome()
    await json(home, 'draft', 'parts', '--no-cards', '--parts', '2')
    const file = join(home, 'posts', 'parts', 'thread-2.md')
    const edited = (await readFile(file, 'utf8')).replace('Some 3 words', 'My words')
    await writeFile(file, edited)
    await json(home, 'draft', 'parts', '--no-cards', '--parts', '3')
    expect(await readFile(file, 'utf8')).toBe(edited)
    const none = await broadside(home, ['draft', 'parts', '--no-cards', '--parts', 'none'], quick)
    expect(none.stderr).toContain('--parts would lose your edits and was not followed')
    expect(await readFile(file, 'utf8')).toBe(edited)
  })
})

describe('draft --again', () => {
  test('keeps the owner’s edit, takes over what changed in the article, and tells how the two differ', async () => {
    const home = await aHome()
    await json(home, 'draft', 'parts', '--no-cards')
    const file = join(home, 'posts', 'parts', 'thread.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('A promise about Two', 'My promise about Two'))
    const source = join(home, 'posts', 'parts', 'article.md')
    await writeFile(source, article.replace('A beginning of a few words.', 'Another beginning, of more words.'))
    const shown = await broadside(home, ['draft', 'parts', '--no-cards'], quick)
    expect(shown.stdout).toMatch(/thread\.md, post \d+ no longer says what the article says/)
    expect(shown.stdout).toContain('{+My+}')
    expect(shown.stderr).toContain('The article was changed after thread.md was drafted')
    const again = (await json(home, 'draft', 'parts', '--no-cards', '--again')) as { posts: { text: string }[] }
    expect(again.posts[0]?.text).toMatch(/^On parts\n\nAnother beginning/)
    expect(again.posts.filter(({ text }) => text.includes('My promise about Two'))).toHaveLength(1)
    const written = await readFile(file, 'utf8')
    await json(home, 'draft', 'parts', '--no-cards', '--again')
    expect(await readFile(file, 'utf8')).toBe(written)
  })

  test('tells a post that an edit made too heavy by how much, and queue refuses it', async () => {
    const home = await aHome()
    await json(home, 'draft', 'parts', '--no-cards')
    const file = join(home, 'posts', 'parts', 'thread.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('A promise', `A ${'very '.repeat(60)}promise`))
    const shown = await broadside(home, ['draft', 'parts', '--no-cards'], quick)
    expect(shown.stderr).toMatch(/Take \d+ or more off it/)
    expect(await broadside(home, ['queue', 'parts', '--yes'], quick)).toMatchObject({ exitCode: 2 })
  })
})

test('a link by accident is shown with its price and its mend, and does not refuse approval', async () => {
  const home = await aHome('# On ends\n\nThis is the end.It was good, and it was all there is to say about it.\n')
  const shown = await broadside(home, ['draft', 'parts', '--no-cards'], quick)
  expect(shown.stderr).toContain('Put a space after the stop')
  const queued = await broadside(home, ['queue', 'parts', '--yes', '--at', '2099-03-28T09:00'], quick)
  expect(queued).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('$0.20') as unknown })
})

test('a mark that is never closed refuses approval, with its line', async () => {
  const home = await aHome('# On marks\n\nSome words {keep}that never end.\n')
  await broadside(home, ['draft', 'parts', '--no-cards'], quick)
  const queued = await broadside(home, ['queue', 'parts', '--yes'], quick)
  expect(queued).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('line 3: {keep}') as unknown })
})
