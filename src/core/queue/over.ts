import type { Instant, Job } from './job.ts'

/** Since when a job is over; null while it is not. */
export function overSince({ state, at, history }: Job): Instant | null {
  const isOpen = state === 'queued' || state === 'posting' || state === 'held'
  return isOpen ? null : (history.at(-1)?.at ?? at)
}

/** Whether a job was over already before an instant. */
export function isOverBefore(job: Job, instant: Date): boolean {
  const since = overSince(job)
  return since !== null && since < instant.toISOString()
}
