import type { Sample } from '../metrics/sample.ts'
import { metricNames } from '../metrics/sample.ts'
import type { ThreadReport } from './report.ts'

const clickNames = ['clicks', 'profile_clicks'] as const

/**
 * One row a post, with a head; an unknown figure is an empty cell. RFC 4180: commas, CRLF after every row, quotes doubled.
 * Words that a spreadsheet would run as a formula are led by an apostrophe, which makes them words again.
 */
export function reportCsv(reports: readonly ThreadReport[]): string {
  const head = ['slug', 'job', 'published_at', 'n', 'id', ...metricNames, ...clickNames, 'deleted', 'card', 'text']
  const rows = reports.flatMap(({ slug, id, publishedAt, posts }) =>
    posts.map((post) => {
      const figures = [...metricNames.map((name) => post[name]), post.clicks, post.profileClicks]
      return [slug, id, publishedAt, post.n, post.id, ...figures, post.deleted ? 'yes' : 'no', post.card, post.text]
    }),
  )
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** One row a sample, in the order in which they were written. */
export function samplesCsv(samples: readonly Sample[]): string {
  const head = ['at', 'job', 'n', 'id', 'age_s', ...metricNames, ...clickNames, 'deleted']
  const rows = samples.map((sample) => {
    const { at, job, n, id, age = null, clicks = null, profileClicks = null, deleted } = sample
    const figures = metricNames.map((name) => sample[name])
    return [at, job, n, id, age, ...figures, clicks, profileClicks, deleted ? 'yes' : 'no']
  })
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number | null): string {
  const words = typeof value === 'string' ? inert(value) : String(value ?? '')
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** Source: OWASP, "CSV Injection"; the full-width signs are formulas to spreadsheets in Chinese, Japanese and Korean. */
function inert(words: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(words) ? `'${words}` : words
}
