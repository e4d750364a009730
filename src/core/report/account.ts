import { comparisonsOf, lengthOf, type Comparison, type LengthFinding } from './comparisons.ts'
import { hoursOf, type Hours } from './hours.ts'
import { quotesOf, titlesOf, type Ranking } from './rated.ts'
import type { ThreadReport } from './report.ts'
import { trendsOf, type Trend } from './trends.ts'

/** What an account's threads tell together. Nothing here is advice. */
export interface AccountReport {
  readonly trends: readonly Trend[]
  readonly titles: Ranking
  readonly quotes: Ranking
  readonly comparisons: readonly Comparison[]
  readonly length: LengthFinding
  readonly hours: Hours
}

/** `reports`: the newest first; `seed` draws the bootstrap; `timezone` is the owner's. */
export function accountOf(
  reports: readonly ThreadReport[],
  { timezone, seed }: { readonly timezone: string; readonly seed: number },
): AccountReport {
  return {
    trends: trendsOf(reports),
    titles: titlesOf(reports),
    quotes: quotesOf(reports),
    comparisons: comparisonsOf(reports, seed),
    length: lengthOf(reports),
    hours: hoursOf(reports, timezone),
  }
}
