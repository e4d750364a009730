import type { Clicks, Metrics } from './sample.ts'

type Figures = Readonly<Record<string, unknown>>

/**
 * X's own figures as ours, in its old vocabulary and its new one. A figure that is missing is unknown, never 0.
 * Source: X API v2, `public_metrics`.
 */
export function metricsOf(figures: Figures): Metrics {
  return {
    impressions: count(figures, 'impression_count'),
    likes: count(figures, 'like_count'),
    reposts: count(figures, 'repost_count', 'retweet_count'),
    replies: count(figures, 'reply_count'),
    quotes: count(figures, 'quote_count'),
    bookmarks: count(figures, 'bookmark_count'),
  }
}

/** What X tells the author alone. Source: X API v2, `non_public_metrics`. */
export function clicksOf(figures: Figures): Clicks {
  return { clicks: count(figures, 'url_link_clicks'), profileClicks: count(figures, 'user_profile_clicks') }
}

function count(figures: Figures, ...names: readonly string[]): number | null {
  const found = names.map((name) => figures[name]).find((value) => Number.isInteger(value) && Number(value) >= 0)
  return typeof found === 'number' ? found : null
}
