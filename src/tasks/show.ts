import { queueRow, statusRow, type QueueRow, type StatusRow } from '../core/publication/rows.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'
import { recount } from './recount.ts'

/** The queue, soonest first. */
export async function queueRows(
  jobs: readonly Job[],
  ports: Pick<Ports, 'settings' | 'store'>,
): Promise<readonly QueueRow[]> {
  const rows = jobs.map(async (job) => queueRow(job, await recount(job, ports), ports.settings.timezone))
  return (await Promise.all(rows)).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

/** What is live of each job, post by post. */
export async function statusRows(
  jobs: readonly Job[],
  ports: Pick<Ports, 'settings' | 'store'>,
  linkTo: (id: string) => string,
): Promise<readonly StatusRow[]> {
  const { timezone } = ports.settings
  const rows = jobs.map(async (job) => statusRow(job, await recount(job, ports), { linkTo, timezone }))
  return (await Promise.all(rows)).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}
