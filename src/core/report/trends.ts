import { engagementRate } from './engagement.ts'
import type { ThreadReport } from './report.ts'
import { middleOf, type Middle } from './statistics.ts'

/** A figure of the newest thread against the median of those before it. */
export interface Trend {
  readonly name: 'impressions in 24 h' | 'engagement rate' | 'completion'
  /** Null where it is not known, or not yet. */
  readonly newest: number | null
  /** Null while too few of them have the figure. */
  readonly median: Middle | null
  /** How many threads before it have the figure. */
  readonly n: number
}

const figures: readonly (readonly [Trend['name'], (report: ThreadReport) => number | null])[] = [
  ['impressions in 24 h', ({ growth }) => growth[2] ?? null],
  ['engagement rate', engagementRate],
  ['completion', ({ completion }) => completion],
]

/** `reports`: the newest first. */
export function trendsOf(reports: readonly ThreadReport[]): readonly Trend[] {
  return figures.map(([name, figureOf]) => {
    const [newest = null, ...earlier] = reports.map(figureOf)
    const known = earlier.filter((figure) => figure !== null)
    return { name, newest, n: known.length, median: middleOf(known) }
  })
}
