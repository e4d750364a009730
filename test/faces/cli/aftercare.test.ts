import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStore, type DiskStore } from '../../../src/edges/disk/store.ts'
import { openX } from '../../../src/edges/x.ts'
import type { Fault } from '../../../src/sandbox/faults.ts'
import { startSandbox, type RunningSandbox } from '../../../src/sandbox/server.ts'
import { aFolder, aJob } from '../../builders.ts'
import { broadside, keys, type Ended } from '../../home.ts'

const id = 'fair-use-k3f9'
const credentials = { appKey: 'a-key', appSecret: 'a-secret', accessToken: 'a-token', accessSecret: 'another' }

interface Home {
  readonly sandbox: RunningSandbox
  readonly store: DiskStore
  /** Runs a command in this home, against its sandbox. */
  run(...args: readonly string[]): Promise<Ended>
  /** The same with --json: what it printed. */
  json(...args: readonly string[]): Promise<unknown>
  readonly home: string
  readonly settings: Readonly<Record<string, string>>
}

/** A home with one job of three posts that is due. */
async function aHome(...faults: readonly Fault[]): Promise<Home> {
  const home = await aFolder()
  const sandbox = await startSandbox({ statePath: null, faults })
  onTestFinished(() => sandbox.close())
  const store = openStore(join(home, 'data'), { storeId: 'a-store', now: () => new Date() })
  await store.add({ ...aJob({ posts: 3 }), at: new Date().toISOString() })
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms' }
  const run = (...args: readonly string[]) => broadside(home, args, settings)
  const json = async (...args: readonly string[]) => JSON.parse((await run(...args, '--json')).stdout) as unknown
  return { home, sandbox, store, run, json, settings }
}

/** The post that its owner makes by hand. */
async function byHand({ sandbox }: Home, text: string): Promise<string> {
  const network = openX({ name: 'sandbox', credentials, apiUrl: sandbox.url })
  const replyTo = sandbox.posts().at(-1)?.id ?? null
  const answer = await network.publish({ text, replyTo, mediaIds: [] })
  if (answer.kind !== 'applied') throw new Error(answer.kind)
  return answer.id
}

describe('a thread that X stopped half-way', () => {
  test('is adopted, released, verified and taken back, command by command', async () => {
    const home = await aHome({ on: 'create', nth: 2, do: 'reply-rule' })
    expect(await home.json('tick')).toMatchObject([
      { id, state: 'held', published: 1, why: expect.any(String) as unknown },
    ])
    const [held] = (await home.json('status', id)) as { posts: object[]; why: string }[]
    expect(held?.posts).toMatchObject([{ state: 'live' }, { state: 'waiting' }, { state: 'waiting' }])
    expect(held?.why).toContain(`"broadside release ${id}"`)

    const second = await byHand(home, 'Post number 2.')
    const url = `${home.sandbox.url}/#${second}`
    expect(await home.json('adopt', id, '2', url)).toMatchObject({ id, state: 'held', published: 2 })
    expect(await home.json('release', id)).toMatchObject({ state: 'queued' })
    expect(await home.json('tick')).toMatchObject([{ state: 'posted', published: 3 }])
    expect(home.sandbox.posts().map(({ text }) => text)).toEqual(['Post number 1.', 'Post number 2.', 'Post number 3.'])
    expect(await home.json('verify', id)).toMatchObject({
      id,
      same: true,
      posts: [{ n: 1, state: 'same' }, {}, { url: expect.any(String) as unknown }],
    })
    expect((await home.run('verify', id)).stdout).toContain('Every post is live as you approved it.')

    const taken = await home.run('retract', id, '--yes')
    expect(taken).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('retracted  0 of 3 posts live') as unknown,
    })
    expect(home.sandbox.posts()).toEqual([])
    const [gone] = (await home.json('status')) as { state: string; posts: object[] }[]
    expect(gone).toMatchObject({ state: 'retracted', published: 0, posts: [{ state: 'removed', url: null }, {}, {}] })
    expect(await home.json('queue')).toMatchObject([{ id, state: 'retracted', published: 0 }])
    expect(await home.run('verify', id)).toMatchObject({ exitCode: 1 })
    expect(await home.json('tick')).toEqual([])
  })

  test.each([
    [['adopt', id, '2', 'https://x.com/me'], 2, 'not-adopted'],
    [['adopt', id, '3', '7'], 2, 'not-adopted'],
    [['adopt', 'no-such-job', '1', '7'], 2, 'job-unknown'],
    [['adopt', 'no-such-job', 'first', '7'], 2, 'usage'],
    [['verify', 'no-such-job'], 2, 'job-unknown'],
    [['retract', id], 2, 'not-approved'],
    [['retract', 'no-such-job', '--yes'], 2, 'job-unknown'],
    [['cancel', 'no-such-job'], 2, 'job-unknown'],
  ])('refuses %j with exit code %d and the error as JSON', async (args, exitCode, code) => {
    const home = await aHome({ on: 'create', nth: 2, do: 'reply-rule' })
    await home.run('tick')
    const { stdout, stderr, ...ended } = await home.run(...args, '--json')
    expect({ ...ended, stdout }).toEqual({ exitCode, stdout: '' })
    expect(JSON.parse(stderr)).toEqual({
      error: { code, message: expect.any(String) as unknown, hint: expect.any(String) as unknown },
    })
    expect(home.sandbox.posts().length).toBe(1)
  })

  test.each([
    ['verify', 'lookup'],
    ['retract', 'delete'],
  ] as const)('%s ends with exit code 1 when the network does not answer', async (command, on) => {
    const home = await aHome({ on, do: 'unavailable-before', times: 9 })
    await home.run('tick')
    const ended = await home.run(command, id, '--json', ...(command === 'retract' ? ['--yes'] : []))
    expect(ended).toMatchObject({ exitCode: 1, stdout: '' })
    expect(JSON.parse(ended.stderr)).toMatchObject({ error: { code: 'network' } })
    expect(await home.json('status', id)).toMatchObject([{ state: 'posted', published: 3 }])
  })
})

/** Linux's own way to run a program on a terminal that is none. */
const terminalMaker = '/usr/bin/script'

describe('retract on a terminal', () => {
  /** Runs `broadside retract` with a terminal, made by the system's own `script`, and answers with `keystroke`. */
  async function answering(home: Home, keystroke: string): Promise<string> {
    const program = fileURLToPath(new URL('../../../dist/main.js', import.meta.url))
    // A terminal made on a pipe has no size of its own.
    const command = `stty cols 100 rows 40; ${process.execPath} ${program} --home ${home.home} retract ${id}`
    const env = { PATH: process.env['PATH'], TERM: 'xterm', NO_COLOR: '1', ...home.settings }
    const child = spawn(terminalMaker, ['-qec', command, '/dev/null'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    let isAnswered = false
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (isAnswered || !said.includes('undone.')) return
      isAnswered = true
      child.stdin.write(keystroke)
    })
    await once(child, 'close')
    return said
  }

  test.skipIf(process.platform !== 'linux' || !existsSync(terminalMaker))(
    'asks first, with the price, and deletes only at a yes',
    async () => {
      const home = await aHome()
      await home.run('tick')
      const no = await answering(home, 'n')
      expect(no).toContain('Delete 3 live posts of fair-use-k3f9 for $0.03? It cannot be undone.')
      expect(no).toContain('Nothing was deleted.')
      expect(home.sandbox.posts().length).toBe(3)
      await answering(home, 'y')
      expect(home.sandbox.posts()).toEqual([])
    },
  )
})

describe('a store that another process holds', () => {
  async function holding({ home, store }: Home) {
    const program = fileURLToPath(new URL('../../programs/hold-lock.mjs', import.meta.url))
    const child = spawn(process.execPath, [program, join(home, 'data'), await store.secret()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => {
      child.kill('SIGKILL')
    })
    await once(child.stdout, 'data')
    return child
  }
  const asking: readonly (readonly [string, ...string[]])[] = [
    ['hold', id],
    ['adopt', id, '1', '7'],
    ['retract', id, '--yes'],
    ['verify', id],
  ]

  test('is asked to do it; when it does not answer, each command ends with exit code 75 and changes nothing', async () => {
    const home = await aHome()
    await home.run('tick')
    const before = await readFile(join(home.home, 'data', 'jobs', `${id}.json`), 'utf8')
    const holder = await holding(home)
    expect(await home.json('hold', id)).toEqual({ task: 'hold', args: { id }, from: holder.pid })
    holder.kill('SIGSTOP')
    const ends = await Promise.all(asking.map((args) => home.run(...args, '--json')))
    for (const { exitCode, stdout, stderr } of ends) {
      expect({ exitCode, stdout }).toEqual({ exitCode: 75, stdout: '' })
      expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'locked' } })
    }
    expect(await home.json('status', id)).toMatchObject([{ state: 'posted', published: 3 }])
    expect(await readFile(join(home.home, 'data', 'jobs', `${id}.json`), 'utf8')).toBe(before)
    expect(home.sandbox.posts().length).toBe(3)
  })
})
