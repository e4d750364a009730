import { linkTo } from '../core/publication/link.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'
import { queueRows } from './show.ts'

/** Tells the owner of a job that is done or held; of any other there is nothing to tell. */
export async function notify(job: Job, ports: Pick<Ports, 'notices' | 'settings' | 'store'>): Promise<void> {
  if (ports.settings.notify === null || (job.state !== 'posted' && job.state !== 'held')) return
  const [row] = await queueRows([job], ports)
  if (row === undefined) return
  const first = liveIds(await ports.store.journal(job.id)).get(1)
  await ports.notices.tell({
    ...row,
    title: job.title,
    url: first === undefined ? null : linkTo(first, ports.settings),
  })
}
