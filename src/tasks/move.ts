import { z } from 'zod'
import { InputError } from '../core/errors.ts'
import { Instant, type Job } from '../core/queue/job.ts'
import { moved } from '../core/queue/move.ts'
import { outOfTurn } from '../core/queue/parts.ts'
import type { Ports } from '../ports.ts'
import { freeSlot } from './find-time.ts'
import { find } from './steer.ts'

type Needs = Pick<Ports, 'clock' | 'settings' | 'store'>

/** Another time for a job; null: the next free slot. */
export const Move = z.object({ id: z.string(), at: Instant.nullable() })
export type Move = z.infer<typeof Move>

/** The jobs that share their times out among them. */
export const Order = z.object({ ids: z.array(z.string()).min(2) })
export type Order = z.infer<typeof Order>

/**
 * Gives a job that has not begun another time.
 * @throws InputError when it has begun or is over, or there are no slots.
 */
export async function move({ id, at }: Move, ports: Needs): Promise<Job> {
  const job = await movable(id, ports)
  const time = at ?? (await freeSlot(ports, job.id)).toISOString()
  const [changed = job] = await retime([{ job, time }], ports)
  return changed
}

/** Lets two jobs that have not begun change places. */
export async function swap({ ids }: Order, ports: Needs): Promise<readonly Job[]> {
  const [first, second, ...more] = await movables(ids, ports)
  if (first === undefined || second === undefined || more.length > 0) throw wrongCount(ids.length)
  const changed = [
    { job: first, time: second.at },
    { job: second, time: first.at },
  ]
  return retime(changed, ports)
}

/** Lets jobs that have not begun go out in this order, at the times they have among them. */
export async function reorder({ ids }: Order, ports: Needs): Promise<readonly Job[]> {
  const jobs = await movables(ids, ports)
  const times = jobs.map(({ at }) => at).toSorted()
  return retime(
    jobs.map((job, index) => ({ job, time: times[index] ?? job.at })),
    ports,
  )
}

/** All of them or none. */
async function retime(
  changes: readonly { readonly job: Job; readonly time: string }[],
  { clock, store }: Needs,
): Promise<readonly Job[]> {
  const now = clock.now()
  const times = new Map(changes.map(({ job, time }) => [job.id, time]))
  const slugs = new Set(changes.map(({ job }) => job.slug))
  const concerned = (await store.jobs()).filter(({ slug }) => slugs.has(slug))
  refuseDisorder(concerned.map((job) => ({ ...job, at: times.get(job.id) ?? job.at })))
  const done: Job[] = []
  try {
    for (const { job: before, time } of changes) {
      const change = (job: Job) => {
        if (job.state !== before.state) throw begun(job)
        return time === job.at ? job : moved(job, { at: new Date(time), why: 'the owner moved it', now })
      }
      done.push(await store.update(before.id, change))
    }
  } catch (cause) {
    // One of them has begun just now: the others keep the times they had, and whatever else became of them meanwhile.
    const had = new Map(changes.map(({ job }) => [job.id, job.at]))
    for (const { id, at } of done) {
      await store.update(id, (job) => (job.at === at ? movedBack(job, had.get(id) ?? at, now) : job))
    }
    throw cause
  }
  return done
}

function movedBack(job: Job, at: string, now: Date): Job {
  if (job.at === at || (job.state !== 'queued' && job.state !== 'held')) return job
  const entry = { at: now.toISOString(), state: 'moved', why: `back to ${at}: another one had begun` }
  return { ...job, at, history: [...job.history, entry] }
}

/** @throws InputError where a part of a series would go out before an earlier one. */
function refuseDisorder(jobs: readonly Job[]): void {
  const parts = outOfTurn(jobs)
  if (parts === null) return
  const [earlier, later] = parts
  throw new InputError('parts-order', {
    message: `Cannot move it there: part ${later.part.n} of ${later.slug} would go out before part ${earlier.part.n}`,
    hint: `Move ${earlier.id} or ${later.id} first, so that the parts stay in their order.`,
  })
}

async function movables(ids: readonly string[], ports: Needs): Promise<readonly Job[]> {
  const jobs = await Promise.all(ids.map((id) => movable(id, ports)))
  const twice = jobs.find((job, index) => jobs.findIndex(({ id }) => id === job.id) < index)
  if (twice !== undefined) {
    throw new InputError('job-twice', {
      message: `Cannot change the order: ${twice.id} is named twice`,
      hint: 'Name each job once.',
    })
  }
  const past = jobs.find(({ at }) => at < ports.clock.now().toISOString())
  if (past === undefined) return jobs
  throw new InputError('job-late', {
    message: `Cannot change the order: the time of ${past.id} has passed`,
    hint: `Give it another one first: broadside move ${past.id} next`,
  })
}

/** The job, where it is queued or held and nothing of it was sent yet. */
async function movable(id: string, ports: Needs): Promise<Job> {
  const job = await find(id, ports)
  const isWaiting = job.state === 'queued' || job.state === 'held'
  if (isWaiting && (await ports.store.journal(job.id)).length === 0) return job
  throw begun(job)
}

function begun({ id, state }: Job): InputError {
  const fact = state === 'queued' || state === 'held' ? 'it has begun' : `it is ${state}`
  return new InputError('job-state', {
    message: `Cannot move ${id}: ${fact}`,
    hint: 'Only what is queued or held, and has not begun, has a time to come.',
  })
}

function wrongCount(count: number): InputError {
  return new InputError('usage', {
    message: `Cannot swap ${count} jobs: only two can change places`,
    hint: 'Use "broadside reorder" for more.',
  })
}
