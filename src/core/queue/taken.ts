import type { Job } from './job.ts'

/** When threads go out or went out: by plan, and in truth. `except`: the id of a job that is about to be moved. */
export function takenBy(jobs: readonly Job[], except?: string): readonly Date[] {
  return jobs
    .filter(({ id, state }) => id !== except && state !== 'cancelled' && state !== 'retracted')
    .flatMap((job) => {
      const begun = begunAt(job)
      return begun === null ? [new Date(job.at)] : [new Date(job.at), new Date(begun)]
    })
}

/** When a job was last begun, or taken up again, in milliseconds; null when never. */
export function begunAt({ history }: Job): number | null {
  const begun = history.findLast(({ state }) => state === 'posting')
  return begun === undefined ? null : Date.parse(begun.at)
}
