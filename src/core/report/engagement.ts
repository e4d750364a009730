import type { Metrics } from '../metrics/sample.ts'
import { metricNames } from '../metrics/sample.ts'
import type { PostReport, ThreadReport } from './report.ts'
import { ratio, total } from './report.ts'

const deeds = metricNames.filter((name) => name !== 'impressions')

/** Everything a reader did with a post but see it, as far as it is known; null where nothing is. */
export function engagements(metrics: Metrics): number | null {
  let whole: number | null = null
  for (const name of deeds) if (metrics[name] !== null) whole = (whole ?? 0) + metrics[name]
  return whole
}

/** Engagements over impressions, from the posts of which both are known. */
export function engagementRate({ posts }: Pick<ThreadReport, 'posts'>): number | null {
  const both = total(posts.filter((post) => post.impressions !== null && engagements(post) !== null))
  return ratio(engagements(both), both.impressions)
}

/** US dollars for a thousand impressions. */
export function costPerThousand({ cost, totals }: Pick<ThreadReport, 'cost' | 'totals'>): number | null {
  return ratio(cost === null ? null : cost * 1000, totals.impressions)
}

/** The post whose card drew most engagements, the earlier of two alike; null where no card drew any. */
export function bestCard({ posts }: Pick<ThreadReport, 'posts'>): (PostReport & { readonly card: string }) | null {
  const cards = posts.flatMap((post) => (post.card === null ? [] : [{ ...post, card: post.card }]))
  return greatest(cards, engagements)
}

/** The post that others quoted most, the earlier of two alike; null where nobody quoted any. */
export function mostQuoted({ posts }: Pick<ThreadReport, 'posts'>): PostReport | null {
  return greatest(posts, ({ quotes }) => quotes)
}

function greatest<P extends PostReport>(posts: readonly P[], figureOf: (post: P) => number | null): P | null {
  const best = posts.toSorted((a, b) => (figureOf(b) ?? 0) - (figureOf(a) ?? 0))[0]
  return best !== undefined && (figureOf(best) ?? 0) > 0 ? best : null
}
