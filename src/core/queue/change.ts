import { mayFollow, type Held, type Job } from './job.ts'

/**
 * The job in its next state, with the change in its history.
 * @throws RangeError for a change that the table {@link mayFollow} does not hold: a fault of the program.
 */
export function change(
  job: Job,
  to: { state: Exclude<Job['state'], 'held'> } | { state: 'held'; held: Held },
  now: Date,
): Job {
  const allowed: readonly Job['state'][] = mayFollow[job.state]
  if (!allowed.includes(to.state)) throw new RangeError(`Cannot make job ${job.id} ${to.state}: it is ${job.state}`)
  const { slug, id, title, part, at, approvedAt, late, posts, schema } = job
  const why = to.state === 'held' ? `${to.held.reason}: ${to.held.fact}` : null
  const history = [...job.history, { at: now.toISOString(), state: to.state, why }]
  return {
    schema,
    id,
    slug,
    title,
    ...(part === undefined ? {} : { part }),
    at,
    approvedAt,
    late,
    posts,
    history,
    ...to,
  }
}

/** When the owner last let a held job go on; null when never. */
export function releasedAt(job: Job): string | null {
  const release = job.history.findLast(({ state }, index) => state === 'queued' && index > 0)
  return release?.at ?? null
}
