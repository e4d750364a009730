import { sum } from 'd3-array'
import { bootstrap, type Draw } from './bootstrap.ts'
import { engagements } from './engagement.ts'
import { leastOf } from './least.ts'
import { ratio, type PostReport, type ThreadReport } from './report.ts'
import { rankCorrelation, type Estimate } from './statistics.ts'

/** Posts of two kinds: the mean of their engagement rates, and by how much it differs. */
export interface Comparison {
  readonly what: 'card' | 'link'
  readonly with: Side
  readonly without: Side
  /** Threads that they stand in. */
  readonly threads: number
  /** Null while either side has too few posts, or both too few threads. */
  readonly difference: Estimate | null
}

interface Side {
  readonly n: number
  readonly rate: number | null
}

export function comparisonsOf(reports: readonly ThreadReport[], seed: number): readonly Comparison[] {
  return [
    comparisonOf(reports, { what: 'card', seed, has: ({ card }) => card !== null }),
    comparisonOf(reports, { what: 'link', seed, has: ({ linked }) => linked === true }),
  ]
}

interface Question {
  readonly what: Comparison['what']
  readonly seed: number
  readonly has: (post: PostReport) => boolean
}

/** Chance draws whole threads: posts of one thread have the same readers, and are no witnesses of their own. */
function comparisonOf(reports: readonly ThreadReport[], { what, seed, has }: Question): Comparison {
  const threads = reports.map(({ posts }) => ratesOf(posts, has)).filter(({ yes, no }) => yes.n + no.n > 0)
  const [yes, no] = [sideOf(threads.map((each) => each.yes)), sideOf(threads.map((each) => each.no))]
  const isEnough = Math.min(yes.n, no.n) >= leastOf.posts && threads.length >= leastOf.threads
  const interval = isEnough ? bootstrap((draw) => gap(threads, draw), seed) : null
  const difference = interval && { value: (yes.rate ?? 0) - (no.rate ?? 0), ...interval }
  return { what, with: yes, without: no, threads: threads.length, difference }
}

/** How many posts have an engagement rate, and the sum of the rates. */
interface Rates {
  readonly n: number
  readonly whole: number
}

interface ThreadRates {
  readonly yes: Rates
  readonly no: Rates
}

function ratesOf(posts: readonly PostReport[], has: Question['has']): ThreadRates {
  const all = { yes: { n: 0, whole: 0 }, no: { n: 0, whole: 0 } }
  for (const post of posts) {
    const rate = ratio(engagements(post), post.impressions)
    if (rate === null) continue
    const side = has(post) ? all.yes : all.no
    side.n++
    side.whole += rate
  }
  return all
}

function sideOf(threads: readonly Rates[]): Side {
  const n = sum(threads, (each) => each.n)
  return {
    n,
    rate: ratio(
      sum(threads, (each) => each.whole),
      n,
    ),
  }
}

/** The difference between the sides of as many threads as there are, each drawn by chance. */
function gap(threads: readonly ThreadRates[], draw: Draw): number | null {
  let [yesN, yesWhole, noN, noWhole] = [0, 0, 0, 0]
  for (let left = threads.length; left > 0; left--) {
    const { yes, no } = threads[draw(threads.length)] as ThreadRates
    yesN += yes.n
    yesWhole += yes.whole
    noN += no.n
    noWhole += no.whole
  }
  return yesN === 0 || noN === 0 ? null : yesWhole / yesN - noWhole / noN
}

/** How completion goes with the number of posts, from −1 to 1; null while there are too few threads. */
export interface LengthFinding {
  readonly n: number
  readonly correlation: Estimate | null
}

export function lengthOf(reports: readonly ThreadReport[]): LengthFinding {
  const pairs = reports.flatMap(({ posts, completion }) =>
    completion === null ? [] : [[posts.length, completion] as const],
  )
  const n = pairs.length
  return { n, correlation: n < leastOf.threads ? null : rankCorrelation(pairs) }
}
