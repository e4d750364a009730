import { InputError } from '../core/problem.ts'
import { change } from '../core/queue/change.ts'
import { mayFollow, type Held, type Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'

type Needs = Pick<Ports, 'clock' | 'store'>

/** Keeps a job from going on until it is released; one that is being published stops after the post under way. */
export function hold(id: string, ports: Needs): Promise<Job> {
  const held: Held = { reason: 'owner', fact: 'You held it', until: null }
  return steer(id, ports, (job) => change(allow(job, 'held', 'hold'), { state: 'held', held }, ports.clock.now()))
}

/** Lets a held job go on: what may be live is read back first, and what X refused is asked for again. */
export function release(id: string, ports: Needs): Promise<Job> {
  return steer(id, ports, (job) => {
    const now = ports.clock.now()
    const at = job.at < now.toISOString() ? now.toISOString() : job.at
    return { ...change(allow(job, 'queued', 'release'), { state: 'queued' }, now), at }
  })
}

/** Takes a job that has not begun out of the queue, or gives up the rest of a held one. What is live stays live. */
export function cancel(id: string, ports: Needs): Promise<Job> {
  return steer(id, ports, (job) => change(allow(job, 'cancelled', 'cancel'), { state: 'cancelled' }, ports.clock.now()))
}

export async function find(id: string, { store }: Pick<Ports, 'store'>): Promise<Job> {
  const jobs = await store.jobs()
  const job = jobs.find((each) => each.id === id)
  if (job) return job
  const ofSlug = jobs.filter(({ slug }) => slug === id).map((each) => each.id)
  throw new InputError('job-unknown', {
    message: `Cannot find the job "${id}": there is none of that name`,
    hint: ofSlug.length > 0 ? `The piece has ${ofSlug.join(', ')}.` : 'See them all with "broadside queue".',
  })
}

async function steer(id: string, ports: Needs, to: (job: Job) => Job): Promise<Job> {
  await find(id, ports)
  return ports.store.update(id, to)
}

function allow(job: Job, next: Job['state'], verb: string): Job {
  const allowed: readonly Job['state'][] = mayFollow[job.state]
  if (allowed.includes(next)) return job
  throw new InputError('job-state', {
    message: `Cannot ${verb} ${job.id}: it is ${job.state}`,
    hint: 'See what can be done with "broadside status".',
  })
}
