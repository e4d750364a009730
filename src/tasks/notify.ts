import { linkTo } from '../core/publication/link.ts'
import { queueRow } from '../core/publication/rows.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'
import { recount } from './recount.ts'

/** Tells the owner of a job that is done or held; of any other there is nothing to tell. */
export async function notify(job: Job, ports: Pick<Ports, 'notices' | 'settings' | 'store'>): Promise<void> {
  if (ports.settings.notify === null || (job.state !== 'posted' && job.state !== 'held')) return
  const progress = await recount(job, ports)
  const first = progress.live.get(1)
  const url = first === undefined ? null : linkTo(first, ports.settings)
  await ports.notices.tell({ ...queueRow(job, progress, ports.settings.timezone), title: job.title, url })
}
