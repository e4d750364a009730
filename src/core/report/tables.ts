import { type Metrics, metricNames } from '../metrics/sample.ts'
import { excerpt } from '../thread/excerpt.ts'
import { dropOff } from './drop-off.ts'
import { engagementRate } from './engagement.ts'
import { everyFew } from './every-few.ts'
import { count, dollars, percent } from './printed.ts'
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
export function briefRows(reports: readonly ThreadReport[], timezone = 'UTC', bars = 16): Table {
  const whole = reportRows(reports, timezone)
  const [slug, published, posts, seen] = whole.head as [string, string, string, string]
  return {
    head: [slug, published, posts, seen, 'engagement', 'readers', 'completion', 'clicks', 'cost'],
    rows: reports.map((report, index) => [
      ...(whole.rows[index] ?? []).slice(0, 4),
      percent(engagementRate(report)),
      sparkline(
        everyFew(
          dropOff(report).map(({ share }) => share),
          bars,
        ),
      ),
      percent(report.completion),
      count(report.clicks.clicks),
      dollars(report.cost),
    ]),
  }
}

/** The same in less width: with shorter heads and half the bars, then without the posts and the clicks. */
export function shorterBriefRows(reports: readonly ThreadReport[], timezone = 'UTC'): readonly Table[] {
  const { rows } = briefRows(reports, timezone, 8)
  const head = ['thread', 'published', 'posts', 'impr.', 'engaged', 'readers', 'to end', 'clicks', 'cost']
  const kept = (row: readonly string[]): readonly string[] => row.filter((_, column) => column !== 2 && column !== 7)
  return [
    { head, rows },
    { head: kept(head), rows: rows.map(kept) },
  ]
}

/** One row a post of one thread. */
export function postRows(report: Pick<ThreadReport, 'posts'>): Table {
  return {
    head: ['post', ...metricNames, 'of post 1', 'text'],
    rows: rowsOf(report, { metrics: metricNames, letters: 40 }),
  }
}

/** The same in less and less width: with fewer of the words and shorter heads, then without what few posts are given. */
export function shorterPostRows(report: Pick<ThreadReport, 'posts'>): readonly Table[] {
  const heads = {
    impressions: 'impr.',
    likes: 'likes',
    reposts: 'rep.',
    replies: 'repl.',
    quotes: 'quot.',
    bookmarks: 'saved',
  }
  const shorter = (metrics: readonly (keyof Metrics)[], letters: number): Table => ({
    head: ['post', ...metrics.map((name) => heads[name]), 'of 1', 'text'],
    rows: rowsOf(report, { metrics, letters }),
  })
  return [
    ...[40, 30, 22].map((letters) => shorter(metricNames, letters)),
    shorter(['impressions', 'likes', 'replies'], 22),
  ]
}

function rowsOf(
  report: Pick<ThreadReport, 'posts'>,
  { metrics, letters }: { readonly metrics: readonly (keyof Metrics)[]; readonly letters: number },
): Table['rows'] {
  const shares = dropOff(report)
  return report.posts.map((post, index) => [
    count(post.n),
    ...metrics.map((name) => count(post[name])),
    percent(shares[index]?.share ?? null),
    excerpt(post.text, letters),
  ])
}
