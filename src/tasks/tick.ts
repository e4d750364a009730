import { change } from '../core/queue/change.ts'
import { due } from '../core/queue/due.ts'
import type { Job } from '../core/queue/job.ts'
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
  for (const next of due(await store.jobs(), clock.now(), settings)) {
    if (signal?.aborted) break
    if (next.kind === 'hold') {
      const { held } = next
      const job = await store.update(next.job.id, (late) => change(late, { state: 'held', held }, clock.now()))
      done.push(job)
      await notify(job, ports)
      continue
    }
    try {
      const job = await publish(next.job, { ...ports, network: await ports.network() }, signal)
      done.push(job)
      await notify(job, ports)
      if (isForAll(job)) break
    } catch (failure) {
      ports.log.error({ job: next.job.id, fact: (failure as Error).message }, 'a tick failed')
      return { jobs: done, failure: failure as Error }
    }
  }
  return { jobs: done, failure: null }
}

/** What stops one job stops every other one too: X would refuse them all. */
function isForAll(job: Job): boolean {
  return job.state === 'held' && ['auth', 'credits', 'limit'].includes(job.held.reason)
}
