import { greatest } from 'd3-array'
import type { PostRollUp, RollUp } from '../metrics/rollup.ts'
import { growthAges, rollUp as rollUpOf } from '../metrics/rollup.ts'
import type { Clicks, Metrics, Sample } from '../metrics/sample.ts'
import { metricNames, nothingKnown } from '../metrics/sample.ts'
import { standingOf } from '../metrics/standing.ts'
import type { LedgerLine } from '../publication/ledger.ts'
import { sum } from '../thread/price.ts'
import { followsOf } from './follows.ts'

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
  /** Whether X made a link of something in it, as it was priced when it was approved. */
  readonly linked?: boolean
}

/** One post and its last known figures. */
export interface PostReport extends PostFacts, Metrics, Clicks {
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
  /** Clicks on links and on the author's name, as far as X told them. */
  readonly clicks: Clicks
  /** Impressions of all posts 1 h, 6 h, 24 h and 7 d after each was published; unknown where one post's are. */
  readonly growth: readonly (number | null)[]
  /** How many more followed the account a week after the thread than before it; others may have come for other reasons. */
  readonly follows: number | null
}

/** Everything the reports are made of, as it lies in the store. */
export interface Records {
  readonly jobs: readonly JobFacts[]
  readonly samples: readonly Sample[]
  readonly ledger: readonly LedgerLine[]
}

/** What each published thread earned, newest first. */
export function reportOf({ samples, ...records }: Records): readonly ThreadReport[] {
  return reportFrom({ ...records, rollUp: rollUpOf(samples) })
}

/** The same, from samples that were rolled up. */
export function reportFrom({
  jobs,
  rollUp,
  ledger,
}: Omit<Records, 'samples'> & { readonly rollUp: RollUp }): readonly ThreadReport[] {
  const costs = costByJob(ledger)
  return jobs
    .filter(isPublished)
    .map((job) => threadReport(job, rollUp, costs.get(job.id) ?? null))
    .toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
}

type Published = JobFacts & { readonly publishedAt: string }

function isPublished(job: JobFacts): job is Published {
  return job.publishedAt !== null
}

function threadReport(
  { slug, id, title, publishedAt, posts: facts }: Published,
  { posts: known, audience }: RollUp,
  cost: number | null,
): ThreadReport {
  const read = facts.map((post) => postReport(post, known.get(post.id ?? '')))
  const posts = read.map((post, index) => withoutOwnReply(post, read[index + 1]))
  const rolled = facts.map((post) => known.get(post.id ?? ''))
  return {
    slug,
    id,
    title,
    publishedAt,
    measuredAt: newest(rolled.map((post) => (post === undefined ? null : standingOf(post).measuredAt))),
    posts,
    totals: total(posts),
    completion: completionOf(posts),
    cost,
    clicks: {
      clicks: sumOf(posts.map((post) => post.clicks)),
      profileClicks: sumOf(posts.map((p) => p.profileClicks)),
    },
    growth: growthAges.map((_, age) => wholeOf(rolled.map((post) => post?.growth[age]?.impressions ?? null))),
    follows: followsOf(audience, publishedAt),
  }
}

/** Adds the figures that are known; a figure that no post has stays unknown. */
export function total(all: readonly Metrics[]): Metrics {
  const sums: Metrics = { ...nothingKnown }
  for (const metrics of all) {
    for (const name of metricNames) if (metrics[name] !== null) sums[name] = (sums[name] ?? 0) + metrics[name]
  }
  return sums
}

/** `part` over `whole`, unknown where either is, and where the whole is nothing. */
export function ratio(part: number | null | undefined, whole: number | null | undefined): number | null {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? part / whole : null
}

/** The sum of the figures that are known. */
function sumOf(figures: readonly (number | null)[]): number | null {
  const known = figures.filter((figure) => figure !== null)
  return known.length === 0 ? null : known.reduce((whole, part) => whole + part)
}

/** The sum where every figure is known: one that lacks a part would look like a thread that did worse. */
function wholeOf(figures: readonly (number | null)[]): number | null {
  return figures.includes(null) ? null : sumOf(figures)
}

function postReport({ n, id, text, card, linked = false }: PostFacts, known: PostRollUp | undefined): PostReport {
  const { metrics, deleted } = known === undefined ? { metrics: nothingKnown, deleted: false } : standingOf(known)
  const { clicks = null, profileClicks = null } = known?.clicks ?? {}
  return { n, id, text, card, linked, ...metrics, clicks, profileClicks, deleted }
}

/** The next post of a thread is a reply to this one, and X counts it as any other; it is nobody's engagement. */
function withoutOwnReply(post: PostReport, next: PostReport | undefined): PostReport {
  if (post.replies === null || next === undefined || next.id === null || next.deleted) return post
  return { ...post, replies: Math.max(0, post.replies - 1) }
}

function completionOf(posts: readonly PostReport[]): number | null {
  return ratio(posts.at(-1)?.impressions, posts[0]?.impressions)
}

function newest(instants: readonly (string | null)[]): string | null {
  const known = instants.filter((instant) => instant !== null)
  return greatest(known, (instant) => Date.parse(instant)) ?? null
}

function costByJob(ledger: readonly LedgerLine[]): ReadonlyMap<string, number> {
  const dollars = new Map<string, number[]>()
  for (const { job, usd } of ledger) {
    if (job !== null) dollars.set(job, [...(dollars.get(job) ?? []), usd])
  }
  return new Map([...dollars].map(([job, all]) => [job, sum(all)]))
}
