import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aFolder } from '../../builders.ts'
import { broadside, keys, type Ended } from '../../home.ts'

const article = 'A title\n\nOne sentence. Another sentence.\n'

async function aHome(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'piece'), { recursive: true })
  for (const [file, content] of Object.entries({ 'posts/piece/article.md': article, ...files })) {
    await mkdir(join(home, file, '..'), { recursive: true })
    await writeFile(join(home, file), content)
  }
  return home
}

/** One sentence that names the act and the fact, one line with the remedy, and no trace of the program's inside. */
function expectSentence({ exitCode, stdout, stderr }: Ended, code: number, words: string): void {
  expect(stderr).toContain(words)
  expect(exitCode).toBe(code)
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  expect(stderr).toMatch(/^Cannot .*\.\n\S.*\.?\n$/)
  expect(stderr).not.toMatch(/\n {4}at |node:internal|\.ts:\d/)
  expect(stdout).toBe('')
}

describe('bad input is told in a sentence, with exit code 2', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string | Uint8Array>>, string]>([
    ['a piece that is not there', ['draft', 'nothing'], {}, 'Cannot find the piece "nothing"'],
    ['a file that is not there', ['draft', 'no/such.md'], {}, 'Cannot draft no/such.md: there is no such file'],
    ['a folder', ['draft', 'posts/piece'], {}, 'it is a folder, not an article'],
    [
      'an empty article',
      ['draft', 'piece'],
      { 'posts/piece/article.md': ' \n' },
      'Cannot draft the article: it is empty',
    ],
    ['a binary file', ['draft', 'b.md'], { 'b.md': new Uint8Array([80, 75, 0, 1]) }, 'it is not a text'],
    ['help on nothing', ['help', 'quue'], {}, "unknown command 'quue'"],
    ['broken UTF-8', ['draft', 'b.md'], { 'b.md': new Uint8Array([65, 10, 255, 66]) }, 'line 2 is not UTF-8'],
    ['a 10 MB article', ['draft', 'b.md'], { 'b.md': 'word '.repeat(2_000_000) }, 'it has 10.0 MB'],
    [
      'an unknown setting',
      ['draft', 'piece'],
      { '.env': 'BROADSIDE_LIMITS=3\n' },
      'there is no setting BROADSIDE_LIMITS',
    ],
    ['a bad time zone', ['draft', 'piece'], { '.env': 'BROADSIDE_TIMEZONE=Mars/Base\n' }, 'there is no such time zone'],
    ['a handle without @', ['draft', 'piece'], { '.env': 'BROADSIDE_HANDLE=me\n' }, 'a handle is an @'],
    ['a limit that is none', ['draft', 'piece', '--limit', 'ten'], {}, 'Cannot draft with --limit ten'],
    ['an unknown command', ['quue'], {}, "unknown command 'quue'"],
    ['an unknown option', ['draft', 'piece', '--colour'], {}, "unknown option '--colour'"],
    ['a missing argument', ['draft'], {}, "missing required argument 'slug|file'"],
    ['a piece that is not drafted', ['queue', 'piece', '--yes'], {}, 'it has no thread.md yet'],
    [
      'a thread without a post',
      ['queue', 'piece', '--yes'],
      { 'posts/piece/thread.md': '' },
      'its thread.md holds no post',
    ],
    ['a report on nothing', ['report', 'nothing'], {}, 'Cannot report on "nothing": there is no such piece'],
    ['a card in no folder', ['card', 'Words.', '--out', 'no/such/card.png'], {}, 'there is no such folder'],
    ['a time that is none', ['queue', 'piece', '--at', 'soon', '--yes'], {}, 'Cannot read the time "soon"'],
    ['a policy that is none', ['queue', 'piece', '--late', 'never', '--yes'], {}, 'Cannot queue with --late never'],
    ['a job that is not there', ['release', 'nothing'], {}, 'Cannot find the job "nothing"'],
    ['a theme that is none', ['card', 'Words.', '--theme', 'disco'], {}, 'there is no theme "disco"'],
    ['a size that is none', ['card', 'Words.', '--size', '1x1'], {}, 'Cannot draw a card of 1x1'],
    ['a picture of no kind', ['card', 'Words.', '--out', 'card.gif'], {}, 'its name does not say what it is'],
    ['an empty quote', ['card', ' '], {}, 'Cannot draw a card: the quote is empty'],
    ['a port that is none', ['sandbox', '--port', 'many'], {}, 'Cannot listen on port many'],
    ['faults that are none', ['sandbox', '--port', '0', '--faults', 'f.json'], { 'f.json': '[{"do":"x"}]' }, 'f.json'],
    ['a home that is not there', ['--home', '/no/such/home', 'queue'], {}, 'there is no such folder'],
  ])('%s', async (_, args, files, words) => {
    const home = await aHome(files)
    const before = await readdir(join(home, 'posts'), { recursive: true })
    expectSentence(await broadside(home, args), 2, words)
    expect(await readdir(join(home, 'posts'), { recursive: true })).toEqual(before)
  })

  test('a closing that cannot fit is a problem of the draft, and cannot be queued', async () => {
    const home = await aHome({ '.env': `BROADSIDE_CALL_TO_ACTION="${'Please like. '.repeat(40)}"\n` })
    const { stdout } = await broadside(home, ['draft', 'piece', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ code: 'closing-too-heavy' }] })
    expectSentence(await broadside(home, ['queue', 'piece', '--yes', '--json']).then(asText), 2, 'closing')
  })

  test('a thread is not queued unseen: without a terminal it takes --yes', async () => {
    const home = await aHome()
    await broadside(home, ['draft', 'piece'])
    const { exitCode, stderr } = await broadside(home, ['queue', 'piece'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') as unknown })
    expect(await readdir(home)).not.toContain('data')
  })

  test('a piece that is queued is not queued twice', async () => {
    const home = await aHome()
    await broadside(home, ['draft', 'piece'])
    await broadside(home, ['queue', 'piece', '--yes', '--at', '2099-01-01T09:00Z'])
    const { exitCode, stderr } = await broadside(home, ['queue', 'piece', '--yes'])
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('queued already') as unknown,
    })
  })

  test('an error is JSON with --json', async () => {
    const { exitCode, stderr } = await broadside(await aHome(), ['draft', 'nothing', '--json'])
    expect(exitCode).toBe(2)
    expect(JSON.parse(stderr)).toEqual({
      error: {
        code: 'piece-unknown',
        message: expect.stringContaining('Cannot find the piece') as unknown,
        hint: 'There are: piece.',
      },
    })
  })
})

describe('what the world broke is told in a sentence, with exit code 1', () => {
  test('a port in use', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      server.close()
    })
    const { port } = server.address() as AddressInfo
    expectSentence(await broadside(await aHome(), ['sandbox', '--port', String(port)]), 1, `port ${port} is in use`)
  })

  test('a network that cannot be reached: nothing is published, and the job stays queued', async () => {
    const home = await aHome()
    const settings = { ...keys, X_API_URL: 'http://127.0.0.1:1', BROADSIDE_PACE: '0s' }
    await broadside(home, ['draft', 'piece'])
    await broadside(home, ['queue', 'piece', '--yes'])
    const { exitCode, stderr } = await broadside(home, ['tick', '--json'], settings)
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Cannot ask who the account is: the connection was lost (ECONNREFUSED)')
    const { stdout } = await broadside(home, ['queue', '--json'])
    expect(JSON.parse(stdout)).toMatchObject([{ state: 'queued', published: 0 }])
  })

  test('a folder that cannot be written', async () => {
    const home = await aHome({ data: 'a file stands here' })
    await broadside(home, ['draft', 'piece'])
    const { exitCode, stderr } = await broadside(home, ['queue', 'piece', '--yes', '--json'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Cannot')
    expect(stderr).toContain(join(home, 'data'))
  })

  test('a damaged store', async () => {
    const home = await aHome({ 'data/jobs/piece-abcd.json': '{"schema": 1' })
    expectSentence(await broadside(home, ['queue', '--json']).then(asText), 1, 'it is no longer valid JSON')
  })
})

/** An error in JSON as the sentence that it stands for. */
function asText({ exitCode, stdout, stderr }: Ended): Ended {
  const { error } = JSON.parse(stderr) as { error: { message: string; hint: string } }
  return { exitCode, stdout, stderr: `${error.message}.\n${error.hint}\n` }
}
