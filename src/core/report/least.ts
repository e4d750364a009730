import { leastForMedian } from './statistics.ts'

/** With fewer than so many, nothing is concluded; every "not enough data yet" names the one it means. */
export const leastOf = {
  /** Earlier threads that the newest is set against. */
  earlier: leastForMedian,
  /** Threads of one hour of the week. */
  inAnHour: leastForMedian,
  /** Threads that a comparison or a correlation is drawn from. */
  threads: 8,
  /** Posts on either side of a comparison. */
  posts: 10,
  /** Impressions of what is ranked by its engagement rate. */
  impressions: 100,
} as const
