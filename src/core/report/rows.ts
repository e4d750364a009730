import { metricNames } from '../metrics/sample.ts'
import { onOneLine } from '../thread/excerpt.ts'
import { dropOff } from './drop-off.ts'
import { engagementRate } from './engagement.ts'
import { count, dollars, percent } from './figures.ts'
import type { ThreadReport } from './report.ts'

/** A table in plain words: every row has a cell for every name in `head`. */
export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** One row a thread, its day as the owner's zone (an IANA name) has it. */
export function reportRows(reports: readonly ThreadReport[], timezone = 'UTC'): Table {
  return {
    head: ['thread', 'published', 'posts', ...metricNames, 'engagement', 'completion', 'cost'],
    rows: reports.map((report) => [
      report.slug,
      new Date(report.publishedAt).toLocaleDateString('sv-SE', { timeZone: timezone }),
      count(report.posts.length),
      ...metricNames.map((name) => count(report.totals[name])),
      percent(engagementRate(report)),
      percent(report.completion),
      dollars(report.cost),
    ]),
  }
}

/** One row a post of one thread. */
export function postRows(report: Pick<ThreadReport, 'posts'>): Table {
  const shares = dropOff(report)
  return {
    head: ['post', ...metricNames, 'of post 1', 'text'],
    rows: report.posts.map((post, index) => [
      count(post.n),
      ...metricNames.map((name) => count(post[name])),
      percent(shares[index]?.share ?? null),
      onOneLine(post.text),
    ]),
  }
}
