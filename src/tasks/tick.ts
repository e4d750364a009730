import { change } from '../core/queue/change.ts'
import { due, type Due } from '../core/queue/due.ts'
import type { Job } from '../core/queue/job.ts'
import { moved } from '../core/queue/move.ts'
import type { Ports } from '../ports.ts'
import { notify } from './notify.ts'
import { publish } from './publish.ts'

export interface Ticked {
  readonly jobs: readonly Job[]
  /** What stopped the tick before everything due was done; null when nothing did. */
  readonly failure: Error | null
}

/** Does all that is due now, one thread after the other, each to its end. Stops between two posts when `signal` aborts. */
export async function tick(ports: Ports, signal?: AbortSignal): Promise<Ticked> {
  const { clock, settings, store } = ports
  const done: Job[] = []
  const now = clock.now()
  // What was over before this was begun too long ago to make another thread wait for its turn.
  const endedSince = new Date(now.getTime() - settings.grace - settings.distance)
  for (const next of due(await store.jobs({ endedSince }), now, settings)) {
    if (signal?.aborted) break
    if (next.kind !== 'publish') {
      const job = await giveUp(next, ports)
      done.push(job)
      await notify(job, ports)
      continue
    }
    try {
      const job = await publish(next.job, { ...ports, network: await ports.network() }, signal)
      done.push(job)
      if (isNews(job, next.job)) await notify(job, ports)
      if (isForAll(job)) break
    } catch (failure) {
      ports.log.error({ job: next.job.id, fact: (failure as Error).message }, 'a tick failed')
      return { jobs: done, failure: failure as Error }
    }
  }
  return { jobs: done, failure: null }
}

/** Holds what is too late, or gives it another time; the owner may have changed it meanwhile, and then theirs stands. */
function giveUp(next: Exclude<Due, { kind: 'publish' }>, { clock, log, store }: Ports): Promise<Job> {
  const now = clock.now()
  log.info({ job: next.job.id, became: next.kind }, 'a job was late')
  return store.update(next.job.id, (job) => {
    if (job.at !== next.job.at || job.state !== next.job.state) return job
    return next.kind === 'move' ? moved(job, { ...next, now }) : change(job, { state: 'held', held: next.held }, now)
  })
}

/** A job that waits again for what it waited for needs nobody. */
function isNews(job: Job, before: Job): boolean {
  if (job.state !== 'held' || before.state !== 'held') return true
  return job.held.reason !== before.held.reason || job.held.until === null
}

/**
 * What stops one job stops every other one too: X would refuse them all. A limit that was foreseen, before the job was
 * begun, is that of its own length.
 */
function isForAll({ history, ...job }: Job): boolean {
  if (job.state !== 'held' || !['auth', 'credits', 'limit'].includes(job.held.reason)) return false
  return history.at(-2)?.state === 'posting'
}
