import { metricNames } from '../metrics/sample.ts'
import { onOneLine } from '../thread/excerpt.ts'
import { dropOff } from './drop-off.ts'
import { engagementRate } from './engagement.ts'
import { count, dollars, percent } from './figures.ts'
import type { ThreadReport } from './report.ts'
import { sparkline } from './sparkline.ts'

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

/** The same in the width of a terminal: what matters most, and the drop-off curve as a line of bars. */
export function briefRows(reports: readonly ThreadReport[], timezone = 'UTC'): Table {
  const whole = reportRows(reports, timezone)
  const [slug, published, posts, seen] = whole.head as [string, string, string, string]
  return {
    head: [slug, published, posts, seen, 'engagement', 'readers', 'completion', 'clicks', 'cost'],
    rows: reports.map((report, index) => [
      ...(whole.rows[index] ?? []).slice(0, 4),
      percent(engagementRate(report)),
      sparkline(everyFew(dropOff(report).map(({ share }) => share))),
      percent(report.completion),
      count(report.clicks.clicks),
      dollars(report.cost),
    ]),
  }
}

/** At most as many as a row has room for, the first and the last among them. */
function everyFew<T>(all: readonly T[], most = 16): readonly T[] {
  if (all.length <= most) return all
  return Array.from({ length: most }, (_, index) => all[Math.round((index * (all.length - 1)) / (most - 1))] as T)
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
