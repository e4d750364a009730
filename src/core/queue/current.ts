/** For how long a job that is over is still of interest. Milliseconds. */
const recent = 7 * 24 * 3_600_000

/** A list of jobs shows those that are not over, or were not before this. */
export function currentSince(now: Date): Date {
  return new Date(now.getTime() - recent)
}
