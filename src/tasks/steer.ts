import { InputError } from '../core/errors.ts'
import { nearest } from '../core/nearest.ts'
import { change } from '../core/queue/change.ts'
import { mayFollow, type Held, type Job } from '../core/queue/job.ts'
import { spell } from '../core/queue/spell.ts'
import type { Ports } from '../ports.ts'
import { clashOf } from './repeats.ts'

type Needs = Pick<Ports, 'clock' | 'store'>

/**
 * Keeps a job from going on until it is released, also one that waits for a limit to pass; one that is being published
 * stops after the post under way.
 */
export function hold(id: string, ports: Needs): Promise<Job> {
  const held: Held = { reason: 'owner', fact: 'You held it', until: null }
  return steer(id, ports, (job) => {
    // What waits for its owner already keeps its reason, and with it the remedy.
    if (job.state === 'held' && job.held.until === null) throw refusal(job, 'hold')
    return change(allow(job, 'held', 'hold'), { state: 'held', held }, ports.clock.now())
  })
}

/**
 * Lets a held job go on: what may be live is read back first, and what X refused is asked for again.
 * @throws InputError while X is known to refuse it for words that it took within a day.
 */
export async function release(id: string, ports: Needs & Pick<Ports, 'settings'>): Promise<Job> {
  await refuseClash(await find(id, ports), ports)
  return steer(id, ports, (job) => {
    const now = ports.clock.now()
    const at = job.at < now.toISOString() ? now.toISOString() : job.at
    return { ...change(allow(job, 'queued', 'release'), { state: 'queued' }, now), at }
  })
}

/**
 * Takes a job out of the queue, or gives up the rest of one that has begun: the post under way is its last. What is live
 * stays live.
 */
export function cancel(id: string, ports: Needs): Promise<Job> {
  return steer(id, ports, (job) => change(allow(job, 'cancelled', 'cancel'), { state: 'cancelled' }, ports.clock.now()))
}

/**
 * The job of that id, or of the one that begins so.
 * @throws InputError when there is none, or more than one.
 */
export async function find(id: string, { store }: Pick<Ports, 'store'>): Promise<Job> {
  const jobs = await store.jobs()
  const begun = id === '' ? [] : jobs.filter((each) => each.id.startsWith(id))
  const job = jobs.find((each) => each.id === id) ?? (begun.length === 1 ? begun[0] : undefined)
  if (job) return job
  throw new InputError('job-unknown', {
    message: `Cannot find the job "${id}": ${begun.length > 0 ? `${begun.length} begin so` : 'there is none of that name'}`,
    hint: begun.length > 0 ? `There are ${begun.map((each) => each.id).join(', ')}.` : nearTo(id, jobs),
  })
}

/** What was meant: a job, or the jobs of the piece that is named nearly so. */
function nearTo(id: string, jobs: readonly Job[]): string {
  const near = nearest(
    id,
    jobs.flatMap((job) => [job.id, job.slug]),
  )
  const meant = jobs.filter((job) => job.id === near || job.slug === near).map((job) => job.id)
  return meant.length === 0 ? 'See them all with "broadside queue --all".' : `Did you mean ${meant.join(' or ')}?`
}

async function steer(id: string, ports: Needs, to: (job: Job) => Job): Promise<Job> {
  const { id: name } = await find(id, ports)
  return ports.store.update(name, to)
}

async function refuseClash(job: Job, { clock, settings, store }: Needs & Pick<Ports, 'settings'>): Promise<void> {
  if (job.state !== 'held' || job.held.until === null) return
  const clash = await clashOf(job, { at: clock.now() }, { store })
  if (clash === null) return
  throw new InputError('job-repeats', {
    message: `Cannot release ${job.id}: post ${clash.n} says the same as ${clash.of}, and X refuses the same words twice within a day`,
    hint: `It goes on by itself at ${spell(new Date(clash.until), settings.timezone)}; to have it out before, "broadside cancel ${job.id}", change those words and queue it again.`,
  })
}

function allow(job: Job, next: Job['state'], verb: string): Job {
  const allowed: readonly Job['state'][] = mayFollow[job.state]
  if (allowed.includes(next)) return job
  throw refusal(job, verb)
}

function refusal({ id, state }: Job, verb: string): InputError {
  return new InputError('job-state', {
    message: `Cannot ${verb} ${id}: it is ${state}`,
    hint: `See what can be done with "broadside status ${id}".`,
  })
}
