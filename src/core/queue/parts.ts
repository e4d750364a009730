import type { Job } from './job.ts'

type Part = Job & { readonly part: NonNullable<Job['part']> }

/** Two parts of a series of which the later is to go out before the earlier; null where all are in their order. */
export function outOfTurn(jobs: readonly Job[]): readonly [earlier: Part, later: Part] | null {
  const parts = jobs.filter((job): job is Part => job.part !== undefined && isWaiting(job))
  for (const earlier of parts) {
    const later = parts.find((job) => isSeries(earlier, job) && earlier.part.n < job.part.n && job.at < earlier.at)
    if (later !== undefined) return [earlier, later]
  }
  return null
}

/** Whether a part of its series that comes before it is still to go out. */
export function waitsForPart(job: Job, jobs: readonly Job[]): boolean {
  const { part } = job
  if (part === undefined) return false
  return jobs.some(
    (other) => other.part !== undefined && isSeries(other, job) && other.part.n < part.n && isWaiting(other),
  )
}

function isSeries(a: Job, b: Job): boolean {
  return a.slug === b.slug && a.part?.of === b.part?.of
}

function isWaiting({ state }: Job): boolean {
  return state === 'queued' || state === 'posting' || state === 'held'
}
