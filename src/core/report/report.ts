import type { Metrics, Sample } from '../metrics/sample.ts'
import { metricNames } from '../metrics/sample.ts'
import type { Standing } from '../metrics/standing.ts'
import { standings } from '../metrics/standing.ts'
import type { LedgerLine } from '../publication/ledger.ts'
import { sum } from '../thread/price.ts'

/** What a report needs to know of a job: what was published, when, and with which card. */
export interface JobFacts {
  readonly id: string
  readonly slug: string
  readonly title: string
  /** Null while nothing of it is live. */
  readonly publishedAt: string | null
  readonly posts: readonly PostFacts[]
}

export interface PostFacts {
  readonly n: number
  /** Null while the post is not live. */
  readonly id: string | null
  readonly text: string
  /** The quote on the post's card; null without a card. */
  readonly card: string | null
}

/** One post and its last known figures. */
export interface PostReport extends PostFacts, Metrics {
  /** X no longer has the post; the figures are its last ones. */
  readonly deleted: boolean
}

/** What one thread earned. Null is unknown, never 0. */
export interface ThreadReport {
  readonly slug: string
  readonly id: string
  readonly title: string
  readonly publishedAt: string
  /** When the newest of the figures was taken; null before the first sample. */
  readonly measuredAt: string | null
  readonly posts: readonly PostReport[]
  /** The known figures of all posts together. */
  readonly totals: Metrics
  /** Impressions of the last post over those of the first. */
  readonly completion: number | null
  /** US dollars that X charged for it so far. */
  readonly cost: number | null
}

/** Everything the reports are made of, as it lies in the store. */
export interface Records {
  readonly jobs: readonly JobFacts[]
  readonly samples: readonly Sample[]
  readonly ledger: readonly LedgerLine[]
}

/** What each published thread earned, newest first. */
export function reportOf({ jobs, samples, ledger }: Records): readonly ThreadReport[] {
  const known = standings(samples)
  const costs = costByJob(ledger)
  return jobs
    .filter(isPublished)
    .map((job) => threadReport(job, known, costs.get(job.id) ?? null))
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
}

type Published = JobFacts & { readonly publishedAt: string }
type Standings = ReadonlyMap<string, Standing>

function isPublished(job: JobFacts): job is Published {
  return job.publishedAt !== null
}

function threadReport(
  { slug, id, title, publishedAt, posts: facts }: Published,
  known: Standings,
  cost: number | null,
) {
  const posts = facts.map((post) => postReport(post, known))
  const measuredAt = newest(facts.map((post) => known.get(post.id ?? '')?.measuredAt ?? null))
  return {
    slug,
    id,
    title,
    publishedAt,
    measuredAt,
    posts,
    totals: total(posts),
    completion: completionOf(posts),
    cost,
  }
}

/** Adds the figures that are known; a figure that no post has stays unknown. */
export function total(all: readonly Metrics[]): Metrics {
  const totals = metricNames.map((name) => {
    const known = all.flatMap((metrics) => metrics[name] ?? [])
    return [name, known.length === 0 ? null : known.reduce((whole, part) => whole + part)]
  })
  return Object.fromEntries(totals) as Metrics
}

/** `part` over `whole`, unknown where either is, and where the whole is nothing. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): number | null {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? part / whole : null
}

function postReport({ n, id, text, card }: PostFacts, known: Standings): PostReport {
  const { metrics = total([]), deleted = false } = known.get(id ?? '') ?? {}
  return { n, id, text, card, ...metrics, deleted }
}

function completionOf(posts: readonly PostReport[]): number | null {
  return ratio(posts.at(-1)?.impressions, posts[0]?.impressions)
}

function newest(instants: readonly (string | null)[]): string | null {
  const known = instants.flatMap((instant) => instant ?? [])
  return known.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}

function costByJob(ledger: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const dollars = new Map<string, number[]>()
  for (const { job, usd } of ledger) {
    if (job !== null) dollars.set(job, [...(dollars.get(job) ?? []), usd])
  }
  return new Map([...dollars].map(([job, all]) => [job, sum(all)]))
}
