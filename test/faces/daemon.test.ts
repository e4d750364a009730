import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { takeLock } from '../../src/edges/lock/lock.ts'
import { startSandbox, type Fault } from '../../src/sandbox/server.ts'
import { aFolder } from '../builders.ts'
import { broadside, ended, keys, start } from '../home.ts'

async function aDraftedHome(): Promise<string> {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'piece'), { recursive: true })
  const words = Array.from({ length: 12 }, (_, n) => `This is paragraph ${n + 1} of the piece.`.padEnd(250, ' And on.'))
  await writeFile(join(home, 'posts', 'piece', 'article.md'), `A title\n\n${words.join('\n\n')}\n`)
  await broadside(home, ['draft', 'piece'])
  return home
}

async function until<T>(look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look()
    if (isThere(found)) return found
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  throw new Error('it never came')
}

describe('broadside start', () => {
  test('holds the store, takes what other commands ask, publishes it, and stops cleanly on SIGTERM', async () => {
    const home = await aDraftedHome()
    const sandbox = await startSandbox({ statePath: null })
    onTestFinished(() => sandbox.close())
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
    const daemon = start(home, ['start'], settings)
    onTestFinished(() => {
      daemon.kill('SIGKILL')
    })
    const end = ended(daemon)
    await once(daemon.stdout!, 'data')
    const second = await broadside(home, ['start'], settings)
    expect(second).toMatchObject({
      exitCode: 75,
      stdout: '',
      stderr: expect.stringContaining('another Broadside holds the store') as unknown,
    })
    expect(second.stderr).not.toContain('tells how it is')
    const queued = await broadside(home, ['queue', 'piece', '--yes', '--json'], settings)
    expect(JSON.parse(queued.stdout)).toMatchObject({ state: 'queued' })
    const ticked = await broadside(home, ['tick', '--json'], settings)
    expect(JSON.parse(ticked.stdout)).toMatchObject([{ state: 'posted' }])
    expect(sandbox.posts().length).toBeGreaterThan(10)
    daemon.kill('SIGTERM')
    expect(await end).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Stopped.') as unknown })
  })

  test('goes on when whoever reads what it says goes away', async () => {
    const home = await aDraftedHome()
    const sandbox = await startSandbox({ statePath: null, duplicates: 'allow' })
    onTestFinished(() => sandbox.close())
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
    const queued = await broadside(home, ['queue', 'piece', '--yes', '--json'], settings)
    const { posts } = JSON.parse(queued.stdout) as { posts: number }
    const daemon = start(home, ['start'], settings)
    const end = ended(daemon)
    daemon.stdout?.destroy()
    daemon.stderr?.destroy()
    await until(
      async () => sandbox.posts().length,
      (count) => count === posts,
    )
    daemon.kill('SIGTERM')
    expect((await end).exitCode).toBe(0)
    expect(sandbox.posts().length).toBe(posts)
  })

  test('told to stop while it publishes, ends after the post under way; the rest goes out later', async () => {
    const home = await aDraftedHome()
    const slow = [{ on: 'create', do: 'slow', ms: 150, times: 1000 }] as const
    const sandbox = await startSandbox({ statePath: null, faults: slow, duplicates: 'allow' })
    onTestFinished(() => sandbox.close())
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
    await broadside(home, ['queue', 'piece', '--yes'], settings)
    const daemon = start(home, ['start'], settings)
    const end = ended(daemon)
    await until(
      async () => sandbox.posts().length,
      (count) => count >= 2,
    )
    daemon.kill('SIGTERM')
    expect((await end).exitCode).toBe(0)
    const before = sandbox.posts().length
    expect(before).toBeLessThan(10)
    const outbox = await readdir(join(home, 'data', 'outbox'))
    expect(outbox.filter((file) => !file.includes('receipt')).length).toBe(before)
    await broadside(home, ['tick'], settings)
    const texts = sandbox.posts().map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.length).toBeGreaterThan(10)
  })
})

describe('a scheduler that is asked by another process', () => {
  async function anIdleScheduler(settings: Readonly<Record<string, string>>) {
    const home = await aDraftedHome()
    const daemon = start(home, ['start', '--port', '0'], settings)
    onTestFinished(() => {
      daemon.kill('SIGKILL')
    })
    const end = ended(daemon)
    await once(daemon.stdout!, 'data')
    return { home, daemon, end }
  }

  test('refuses what it does not know, and goes on', async () => {
    const { home, daemon } = await anIdleScheduler({ ...keys, X_API_URL: 'http://127.0.0.1:9' })
    await until(
      () => readFile(join(home, 'data', 'store.json'), 'utf8').catch(() => ''),
      (text) => text !== '',
    )
    const { storeId } = JSON.parse(await readFile(join(home, 'data', 'store.json'), 'utf8')) as { storeId: string }
    const ask = async (task: string) => {
      const held = await takeLock(join(home, 'data'), { secret: storeId, serve: () => Promise.resolve(null) })
      return held.kind === 'anothers' ? held.ask({ task, args: { id: 'none' } }) : 'it holds nothing'
    }
    await expect(ask('repost')).rejects.toThrow('Cannot do "repost": unknown')
    await expect(ask('hold')).rejects.toThrow('none')
    expect(daemon.exitCode).toBeNull()
  })

  test('stops a tick that it does for another between two posts, when it is told to stop', async () => {
    const sandbox = await startSandbox({ statePath: null })
    onTestFinished(() => sandbox.close())
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '60s' }
    const { home, daemon, end } = await anIdleScheduler(settings)
    await broadside(home, ['queue', 'piece', '--at', 'now', '--yes'], settings)
    void broadside(home, ['tick'], settings)
    await until(
      async () => sandbox.posts().length,
      (count) => count === 1,
    )
    daemon.kill('SIGTERM')
    const patience = new Promise((resolve) => {
      setTimeout(resolve, 5_000, 'it still runs after 5 s').unref()
    })
    expect(await Promise.race([end, patience])).toMatchObject({ exitCode: 0 })
    expect(sandbox.posts()).toHaveLength(1)
  })
})

describe('broadside start, to a supervisor', () => {
  /** A scheduler that posts a thread with a minute between two posts, the first of which is live. */
  async function aSlowScheduler(faults: readonly Fault[] = []) {
    const home = await aDraftedHome()
    const sandbox = await startSandbox({ statePath: null, faults })
    onTestFinished(() => sandbox.close())
    const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '60s' }
    await broadside(home, ['queue', 'piece', '--at', 'now', '--yes'], settings)
    const daemon = start(home, ['start', '--port', '0'], settings)
    onTestFinished(() => {
      daemon.kill('SIGKILL')
    })
    let log = ''
    daemon.stderr?.on('data', (chunk: Buffer) => (log += String(chunk)))
    const entries = () =>
      log
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as { msg: string; url?: string })
    return { daemon, sandbox, entries, end: ended(daemon) }
  }

  test('logs lines of JSON, and tells at /healthz how it is while a thread is being posted', async () => {
    const { sandbox, entries } = await aSlowScheduler()
    await until(
      async () => sandbox.posts().length,
      (count) => count === 1,
    )
    expect(entries().map(({ msg }) => msg)).toContain('the scheduler started')
    const { url = '' } = entries().find(({ msg }) => msg === 'tells how it is') ?? {}
    const live = await fetch(`${url}/live`)
    expect(live.status).toBe(200)
    expect(await live.json()).toMatchObject({ live: true, ready: false, failure: null })
  })

  test.each<[waiting: string, faults: readonly Fault[]]>([
    ['between two posts', []],
    ['to read back a post whose answer was lost', [{ on: 'create', do: 'severed-after' }]],
  ])('stops at once where it waits %s', async (_, faults) => {
    const { daemon, sandbox, end } = await aSlowScheduler(faults)
    await until(
      async () => sandbox.posts().length,
      (count) => count === 1,
    )
    daemon.kill('SIGTERM')
    const patience = new Promise((resolve) => {
      setTimeout(resolve, 5_000, 'it still runs after 5 s').unref()
    })
    expect(await Promise.race([end, patience])).toMatchObject({ exitCode: 0 })
    expect(sandbox.posts()).toHaveLength(1)
  })
})

test('no key is written anywhere, whatever goes wrong', async () => {
  const home = await aDraftedHome()
  const sandbox = await startSandbox({
    statePath: join(home, 'data', 'sandbox.json'),
    faults: [
      { on: 'me', do: 'unauthorized' },
      { on: 'create', nth: 2, do: 'credits' },
    ],
  })
  onTestFinished(() => sandbox.close())
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s' }
  const said: string[] = []
  for (const args of [
    ['queue', 'piece', '--yes'],
    ['tick', '--debug'],
    ['tick', '--debug', '--json'],
    ['status'],
    ['doctor', '--json'],
    ['measure'],
    ['report', '--html', 'report.html'],
    ['preview', 'piece'],
  ]) {
    const { stdout, stderr } = await broadside(home, args, settings)
    said.push(stdout, stderr)
  }
  const bad = await broadside(home, ['queue'], { ...settings, X_APP_KEY: '' })
  said.push(bad.stdout, bad.stderr)
  expect(said.join('')).toContain('X_APP_KEY is not set')
  const files = (await readdir(home, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(10)
  for (const { parentPath, name } of files) said.push(await readFile(join(parentPath, name), 'latin1'))
  expect(files.some(({ name }) => name.endsWith('.jsonl'))).toBe(true)
  for (const key of Object.values(keys)) expect(said.some((text) => text.includes(key))).toBe(false)
})

test('broadside demo goes the whole way in its own folder and ends by itself', async () => {
  const home = await aFolder()
  const { exitCode, stdout, stderr } = await broadside(home, ['demo'], keys)
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  for (const words of ['1. An article becomes a thread', 'posted', 'simulated readers', '4. Look at it']) {
    expect(stdout).toContain(words)
  }
  expect(await readdir(home)).toEqual(['.demo'])
  expect((await readdir(join(home, '.demo'))).toSorted()).toEqual(['data', 'posts', 'preview.html', 'report.html'])
})
