import type { Job } from './job.ts'
import { overSince } from './over.ts'

/**
 * A job as it may be relied on where its file was damaged and only the copy from before its last change is left: what would
 * still go out is held until its owner says so, for the change that is lost may have been that it should not.
 */
export function restored(job: Job): Job {
  if (overSince(job) !== null) return job
  const fact = `Its file was damaged: what is left is how it was before its last change, ${job.state} for ${job.at}`
  return { ...job, state: 'held', held: { reason: 'store', fact, until: null } }
}
