import type { Audience, Clicks, Metrics, MetricsRecord, Sample } from './sample.ts'
import { isAudience, metricNames } from './sample.ts'

/** The ages at which a post's growth is told: 1 h, 6 h, 24 h and 7 d. Seconds. */
export const growthAges = [3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600] as const

/** The sample nearest to an age: at most a quarter of the age away from it. */
export interface Grown {
  /** Seconds. */
  readonly age: number
  readonly impressions: number
}

/** All that a report needs of the samples of one post. */
export interface PostRollUp {
  readonly job: string
  readonly n: number
  readonly id: string
  /** When its newest sample was taken, and whether X had no such post then. */
  readonly at: string
  readonly deleted: boolean
  /** The instant of the sample that was written last: earlier than `at` where the clock was set back. */
  readonly written: string
  /** Its newest figures while it was live. */
  readonly live: (Metrics & { readonly at: string }) | null
  /** The newest clicks that X told; it tells them for 30 days. */
  readonly clicks: (Clicks & { readonly at: string }) | null
  /** One for each of {@link growthAges}. */
  readonly growth: readonly (Grown | null)[]
}

/** What a heap of samples comes to: derived, and to be had again from the samples at any time. */
export interface RollUp {
  readonly posts: ReadonlyMap<string, PostRollUp>
  /** One for each UTC day, in their order. */
  readonly audience: readonly Audience[]
  /** How many samples it was made of, and the latest of their instants. */
  readonly samples: number
  readonly newest: string | null
}

export const emptyRollUp: RollUp = { posts: new Map(), audience: [], samples: 0, newest: null }

/** Rolls up records in any order; of two of the same instant, the later in the order counts. */
export function rollUp(records: readonly MetricsRecord[]): RollUp {
  const samples = records.filter((record) => !isAudience(record)) as readonly Sample[]
  const posts = new Map<string, PostRollUp>()
  for (const sample of samples) {
    const [before, one] = [posts.get(sample.id), ofOne(sample)]
    posts.set(sample.id, before === undefined ? one : joined(before, one))
  }
  const newest = records.reduce<string | null>((latest, { at }) => later(latest, at), null)
  return { posts, audience: daily(records.filter(isAudience)), samples: samples.length, newest }
}

/** Joins roll-ups in the order in which their samples were written. */
export function joinRollUps(all: readonly RollUp[]): RollUp {
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  const posts = new Map(only?.posts)
  for (const each of all.slice(1)) {
    for (const [id, post] of each.posts) {
      const before = posts.get(id)
      posts.set(id, before === undefined ? post : joined(before, post))
    }
  }
  return {
    posts,
    audience: daily(all.flatMap(({ audience }) => audience)),
    samples: all.reduce((sum, { samples }) => sum + samples, 0),
    newest: all.reduce<string | null>((latest, { newest }) => later(latest, newest), null),
  }
}

/** Whether a sample taken `age` seconds after the post was published tells of its growth to `target`. */
export function tellsOf(target: number, age: number): boolean {
  return Math.abs(age - target) * 4 <= target
}

function ofOne(sample: Sample): PostRollUp {
  const { job, n, id, at, deleted, age = null, impressions, clicks = null, profileClicks = null } = sample
  const metrics = Object.fromEntries(metricNames.map((name) => [name, sample[name]])) as Metrics
  const grown = (target: number) =>
    age !== null && impressions !== null && !deleted && tellsOf(target, age) ? { age, impressions } : null
  return {
    job,
    n,
    id,
    at,
    deleted,
    written: at,
    live: deleted ? null : { at, ...metrics },
    clicks: deleted || (clicks === null && profileClicks === null) ? null : { at, clicks, profileClicks },
    growth: growthAges.map(grown),
  }
}

function joined(before: PostRollUp, after: PostRollUp): PostRollUp {
  const { job, n, id, at, deleted } = isBefore(after.at, before.at) ? before : after
  return {
    job,
    n,
    id,
    at,
    deleted,
    written: after.written,
    live: newer(before.live, after.live),
    clicks: newer(before.clicks, after.clicks),
    growth: growthAges.map((target, index) =>
      nearer(before.growth[index] ?? null, after.growth[index] ?? null, target),
    ),
  }
}

function newer<T extends { readonly at: string }>(before: T | null, after: T | null): T | null {
  if (before === null || after === null) return before ?? after
  return isBefore(after.at, before.at) ? before : after
}

function nearer(before: Grown | null, after: Grown | null, target: number): Grown | null {
  if (before === null || after === null) return before ?? after
  return Math.abs(after.age - target) < Math.abs(before.age - target) ? after : before
}

/** Of each UTC day the newest that is known, or else one that is not: it was asked for, and X did not say. */
function daily(audience: readonly Audience[]): readonly Audience[] {
  const days = new Map<string, Audience>()
  for (const each of audience) {
    const [day, before] = [each.at.slice(0, 10), days.get(each.at.slice(0, 10))]
    if (before && (each.followers === null || (before.followers !== null && isBefore(each.at, before.at)))) continue
    days.set(day, each)
  }
  return [...days.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return isBefore(b, a) ? a : b
}

/** Instants as `toISOString()` writes them sort as text; others are read. */
function isBefore(a: string, b: string): boolean {
  return a.length === 24 && b.length === 24 ? a < b : Date.parse(a) < Date.parse(b)
}
