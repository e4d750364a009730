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

/** The figures by name, in the order in which every table shows them. */
export const metricNames: readonly (keyof Metrics)[] = Metrics.keyof().options

/** The metrics of one post at one instant; `deleted` when X no longer has the post. */
export const Sample = Metrics.extend({
  at: z.iso.datetime(),
  job: z.string(),
  n: z.number().int().positive(),
  id: z.string(),
  deleted: z.boolean(),
})
export type Sample = z.infer<typeof Sample>
