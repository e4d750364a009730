import type { Metrics } from '../metrics/sample.ts'
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
    posts: posts.map(({ text: _text, card: _card, deleted: _deleted, ...post }) => post),
    totals,
    completion,
    cost,
  }))
}
