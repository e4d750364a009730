// Figures of the queue: how soon the next slot is found, what a tick costs that has nothing to do, and a year of ticks.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSlots } from '../../dist/core/queue/read-slots.js'
import { nextFreeSlot, slotsAfter } from '../../dist/core/queue/slots.js'
import { readSettings } from '../../dist/core/settings.js'
import { machineChance } from '../../dist/edges/chance.js'
import { machineClock } from '../../dist/edges/clock.js'
import { openStore } from '../../dist/edges/disk/store.js'
import { tick } from '../../dist/tasks/tick.js'

const timezone = 'Europe/Berlin'
const slots = readSlots('Mon-Fri 09:00 17:30; Sat 10:00')
const start = new Date('2026-11-22T12:00:00Z')
const queued = 10_000
const waiting = 20

/** Rows of {figure, measured, bound, unit}. */
export async function figures() {
  const year = await aYear()
  return [
    { figure: `next slot, the first ${queued} taken`, measured: nextSlot(0), bound: 5, unit: 'ms' },
    { figure: `next slot among ${queued} jobs on no slot`, measured: nextSlot(3 * 3_600_000), bound: 5, unit: 'ms' },
    await idleTick(100),
    await idleTick(10_000),
    { figure: `a year of ticks, ${year.threads} threads posted`, measured: year.seconds, bound: 20, unit: 's' },
  ]
}

/** Among jobs that stand on every slot for 17 years, or beside it. */
function nextSlot(beside) {
  const taken = []
  for (const slot of slotsAfter(slots, start, timezone)) {
    if (taken.push(new Date(slot.getTime() + beside)) === queued) break
  }
  const asking = { now: start, timezone, taken, distance: 2 * 3_600_000 }
  return median(
    Array.from({ length: 15 }, () => {
      const from = process.cpuUsage()
      if (nextFreeSlot(slots, asking) === null) throw new Error('there is no slot')
      return cpuSince(from)
    }),
  )
}

/** On a real disk, in a scheduler that runs. */
async function idleTick(over) {
  const home = mkdtempSync(join(tmpdir(), 'broadside-bench-'))
  try {
    // What was written just now is read again and again: a clock that is ahead lets the files be old.
    const now = () => new Date(Date.now() + 60_000)
    const store = openStore(join(home, 'data'), { storeId: 'a-store', now })
    mkdirSync(join(home, 'data', 'jobs'), { recursive: true })
    for (let n = 0; n < waiting + over; n++) {
      const at = new Date(Date.now() + (n < waiting ? 86_400_000 : -86_400_000))
      const job = { ...aJob(`job-${n}`, at, 12), ...(n < waiting ? {} : { state: 'posted', results: [] }) }
      writeFileSync(join(home, 'data', 'jobs', `${job.id}.json`), JSON.stringify(job, null, 2))
    }
    const ports = portsOf(store, machineClock)
    const runs = []
    for (let run = 0; run < 31; run++) {
      const from = process.cpuUsage()
      const { jobs, failure } = await tick(ports)
      runs.push(cpuSince(from))
      if (jobs.length > 0 || failure !== null) throw new Error('something was due')
    }
    const figure = `tick with nothing due, ${waiting} jobs wait, ${over} are over, CPU`
    return { figure, measured: median(runs), bound: 20, unit: 'ms' }
  } finally {
    rmSync(home, { recursive: true })
  }
}

/** Every minute of a year, with a job on every slot: the program's own tick, on a store in memory. */
async function aYear() {
  const year = 365 * 24 * 60
  const jobs = new Map()
  for (const slot of slotsAfter(slots, start, timezone)) {
    if (slot.getTime() > start.getTime() + year * 60_000) break
    jobs.set(`job-${jobs.size}`, aJob(`job-${jobs.size}`, slot, 2))
  }
  const journals = new Map()
  const journalOf = (id) => journals.get(id) ?? []
  const store = {
    jobs: async () => [...jobs.values()],
    job: async (id) => jobs.get(id) ?? null,
    update: async (id, change) => {
      jobs.set(id, change(jobs.get(id)))
      return jobs.get(id)
    },
    journal: async (id) => journalOf(id),
    intend: async (intent) => journals.set(intent.job, [...journalOf(intent.job), { intent, receipt: null }]),
    receive: async (receipt) => {
      const entries = journalOf(receipt.job).map((entry) =>
        entry.intent.n === receipt.n ? { ...entry, receipt } : entry,
      )
      journals.set(receipt.job, entries)
    },
    bind: async () => undefined,
    synced: async () => null,
    charge: async () => undefined,
    ledger: async () => [],
  }
  let now = start.getTime()
  const clock = {
    now: () => new Date(now),
    monotonic: () => now,
    sleep: async (ms) => {
      now += ms
    },
  }
  const ports = portsOf(store, clock)
  const from = process.cpuUsage()
  for (let minute = 0; minute <= year; minute++) {
    now = start.getTime() + minute * 60_000
    const { failure } = await tick(ports)
    if (failure !== null) throw failure
  }
  const threads = [...jobs.values()].filter(({ state }) => state === 'posted').length
  if (threads !== jobs.size) throw new Error(`${jobs.size - threads} threads were not posted`)
  return { threads, seconds: cpuSince(from) / 1000 }
}

function portsOf(store, clock) {
  const silent = () => undefined
  let posts = 0
  const network = {
    name: 'x',
    me: async () => ({ id: '1', handle: '@owner', name: 'Owner' }),
    skew: () => 0,
    publish: async () => ({ kind: 'applied', id: `${++posts}` }),
  }
  return {
    settings: { ...readSettings({ BROADSIDE_PACE: '0s', BROADSIDE_TIMEZONE: timezone }, { timezone: 'UTC' }), slots },
    clock,
    chance: machineChance,
    log: { info: silent, warn: silent, error: silent },
    progress: { say: silent },
    notices: { tell: async () => undefined },
    store,
    network: async () => network,
  }
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]

/** Milliseconds of CPU. */
function cpuSince(from) {
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}

function aJob(id, instant, posts) {
  const at = instant.toISOString()
  const post = (_, index) => ({
    n: index + 1,
    text: `Post ${index + 1} of ${id}.`,
    weight: 20,
    price: 0.015,
    card: null,
    images: [],
  })
  return {
    schema: 1,
    id,
    slug: 'a-piece',
    title: 'A piece',
    state: 'queued',
    at,
    approvedAt: start.toISOString(),
    late: 'hold',
    posts: Array.from({ length: posts }, post),
    history: [{ at: start.toISOString(), state: 'queued', why: null }],
  }
}
