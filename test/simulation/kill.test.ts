import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../../src/edges/disk/store.ts'
import type { Store } from '../../src/ports.ts'
import { startSandbox, type RunningSandbox } from '../../src/sandbox/server.ts'
import type { SandboxPost } from '../../src/sandbox/state.ts'
import { aFolder, aJob, aPost } from '../builders.ts'
import { broadside, keys, start } from '../home.ts'

/** How many in all; `npm run simulate -- --kills 300` asks for more. */
const kills = Number(process.env['BROADSIDE_KILLS'] ?? 60)
/** Homes that are worked on at once, each with its own stand-in for X: one waits while the other starts a process. */
const homes = 2
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The same "random" instants at every run: a kill that finds a fault can be had again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** The thread that begins with `text`, in the order in which each post answers the one before. */
function chainFrom(text: string, posts: readonly SandboxPost[]): readonly string[] {
  const chain: SandboxPost[] = []
  for (let next = posts.find((post) => post.text === text); next !== undefined;) {
    chain.push(next)
    const { id } = next
    next = posts.find(({ replyTo }) => replyTo === id)
  }
  return chain.map((post) => post.text)
}

/** Resolves at some instant while a thread is being published: after some calls, and a little more or less than none. */
async function somewhere(sandbox: RunningSandbox, random: () => number, over: AbortSignal): Promise<void> {
  const made = () => Object.values(sandbox.calls()).reduce((all, calls) => all + calls, 0)
  const enough = made() + 1 + Math.floor(random() * 10)
  while (made() < enough && !over.aborted) await wait(1)
  await wait(random() * 25)
}

/** Publishes thread after thread in one home until so many processes were killed, and expects each thread whole. */
async function publishThroughKills(wanted: number, seed: number): Promise<{ home: string; killed: number }> {
  const home = await aFolder()
  const begun = Date.now()
  const sandbox = await startSandbox({
    statePath: null,
    // X's own rule against duplicates would hide that a post was sent twice.
    duplicates: 'allow',
    // An hour there is a minute here, lest its limit of posts in a quarter of an hour be met.
    now: () => new Date(begun + (Date.now() - begun) * 60),
    faults: [
      { on: 'create', do: 'slow', ms: 15, times: 1_000_000 },
      { on: 'upload', do: 'slow', ms: 15, times: 1_000_000 },
    ],
  })
  onTestFinished(() => sandbox.close())
  const settings = { ...keys, X_API_URL: sandbox.url, BROADSIDE_PACE: '0s', BROADSIDE_SETTLE: '300ms' }
  const store = openStore(join(home, 'data'), { storeId: 'a-store', now: () => new Date() })
  const random = chance(seed)
  let killed = 0
  for (let thread = 1; killed < wanted; thread++) {
    const id = `thread-${thread}`
    const posts = await queueThread(id, store)
    for (;;) {
      const tick = start(home, ['tick'], settings)
      const over = new AbortController()
      const end = once(tick, 'close').finally(() => over.abort())
      const isOver = await Promise.race([
        end.then(() => true),
        somewhere(sandbox, random, over.signal).then(() => false),
      ])
      if (isOver) break
      tick.kill('SIGKILL')
      await end
      killed++
    }
    const { stdout, stderr } = await broadside(home, ['tick'], settings)
    expect(`${stdout}${stderr}`).toContain('Nothing is due.')
    expect((await store.job(id))?.state).toBe('posted')
    const live = sandbox.posts().filter(({ text }) => text.startsWith(`${id}, `))
    expect(live.map(({ text }) => text).toSorted()).toEqual(posts.toSorted())
    expect(chainFrom(posts[0] ?? '', live)).toEqual(posts)
  }
  return { home, killed }
}

/** A thread of twelve posts, three of them with a card, as a job that is due; gives back its texts. */
async function queueThread(id: string, store: Store): Promise<readonly string[]> {
  const card = {
    sha256: await store.keep(png, 'image/png'),
    type: 'image/png',
    alt: 'A point',
    quote: 'A point',
  } as const
  const now = new Date().toISOString()
  const posts = Array.from({ length: 12 }, (_, index) =>
    aPost(index + 1, { text: `${id}, post ${index + 1}.`, card: index % 5 === 0 ? card : null }),
  )
  const history = [{ at: now, state: 'queued', why: null }]
  await store.add({ ...aJob({ id, at: now, approvedAt: now, history }), posts })
  return posts.map(({ text }) => text)
}

test(`each post is published exactly once through ${kills} times kill -9`, { timeout: 3_600_000 }, async () => {
  const each = Math.ceil(kills / homes)
  const lives = await Promise.all(Array.from({ length: homes }, (_, home) => publishThroughKills(each, 107 + home)))
  expect(lives.reduce((all, { killed }) => all + killed, 0)).toBeGreaterThanOrEqual(kills)
  // Some must have struck between a request and its receipt, or nothing was tried.
  const files = await Promise.all(lives.map(({ home }) => readdir(join(home, 'data', 'outbox'))))
  expect(files.flat().some((file) => file.endsWith('.found.json'))).toBe(true)
})
