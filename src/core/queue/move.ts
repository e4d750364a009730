import type { Job } from './job.ts'

/** The job at another time, with the move in its history. One that was held for being late is queued again. */
export function moved(job: Job, { at, why, now }: { at: Date; why: string; now: Date }): Job {
  const time = at.toISOString()
  const entry = { at: now.toISOString(), state: 'moved', why: `from ${job.at} to ${time}: ${why}` }
  const history = [...job.history, entry]
  if (job.state !== 'held' || job.held.reason !== 'late') return { ...job, at: time, history }
  const { held: _, ...plan } = job
  return { ...plan, state: 'queued', at: time, history }
}
