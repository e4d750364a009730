import type { Metrics } from './sample.ts'

/**
 * X's own figures as ours, in its old vocabulary and its new one. A figure that is missing is unknown, never 0.
 * Source: X API v2, `public_metrics`.
 */
export function metricsOf(figures: Readonly<Record<string, unknown>>): Metrics {
  const count = (...names: readonly string[]) => {
    const found = names.map((name) => figures[name]).find((value) => Number.isInteger(value) && Number(value) >= 0)
    return typeof found === 'number' ? found : null
  }
  return {
    impressions: count('impression_count'),
    likes: count('like_count'),
    reposts: count('repost_count', 'retweet_count'),
    replies: count('reply_count'),
    quotes: count('quote_count'),
    bookmarks: count('bookmark_count'),
  }
}
