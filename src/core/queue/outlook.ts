import type { Job } from './job.ts'

/** What lies ahead of the clock. */
export interface Outlook {
  readonly queued: number
  readonly posting: number
  readonly held: number
  /** The queued job whose time comes first. */
  readonly next: Pick<Job, 'id' | 'slug' | 'at'> | null
}

export function outlookOf(jobs: readonly Job[]): Outlook {
  const count = (state: Job['state']) => jobs.filter((job) => job.state === state).length
  let next: Job | null = null
  for (const job of jobs) if (job.state === 'queued' && (next === null || job.at < next.at)) next = job
  return {
    queued: count('queued'),
    posting: count('posting'),
    held: count('held'),
    next: next && { id: next.id, slug: next.slug, at: next.at },
  }
}
