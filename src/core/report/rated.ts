import type { Metrics } from '../metrics/sample.ts'
import { engagements } from './engagement.ts'
import { leastOf } from './least.ts'
import { ratio, total, type PostReport, type ThreadReport } from './report.ts'
import { wilson, type Interval } from './statistics.ts'

/** Words, the engagement rate of what bore them, and between which rates it lies. */
export interface Rated {
  /** Names it on the page. */
  readonly id: string
  readonly words: string
  /** Impressions. */
  readonly n: number
  readonly rate: number
  readonly interval: Interval | null
}

/** What was rated, the best first, and how many were seen too little for it. */
export interface Ranking {
  readonly rated: readonly Rated[]
  readonly tooFew: number
}

/** Threads by their titles. */
export function titlesOf(reports: readonly ThreadReport[]): Ranking {
  return rankingOf(reports.map(({ id, title, posts }) => ({ id, words: title, posts })))
}

/** Quotes on cards by the posts that bore them. */
export function quotesOf(reports: readonly ThreadReport[]): Ranking {
  const cards = reports.flatMap(({ id, posts }) =>
    posts.flatMap((post) => (post.card === null ? [] : [{ id: `${id}-${post.n}`, words: post.card, posts: [post] }])),
  )
  return rankingOf(cards)
}

interface Ratable {
  readonly id: string
  readonly words: string
  readonly posts: readonly PostReport[]
}

function rankingOf(all: readonly Ratable[]): Ranking {
  const known = all.flatMap(({ id, words, posts }) => {
    const both: Metrics = total(posts.filter((post) => post.impressions !== null && engagements(post) !== null))
    const [part, n] = [engagements(both), both.impressions]
    const rate = ratio(part, n)
    return part === null || n === null || rate === null ? [] : [{ id, words, n, rate, interval: wilson(part, n) }]
  })
  const rated = known.filter(({ n }) => n >= leastOf.impressions)
  return { rated: rated.toSorted((a, b) => b.rate - a.rate), tooFew: known.length - rated.length }
}
