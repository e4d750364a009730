import type { Metrics } from '../metrics/sample.ts'
import { metricNames } from '../metrics/sample.ts'
import type { ThreadReport } from './report.ts'

/** What `broadside report --json` prints of a thread: a contract, key by key. */
export interface ThreadJson extends Pick<
  ThreadReport,
  'slug' | 'id' | 'publishedAt' | 'totals' | 'completion' | 'cost'
> {
  readonly posts: readonly ({ readonly n: number; readonly id: string | null } & Metrics)[]
}

export function reportJson(reports: readonly ThreadReport[]): readonly ThreadJson[] {
  return reports.map(({ slug, id, publishedAt, posts, totals, completion, cost }) => ({
    slug,
    id,
    publishedAt,
    posts: posts.map((post) => ({ n: post.n, id: post.id, ...metricsOf(post) })),
    totals,
    completion,
    cost,
  }))
}

function metricsOf(post: Metrics): Metrics {
  return Object.fromEntries(metricNames.map((name) => [name, post[name]])) as Metrics
}
