import type { PostReport, ThreadReport } from './report.ts'
import { ratio } from './report.ts'

/** One point of a drop-off curve: the impressions of post `n` over those of post 1; null where either is unknown. */
export interface Share {
  readonly n: number
  readonly share: number | null
}

/** How far readers went: every post's impressions over those of the first. */
export function dropOff({ posts }: Pick<ThreadReport, 'posts'>): readonly Share[] {
  return posts.map(({ n, impressions }) => ({ n, share: ratio(impressions, posts[0]?.impressions) }))
}

/** Where a thread lost most: after which post, before which, and how many impressions, whole and as a share of post 1's. */
export interface Cliff {
  readonly after: PostReport
  readonly before: PostReport
  readonly lost: number
  readonly share: number
}

/** The steepest fall between two neighbouring posts, the earlier of two as steep; null where no fall is known. */
export function steepestCliff({ posts }: Pick<ThreadReport, 'posts'>): Cliff | null {
  const falls = posts.flatMap((before, index) => {
    const after = posts[index - 1]
    const lost = (after?.impressions ?? NaN) - (before.impressions ?? NaN)
    const share = ratio(lost, posts[0]?.impressions)
    return after !== undefined && share !== null && lost > 0 ? [{ after, before, lost, share }] : []
  })
  return falls.reduce<Cliff | null>((steepest, fall) => (fall.lost > (steepest?.lost ?? 0) ? fall : steepest), null)
}
