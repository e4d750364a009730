import { mayFollow, type Held, type Job, type Results } from './job.ts'

/**
 * The job in its next state, with the change in its history.
 * @throws RangeError for a change that the table {@link mayFollow} does not hold: a fault of the program.
 */
export function change(
  job: Job,
  to:
    | { state: Exclude<Job['state'], 'held' | 'posted'> }
    | { state: 'held'; held: Held }
    | { state: 'posted'; results?: Results },
  now: Date,
): Job {
  const allowed: readonly Job['state'][] = mayFollow[job.state]
  if (!allowed.includes(to.state)) throw new RangeError(`Cannot make job ${job.id} ${to.state}: it is ${job.state}`)
  const { slug, id, title, part, network, at, approvedAt, late, posts, schema } = job
  const why = to.state === 'held' ? `${to.held.reason}: ${to.held.fact}` : null
  // What came later stands later, though the clock was set back meanwhile: a release counts for what it came after.
  const last = job.history.at(-1)?.at ?? ''
  const since = now.toISOString() < last ? last : now.toISOString()
  const history = [...job.history, { at: since, state: to.state, why }]
  return {
    schema,
    id,
    slug,
    title,
    ...(part === undefined ? {} : { part }),
    ...(network === undefined ? {} : { network }),
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
