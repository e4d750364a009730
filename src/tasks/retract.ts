import { InputError } from '../core/errors.ts'
import { liveIds } from '../core/publication/step.ts'
import { change } from '../core/queue/change.ts'
import type { Job } from '../core/queue/job.ts'
import { prices, sum } from '../core/thread/price.ts'
import type { Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { recount } from './recount.ts'
import { refuseElsewhere } from './refuse-elsewhere.ts'
import { find } from './steer.ts'

type Needs = Pick<Ports, 'clock' | 'progress' | 'store'> & { network: Network }

/** What taking a thread back comes to. */
export interface Retraction {
  readonly job: Job
  /** How many of its posts are live. */
  readonly live: number
  /** US dollars. */
  readonly price: number
}

/** @throws InputError when the job may still post. */
export async function planRetraction(name: string, ports: Pick<Ports, 'store'>): Promise<Retraction> {
  const job = await find(name, ports)
  if (job.state === 'queued' || job.state === 'posting') {
    throw new InputError('job-state', {
      message: `Cannot retract ${job.id}: it is ${job.state}`,
      hint: `Hold it first: broadside hold ${job.id}`,
    })
  }
  const live = liveIds(await ports.store.journal(job.id)).size
  return { job, live, price: sum([live * prices.delete]) }
}

/**
 * Takes back what is live of a job, the last post first, so that no reader meets a thread without its beginning; the job
 * is retracted then. A held one is cancelled first. What was taken back is written down post by post: where it stopped,
 * the next call goes on.
 * @throws WorldError when X does not say that a post is gone.
 */
export async function retract(name: string, ports: Needs): Promise<Job> {
  const { clock, store, network, progress } = ports
  const { job, live } = await planRetraction(name, ports)
  refuseElsewhere('retract', job, network)
  await store.update(job.id, (before) => over(before, clock.now()))
  for (const { intent, receipt } of (await store.journal(job.id)).toReversed()) {
    if (receipt?.outcome.kind !== 'applied' && receipt?.outcome.kind !== 'found') continue
    progress.say(`taking post ${intent.n} back, of ${live}`)
    const { id } = receipt.outcome
    const wasLive = await network.remove(id)
    const { schema, n, attempt } = intent
    await store.receive({
      schema,
      job: job.id,
      n,
      attempt,
      at: clock.now().toISOString(),
      outcome: { kind: 'removed', id },
    })
    if (wasLive) await charge(ports, { call: 'delete', job: job.id })
  }
  const { removed, unknown } = await recount(await find(job.id, ports), ports)
  // A post that may be live is not taken back: the job stays cancelled, and its status says which one it is.
  const isAll = removed.size > 0 && unknown.size === 0
  return store.update(job.id, (ended) =>
    isAll && ended.state !== 'retracted' ? change(ended, { state: 'retracted' }, clock.now()) : ended,
  )
}

/** No held job goes on behind its owner's back, and no posted one says any longer that all of it is live. */
function over(job: Job, now: Date): Job {
  if (job.state === 'held') return change(job, { state: 'cancelled' }, now)
  if (job.state !== 'posted') return job
  const { results: _, ...rest } = job
  return rest
}
