import type { Sample } from './sample.ts'

const hour = 3_600_000
const day = 24 * hour

/** How often a post is sampled while it is younger than `until`: its figures change fast at first, then ever more slowly. */
const schedule = [
  { until: 6 * hour, every: hour },
  { until: day, every: 3 * hour },
  { until: 3 * day, every: 12 * hour },
  { until: 30 * day, every: day },
]
const everAfter = 7 * day

/** What the schedule needs to know of a live post. */
export interface Measurable {
  readonly id: string
  readonly publishedAt: string
}

/**
 * The posts to sample now: the ones never sampled, and the ones whose last sample is older than their age allows.
 * A post that X no longer has is not asked for again. A sample from the future (the clock was set back) does not count.
 */
export function due<P extends Measurable>(posts: readonly P[], samples: readonly Sample[], now: Date): readonly P[] {
  const last = newestById(samples, now)
  const deleted = new Set(samples.filter((sample) => sample.deleted).map((sample) => sample.id))
  return posts.filter(({ id, publishedAt }) => !deleted.has(id) && isDue(publishedAt, last.get(id) ?? null, now))
}

/**
 * Whether a post published and last sampled at these instants (ISO 8601; null: never sampled) is due for a sample.
 * The interval is the one of the age at which it was last sampled.
 * @example isDue('2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z', new Date('2026-11-22T11:00:00Z')) // true
 */
export function isDue(publishedAt: string, lastSampledAt: string | null, now: Date): boolean {
  if (lastSampledAt === null) return true
  const last = Date.parse(lastSampledAt)
  return now.getTime() - last >= intervalAt(last - Date.parse(publishedAt))
}

function intervalAt(age: number): number {
  return schedule.find(({ until }) => age < until)?.every ?? everAfter
}

function newestById(samples: readonly Sample[], now: Date): ReadonlyMap<string, string> {
  const last = new Map<string, string>()
  for (const { id, at } of samples) {
    const known = last.get(id)
    const past = Date.parse(at) <= now.getTime()
    if (past && (known === undefined || Date.parse(known) < Date.parse(at))) last.set(id, at)
  }
  return last
}
