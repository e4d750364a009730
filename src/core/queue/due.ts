import type { Held, Job } from './job.ts'

/** A started thread goes on by itself for this long. Milliseconds. */
const goesOnFor = 24 * 3_600_000

/** What to do about a job now. */
export type Due =
  | { readonly kind: 'publish'; readonly job: Job }
  | { readonly kind: 'hold'; readonly job: Job; readonly held: Held }

/**
 * What is due at `now`, in the order in which to do it: threads that were begun first, then the oldest. `grace`: how
 * late, in milliseconds, a job may be and still go out by itself.
 */
export function due(jobs: readonly Job[], now: Date, { grace }: { grace: number }): readonly Due[] {
  return jobs
    .toSorted((a, b) => Number(isBegun(b)) - Number(isBegun(a)) || a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
    .flatMap((job) => dueOf(job, now, grace) ?? [])
}

function dueOf(job: Job, now: Date, grace: number): Due | null {
  const late = now.getTime() - Date.parse(job.at)
  switch (job.state) {
    case 'queued':
      if (late < 0) return null
      return late <= grace || job.late === 'publish' ? { kind: 'publish', job } : tooLate(job, `its time was ${job.at}`)
    case 'posting': {
      const begun = Date.parse(job.history.findLast(({ state }) => state === 'posting')?.at ?? job.at)
      if (now.getTime() - begun <= goesOnFor) return { kind: 'publish', job }
      return tooLate(job, 'it was begun more than 24 hours ago')
    }
    case 'held':
      return job.held.until !== null && job.held.until <= now.toISOString() ? { kind: 'publish', job } : null
    case 'posted':
    case 'cancelled':
      return null
  }
}

function tooLate(job: Job, fact: string): Due {
  return { kind: 'hold', job, held: { reason: 'late', fact, until: null } }
}

function isBegun(job: Job): boolean {
  return job.state === 'posting' || job.state === 'held'
}
