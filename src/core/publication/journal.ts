import { z } from 'zod'
import { Instant } from '../queue/job.ts'
import { Applied, Refused } from './answer.ts'

/** Written, durably, before X is asked for post `n` the `attempt`th time; never written again. */
export const Intent = z.object({
  schema: z.literal(1),
  job: z.string(),
  n: z.number().int().positive(),
  attempt: z.number().int().positive(),
  at: Instant,
  nonce: z.string(),
  textSha256: z.string(),
  replyTo: z.string().nullable(),
  mediaKeys: z.array(z.string()),
})
export type Intent = z.infer<typeof Intent>

/**
 * What became of an intent. `found`: the post was read back, or shown by the owner; `absent`: proven never written;
 * `unsent`: X was not asked; `removed`: the post was live, and the owner took it back.
 */
export const Outcome = z.discriminatedUnion('kind', [
  Applied,
  Refused,
  z.object({ kind: z.literal('found'), id: z.string() }),
  z.object({ kind: z.literal('absent') }),
  z.object({ kind: z.literal('unsent') }),
  z.object({ kind: z.literal('removed'), id: z.string() }),
])
export type Outcome = z.infer<typeof Outcome>

export const Receipt = z.object({
  schema: z.literal(1),
  job: z.string(),
  n: z.number().int().positive(),
  attempt: z.number().int().positive(),
  at: Instant,
  outcome: Outcome,
})
export type Receipt = z.infer<typeof Receipt>

/** A job's intents in the order of writing, each with its receipt; an intent without one is an unknown outcome. */
export type Journal = readonly { readonly intent: Intent; readonly receipt: Receipt | null }[]
