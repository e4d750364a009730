import { z } from 'zod'

const Count = z.number().int().nonnegative().nullable()

/** The public figures X gives of a post. Null is unknown (X did not say), never 0. */
export const Metrics = z.object({
  impressions: Count,
  likes: Count,
  reposts: Count,
  replies: Count,
  quotes: Count,
  bookmarks: Count,
})
export type Metrics = z.infer<typeof Metrics>

/** The figures of a post of which nothing is known. */
export const nothingKnown: Readonly<Metrics> = {
  impressions: null,
  likes: null,
  reposts: null,
  replies: null,
  quotes: null,
  bookmarks: null,
}

/** The figures by name, in the order in which every table shows them. */
export const metricNames: readonly (keyof Metrics)[] = Metrics.keyof().options

/** What X tells the author alone, and for 30 days: clicks on the post's links, and on its author's name. */
export interface Clicks {
  readonly clicks: number | null
  readonly profileClicks: number | null
}

/** The metrics of one post at one instant; `deleted` when X no longer has the post. */
export const Sample = Metrics.extend({
  at: z.iso.datetime(),
  job: z.string(),
  n: z.number().int().positive(),
  id: z.string(),
  deleted: z.boolean(),
  // Older stores have none of these: what is missing is unknown.
  clicks: Count.optional(),
  profileClicks: Count.optional(),
  /** Seconds since the post was published. */
  age: Count.optional(),
})
export type Sample = z.infer<typeof Sample>

/** How many followed the account at one instant. */
export const Audience = z.object({ at: z.iso.datetime(), followers: Count })
export type Audience = z.infer<typeof Audience>

/** A line of `metrics/<yyyy-mm>.jsonl`. */
export type MetricsRecord = Sample | Audience

export function isAudience(record: MetricsRecord): record is Audience {
  return 'followers' in record
}
