import { createHash } from 'node:crypto'
import { WorldError } from '../../src/core/errors.ts'
import type { Journal } from '../../src/core/publication/journal.ts'
import { liveIds } from '../../src/core/publication/step.ts'
import type { Job } from '../../src/core/queue/job.ts'
import { readSettings } from '../../src/core/settings.ts'
import { openDisk } from '../../src/edges/disk/durable.ts'
import type { Files } from '../../src/edges/disk/files.ts'
import { openStore, type DiskStore } from '../../src/edges/disk/store.ts'
import type { Clock, Lock, Network, Ports, Store } from '../../src/ports.ts'
import { openDesk } from '../../src/tasks/desk.ts'
import { aJob, aPost } from '../builders.ts'
import { chanceOf, type Chance } from './chance.ts'
import { SimulatedDisk } from './disk.ts'
import { SimulatedLock, type Locking } from './lock.ts'
import { World, type Crash, type Process } from './world.ts'
import { SimulatedX } from './x.ts'

/** One life of a job; the same plan is the same life, step by step. */
export interface Plan {
  readonly seed: number
  readonly processes: 1 | 2
  /** How the machine goes down, at steps that the seed chooses. */
  readonly crash: 'none' | 'kill' | 'power'
  /** Instead: goes down once, at this very step. */
  readonly crashAt?: Crash
  /** Nothing else goes wrong: X and the disk do what they should. */
  readonly calm?: boolean
  readonly mutant?: Mutant
  readonly keepsTrace?: boolean
}

/** The protocol with one thing about it wrong. */
export interface Mutant {
  readonly locking?: Locking
  readonly settings?: Readonly<Record<string, string>>
  files?(files: Files): Files
  /** What stands between the tasks and the two ports that keep the promise. */
  between?(ports: { readonly store: Store; readonly network: Network }): { store: Store; network: Network }
}

export interface Life {
  /** What the promise forbids, and happened all the same. */
  readonly broken: readonly string[]
  readonly steps: number
  readonly state: string
  readonly trace: readonly string[]
}

const png = Buffer.from('89504e470d0a1a0a', 'hex')
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const mostSteps = 30_000
const releases = 9

/** Lets a job live through what `plan` holds for it, and says what was broken of the promise. */
export async function simulate(plan: Plan): Promise<Life> {
  const chance = chanceOf(plan.seed)
  const keepsTrace = plan.keepsTrace ?? false
  const world = new World(chance, { crashes: crashesOf(plan, chance), keepsTrace })
  const disk = new SimulatedDisk(chance)
  const x = new SimulatedX(world, chance, {
    faults: plan.calm ? 0 : 1 + chance.below(5),
    refusesDuplicates: chance.once(2),
  })
  const lock = new SimulatedLock(world, plan.mutant?.locking ?? 'kernel')
  const broken: string[] = []
  const job = aThread(chance, world.now)
  await calmly(async (process) => {
    const store = openStore('/home/data', born, openDisk(disk.files(process)))
    await store.keep(png, 'image/png')
    await store.add(job)
  })
  disk.faults = plan.calm || chance.once(2) ? 0 : 2
  const life: Owner = { world, x, job, broken, overAt: Infinity, released: 0 }
  const alive = new Set<Process>()

  const start = () => {
    const process = world.process()
    alive.add(process)
    const files = plan.mutant?.files?.(disk.files(process)) ?? disk.files(process)
    void liveOn(portsOf(process, { files, lock, plan, world, x }), process, life).catch((cause: Error) =>
      broken.push(`a process fell: ${cause.stack}`),
    )
  }
  const restart = () => world.machine.step('a process starts', start, chance.below(90_000))
  world.onCrash = ({ kind }, victim) => {
    x.forgiveDuplicates()
    for (const process of kind === 'power' ? alive : [victim]) {
      alive.delete(process)
      world.kill(process)
      lock.died(process)
      void restart()
    }
    if (kind === 'power') disk.powerLoss()
  }
  life.onBrokenDisk = (process) => world.onCrash({ at: 0, kind: 'kill', effect: 'after' }, process)
  for (let count = 0; count < plan.processes; count++) void restart()
  if (!plan.calm) pauses(world, chance, alive)
  if (!plan.calm && chance.once(2)) x.another(job.posts[1]?.text ?? '', '77')
  // The other process may still do what it should not.
  const afterwards = (plan.processes - 1) * (plan.calm ? 120_000 : 900_000)
  await world.run(() => world.now >= life.overAt + afterwards, mostSteps)
  const wrong = [...broken, ...(await wrongs(life, disk))]
  return { broken: wrong, steps: world.steps, state: life.state ?? 'never seen', trace: world.trace }
}

interface Owner {
  readonly world: World
  readonly x: SimulatedX
  readonly job: Job
  readonly broken: string[]
  /** When the job had come to its end. */
  overAt: number
  released: number
  state?: string
  onBrokenDisk?: (process: Process) => void
}

/** A process: what is due, each minute; and its owner, who lets go on what is held. */
async function liveOn(ports: Ports, process: Process, owner: Owner): Promise<void> {
  const desk = openDesk(ports)
  const did = async (work: () => Promise<unknown>) =>
    work().catch((cause: Error) => {
      owner.world.say(`process ${process.id}: ${cause.message}`)
      notice(cause, owner)
      if (cause instanceof WorldError && cause.code === 'disk-broken') owner.onBrokenDisk?.(process)
    })
  for (;;) {
    await did(async () => {
      const { failure } = await desk.ask('tick', {})
      if (failure !== null) throw new WorldError(failure.code, failure)
    })
    const job = await ports.store.job(owner.job.id)
    owner.state = `${job?.state}${job?.state === 'held' ? ` (${job.held.reason}: ${job.held.fact})` : ''}`
    if (job?.state === 'posted') owner.overAt = Math.min(owner.overAt, owner.world.now)
    if (job?.state === 'held' && job.held.until === null) {
      if (job.held.fact === '') owner.broken.push('a job is held without a reason')
      if (++owner.released > releases) owner.overAt = owner.world.now
      owner.x.forgiveDuplicates()
      await did(() => desk.ask('release', { id: owner.job.id }))
    }
    await ports.clock.sleep(60_000)
  }
}

/** A failure of the world is borne; one of the program, or of what it wrote, is not. */
function notice(cause: Error & { code?: string }, { broken, x }: Owner): void {
  if (cause.code === 'disk') x.forgiveDuplicates()
  const borne = ['network', 'disk', 'disk-broken', 'locked', 'lock-gone', 'job-state']
  if (!borne.includes(cause.code ?? '')) broken.push(`${cause.name}: ${cause.message}`)
}

/** What the end of a life must be: each post live once, in its chain, and the journal knowing it. */
async function wrongs({ x, job, overAt, state, world }: Owner, disk: SimulatedDisk): Promise<readonly string[]> {
  const isOver = overAt < Infinity
  const found: string[] = []
  const live = x.posts.filter(({ isAnothers }) => !isAnothers)
  for (const { n, text } of job.posts) {
    const copies = live.filter((post) => post.text === text).length
    if (copies > 1) found.push(`post ${n} is live ${copies} times`)
    if (copies === 0 && state === 'posted') found.push(`post ${n} is lost`)
  }
  if (!isOver) found.push(`the job came to no end in ${world.steps} steps: it is ${state}`)
  if (isOver && state !== 'posted') found.push(`the job is ${state} after ${releases} releases, and X is well`)
  for (const text of x.resentAfterDuplicate) found.push(`"${text}" was sent again after X called it a duplicate`)
  if (state !== 'posted') return found
  const byText = new Map(live.map((post) => [post.text, post]))
  for (const { n, text, card } of job.posts) {
    const post = byText.get(text)
    const before = n === 1 ? null : (byText.get(job.posts[n - 2]?.text ?? '')?.id ?? null)
    if (post && post.replyTo !== before) found.push(`post ${n} answers ${post.replyTo}, not ${before}`)
    if (post && post.mediaKeys.length !== (card === null ? 0 : 1)) found.push(`post ${n} shows not its card`)
  }
  const known = liveIds(await journalOf(job, disk))
  for (const { n, text } of job.posts) {
    const id = byText.get(text)?.id
    if (id !== undefined && known.get(n) !== id)
      found.push(`the journal takes ${known.get(n)} for post ${n}, which is ${id}`)
  }
  return found
}

/** Read as a new process would, with nothing more going wrong. */
function journalOf(job: Job, disk: SimulatedDisk): Promise<Journal> {
  disk.faults = 0
  return calmly((process) => openStore('/home/data', born, openDisk(disk.files(process))).journal(job.id))
}

/** Does `work` in a world of its own in which nothing goes wrong. */
async function calmly<T>(work: (process: Process) => Promise<T>): Promise<T> {
  const world = new World(chanceOf(1), { crashes: [], keepsTrace: false })
  let isDone = false
  const done = work(world.process()).finally(() => (isDone = true))
  await world.run(() => isDone, mostSteps)
  return done
}

const born = { storeId: 'a-store', now: () => new Date('2026-11-22T08:00:00.000Z') }

function aThread(chance: Chance, now: number): Job {
  const card = { sha256: sha256(png), type: 'image/png' as const, alt: 'A point', quote: 'A point' }
  const posts = Array.from({ length: 2 + chance.below(3) }, (_, index) =>
    aPost(index + 1, { card: chance.once(4) ? card : null, ...(chance.once(2) ? linking(index + 1, chance) : {}) }),
  )
  return { ...aJob({ id: 'a-job', at: new Date(now).toISOString(), late: 'publish' }), posts }
}

/** Addresses that are easily read back as others than they are. */
const addresses = [
  'https://example.com/?p=10$&c=usd',
  'https://example.com/?a=1&amp;b=2',
  'https://x.com/someone/status/1234567/photo/1',
  'example.org/<$1>',
] as const

function linking(n: number, chance: Chance): { readonly text: string } {
  return { text: `Post number ${n} & more: ${chance.pick(addresses)}` }
}

function portsOf(
  process: Process,
  { files, lock, plan, world, x }: { files: Files; lock: SimulatedLock; plan: Plan; world: World; x: SimulatedX },
): Ports {
  const clock: Clock = {
    now: () => new Date(world.now),
    monotonic: () => world.now,
    sleep: (ms, signal) => {
      signal?.throwIfAborted()
      return process.step(`sleep ${ms}`, () => undefined, ms)
    },
  }
  const missing = () => Promise.reject(new Error('not part of the simulation'))
  // Where the folder really lies is no matter of a simulated disk.
  const shelf = { ...openStore('/home/data', born, openDisk(files)), synced: () => Promise.resolve(null) }
  const real = { store: shelf, network: x.network(process) }
  const { store, network } = plan.mutant?.between?.(real) ?? real
  let nonces = 0
  return {
    settings: readSettings({ BROADSIDE_PACE: '1s', ...plan.mutant?.settings }, { timezone: 'UTC' }),
    clock,
    chance: { sha256, nonce: () => `${process.id}-${++nonces}`, letters: (length) => 'a'.repeat(length) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    progress: { say: () => undefined },
    store,
    network: () => Promise.resolve(network),
    lock: sweeping(lock.lock(process), shelf),
    pieces: { list: missing, read: missing, write: missing, path: () => '' },
    notices: { tell: () => Promise.resolve() },
    painter: { paint: missing, emoji: missing, colours: missing },
    shaper: missing,
    themes: missing,
    sandboxed: false,
  }
}

/** Whoever takes the lock sweeps the store first, as the program does. */
function sweeping(lock: Lock, store: DiskStore): Lock {
  return {
    take: async (serve) => {
      const held = await lock.take(serve)
      if (held.kind === 'mine')
        await store.sweep().catch(async (cause: unknown) => held.release().then(() => raise(cause)))
      return held
    },
  }
}

function raise(cause: unknown): never {
  throw cause
}

/** Now and then a process is stopped for a while, as by SIGSTOP or a lid that is closed. */
function pauses(world: World, chance: Chance, alive: ReadonlySet<Process>): void {
  const pause = () => {
    const [process] = [...alive].slice(chance.below(alive.size))
    if (process) process.stoppedUntil = world.now + chance.below(300_000)
    if (process) world.say(`process ${process.id} is stopped`)
  }
  for (let count = chance.below(3); count > 0; count--) void world.machine.step('a stop', pause, chance.below(300_000))
}

function crashesOf({ crash, crashAt, processes }: Plan, chance: Chance): readonly Crash[] {
  if (crashAt !== undefined) return [crashAt]
  if (crash === 'none') return []
  let at = 0
  return Array.from({ length: 1 + chance.below(4) }, () => {
    at += 1 + chance.below(160 * processes)
    return { at, kind: crash, effect: chance.once(2) ? 'before' : 'after' }
  })
}
