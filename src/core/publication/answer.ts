import { z } from 'zod'
import { HeldReason, Instant } from '../queue/job.ts'

/** X took the post: this is its id. */
export const Applied = z.object({ kind: z.literal('applied'), id: z.string() })

/** X said no before it wrote anything. */
export const Refused = z.object({
  kind: z.literal('refused'),
  reason: z.union([HeldReason, z.enum(['duplicate', 'invisible'])]),
  detail: z.string(),
  /** When X says it may be asked again. */
  until: Instant.nullable(),
})
export type Refused = z.infer<typeof Refused>

/** What an answer of X proves of a post that was asked for once. `unknown`: it may be live, so read back first. */
export type Answer =
  | z.infer<typeof Applied>
  | z.infer<typeof Refused>
  | { readonly kind: 'unknown'; readonly detail: string }
