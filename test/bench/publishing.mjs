// Figures of publishing: what a thread costs in calls, what the program adds to each post, and how soon a full store starts.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readSettings } from '../../dist/core/settings.js'
import { machineChance } from '../../dist/edges/chance.js'
import { machineClock } from '../../dist/edges/clock.js'
import { openStore } from '../../dist/edges/disk/store.js'
import { publish } from '../../dist/tasks/publish.js'

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const posts = 12
const cards = 4
const finished = 10_000

/** Rows of {figure, measured, bound, unit}. */
export async function figures() {
  const home = mkdtempSync(join(tmpdir(), 'broadside-bench-'))
  try {
    const threads = []
    for (let run = 1; run <= 5; run++) threads.push(await aThread(join(home, `thread-${run}`)))
    const [{ paid }] = threads
    const overhead = median(threads.map((thread) => thread.overhead))
    return [
      { figure: `paid calls of ${posts} posts and ${cards} cards`, measured: paid, bound: posts + 2 * cards, unit: '' },
      { figure: 'publishing, beside network and pace, a post', measured: overhead, bound: 10, unit: 'ms' },
      ...(await onFullStore(home)),
    ]
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** A thread on a real disk, with a network that answers at once. */
async function aThread(home) {
  const store = openStore(join(home, 'data'), { storeId: 'a-store', now: machineClock.now })
  const calls = { create: 0, upload: 0, metadata: 0 }
  const network = {
    name: 'x',
    me: async () => ({ id: '1', handle: '@owner', name: 'Owner' }),
    skew: () => 0,
    upload: async () => {
      calls.upload++
      calls.metadata++
      const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
      return { kind: 'uploaded', media: { id: `${calls.upload}`, key: `3_${calls.upload}`, expiresAt } }
    },
    publish: async () => ({ kind: 'applied', id: `${++calls.create}` }),
  }
  const sha256 = await store.keep(Buffer.from('a picture'), 'image/png')
  const card = { sha256, type: 'image/png', alt: 'A point', quote: 'A point' }
  const job = aJob('thread', (n) => (n <= cards ? card : null))
  await store.add(job)
  const silent = () => undefined
  const ports = {
    settings: readSettings({ BROADSIDE_PACE: '0s' }, { timezone: 'UTC' }),
    clock: { ...machineClock, sleep: async () => undefined },
    chance: machineChance,
    log: { info: silent, warn: silent, error: silent },
    progress: { say: silent },
    store,
    network,
  }
  const from = performance.now()
  const { state } = await publish(job, ports)
  if (state !== 'posted') throw new Error(`the thread is ${state}`)
  const overhead = (performance.now() - from) / posts
  return { paid: calls.create + calls.upload + calls.metadata, overhead }
}

/** From the command line to the last line, with the journals of all jobs in place. */
async function onFullStore(home) {
  const data = join(home, 'full', 'data')
  for (const folder of ['jobs', 'outbox']) mkdirSync(join(data, folder), { recursive: true })
  for (let index = 0; index < finished; index++) {
    const job = aJob(`job-${index}`, () => null, new Date(Date.now() - 30 * 86_400_000))
    const results = job.posts.map(({ n }) => ({ id: `${index * 100 + n}`, at: job.at }))
    const text = `${JSON.stringify({ ...job, state: 'posted', results }, null, 2)}\n`
    writeFileSync(join(data, 'jobs', `${job.id}.json`), text)
    // Two entries of each journal stand for all: their number, not their size, is what a folder weighs.
    for (const n of [1, 2]) writeFileSync(join(data, 'outbox', `${job.id}.${n}.a1.json`), '{}\n')
  }
  // What is known of jobs that are over is not relied on while their files are as young as this.
  await new Promise((resolve) => setTimeout(resolve, 5_500))
  const measured = (args, said, before = () => undefined) =>
    median(Array.from({ length: 3 }, () => (before(), seconds(join(home, 'full'), args, said))))
  const forget = () => rmSync(join(data, 'over.json'), { force: true })
  return [
    {
      figure: `first tick on a store of ${finished} finished jobs, none known to be`,
      measured: measured(['tick'], 'Nothing is due', forget),
      bound: 1,
      unit: 's',
    },
    {
      figure: `tick on a store of ${finished} finished jobs`,
      measured: measured(['tick'], 'Nothing is due'),
      bound: 1,
      unit: 's',
    },
    {
      figure: `status of ${finished} jobs long finished`,
      measured: measured(['status'], 'Nothing is queued'),
      bound: 1,
      unit: 's',
    },
    {
      figure: `status --all of ${finished} finished jobs`,
      measured: measured(['status', '--all'], 'job-9999'),
      bound: 2,
      unit: 's',
    },
  ]
}

function seconds(home, args, said) {
  const from = performance.now()
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, '--home', home, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status !== 0 || !stdout.includes(said)) throw new Error(stderr || stdout)
  return (performance.now() - from) / 1000
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]

function aJob(id, cardOf, instant = new Date()) {
  const at = instant.toISOString()
  return {
    schema: 1,
    id,
    slug: 'a-piece',
    title: 'A piece',
    state: 'queued',
    at,
    approvedAt: at,
    late: 'hold',
    posts: Array.from({ length: posts }, (_, index) => ({
      n: index + 1,
      text: `Post number ${index + 1} of ${id}, with as many words as a post of a thread has on the whole. `
        .repeat(3)
        .slice(0, 270),
      weight: 270,
      price: 0.015,
      card: cardOf(index + 1),
      images: [],
    })),
    history: [{ at, state: 'queued', why: null }],
  }
}
