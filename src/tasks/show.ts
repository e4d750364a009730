import type { Journal } from '../core/publication/journal.ts'
import { queueRow, statusRow, type Progress, type QueueRow, type StatusRow } from '../core/publication/rows.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'

/** The queue, soonest first. */
export async function queueRows(jobs: readonly Job[], { store }: Pick<Ports, 'store'>): Promise<readonly QueueRow[]> {
  const rows = jobs.map(async (job) => queueRow(job, progressOf(await store.journal(job.id))))
  return (await Promise.all(rows)).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

/** What is live of each job, post by post. */
export async function statusRows(
  jobs: readonly Job[],
  { store }: Pick<Ports, 'store'>,
  linkTo: (id: string) => string,
): Promise<readonly StatusRow[]> {
  const rows = jobs.map(async (job) => statusRow(job, progressOf(await store.journal(job.id)), linkTo))
  return (await Promise.all(rows)).toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
}

function progressOf(journal: Journal): Progress {
  const unknown = journal.filter(({ receipt }) => receipt === null).map(({ intent }) => intent.n)
  return { live: liveIds(journal), unknown: new Set(unknown) }
}
