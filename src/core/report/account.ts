import { engagementRate, engagements } from './engagement.ts'
import { hoursOf, type Hours } from './hours.ts'
import { ratio, total, type PostReport, type ThreadReport } from './report.ts'
import { bootstrap, bootstrapGap, mean, median, pearson, ranked, wilson, type Interval } from './statistics.ts'

/** Fewer than so many, and nothing is concluded: threads that a trend is told against, posts on either side, threads. */
export const leastOf = { trend: 5, posts: 10, threads: 8 } as const

/** A figure of the newest thread against the median of those before it; both null while there are too few of them. */
export interface Trend {
  readonly name: 'impressions in 24 h' | 'engagement rate' | 'completion'
  readonly newest: number | null
  readonly median: number | null
  /** How many threads before it have the figure. */
  readonly n: number
}

/** Posts of two kinds: the mean of their engagement rates, and by how much it differs. */
export interface Comparison {
  readonly what: 'card' | 'link'
  readonly with: { readonly n: number; readonly rate: number | null }
  readonly without: { readonly n: number; readonly rate: number | null }
  /** Null while either side has too few posts. */
  readonly difference: (Interval & { readonly value: number }) | null
}

/** A thread's engagement rate, and between which rates it lies. */
export interface Title {
  readonly id: string
  readonly title: string
  /** Impressions. */
  readonly n: number
  readonly rate: number
  readonly interval: Interval | null
}

/** What an account's threads tell together. Nothing here is advice. */
export interface AccountReport {
  readonly trends: readonly Trend[]
  readonly titles: readonly Title[]
  readonly comparisons: readonly Comparison[]
  /** How completion goes with the number of posts, from −1 to 1; null while there are too few threads. */
  readonly length: { readonly n: number; readonly correlation: (Interval & { readonly value: number }) | null }
  readonly hours: Hours
}

/** `seed` draws the bootstrap; `timezone` is the owner's. */
export function accountOf(
  reports: readonly ThreadReport[],
  { timezone, seed }: { readonly timezone: string; readonly seed: number },
): AccountReport {
  const posts = reports.flatMap((report) => report.posts)
  return {
    trends: trendsOf(reports),
    titles: titlesOf(reports),
    comparisons: [
      comparison('card', posts, seed, ({ card }) => card !== null),
      comparison('link', posts, seed, ({ linked }) => linked === true),
    ],
    length: lengthOf(reports, seed),
    hours: hoursOf(reports, timezone),
  }
}

function trendsOf(reports: readonly ThreadReport[]): readonly Trend[] {
  const figures: readonly (readonly [Trend['name'], (report: ThreadReport) => number | null])[] = [
    ['impressions in 24 h', ({ growth }) => growth[2] ?? null],
    ['engagement rate', engagementRate],
    ['completion', ({ completion }) => completion],
  ]
  return figures.map(([name, figureOf]) => {
    const [newest, ...earlier] = reports.map(figureOf)
    const known = earlier.filter((figure) => figure !== null)
    const isEnough = known.length >= leastOf.trend && newest !== null && newest !== undefined
    return {
      name,
      n: known.length,
      newest: isEnough ? newest : null,
      median: isEnough ? median(known) : null,
    }
  })
}

function titlesOf(reports: readonly ThreadReport[]): readonly Title[] {
  const rated = reports.flatMap((report) => {
    const rate = engagementRate(report)
    const both = total(report.posts.filter((post) => post.impressions !== null && engagements(post) !== null))
    const [part, whole] = [engagements(both) ?? 0, both.impressions ?? 0]
    return rate === null ? [] : [{ id: report.id, title: report.title, n: whole, rate, interval: wilson(part, whole) }]
  })
  return rated.toSorted((a, b) => b.rate - a.rate)
}

function comparison(
  what: Comparison['what'],
  posts: readonly PostReport[],
  seed: number,
  has: (post: PostReport) => boolean,
): Comparison {
  const rated = posts.flatMap((post) => {
    const rate = ratio(engagements(post), post.impressions)
    return rate === null ? [] : [{ rate, isWith: has(post) }]
  })
  const sides = [true, false].map((side) => rated.filter(({ isWith }) => isWith === side).map(({ rate }) => rate))
  const [yes = [], no = []] = sides
  const isEnough = yes.length >= leastOf.posts && no.length >= leastOf.posts
  const interval = isEnough ? bootstrapGap(yes, no, seed) : null
  return {
    what,
    with: { n: yes.length, rate: mean(yes) },
    without: { n: no.length, rate: mean(no) },
    difference: interval && { value: (mean(yes) ?? 0) - (mean(no) ?? 0), ...interval },
  }
}

function lengthOf(reports: readonly ThreadReport[], seed: number): AccountReport['length'] {
  const pairs = reports.flatMap(({ posts, completion }) =>
    completion === null ? [] : [[posts.length, completion] as const],
  )
  if (pairs.length < leastOf.threads) return { n: pairs.length, correlation: null }
  const byRank = ranked(pairs)
  const value = pearson(byRank)
  const interval = bootstrap([byRank], ([drawn = []]) => pearson(drawn), seed)
  return { n: pairs.length, correlation: value === null || interval === null ? null : { value, ...interval } }
}
