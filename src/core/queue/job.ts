import { z } from 'zod'

/** A moment, always as `Date.toISOString()` writes it, so that instants sort as text. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'must be an instant like 2026-11-22T09:00:00.000Z')
export type Instant = z.infer<typeof Instant>

export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only a-z, 0-9 and single hyphens between them')
export type Slug = z.infer<typeof Slug>

/** Why a job cannot go on by itself. */
export const HeldReason = z.enum([
  'late',
  'unknown',
  'auth',
  'credits',
  'limit',
  'rejected',
  'reply-rule',
  'network',
  'budget',
  'store',
  'owner',
])
export type HeldReason = z.infer<typeof HeldReason>

/** What to do with a job whose time has passed by more than the grace. */
export const Late = z.enum(['hold', 'publish', 'next'])
export type Late = z.infer<typeof Late>

/** Where a job goes: X, or the sandbox, a stand-in for X that runs here. */
export const NetworkName = z.enum(['x', 'sandbox'])
export type NetworkName = z.infer<typeof NetworkName>

/** A picture as the owner approved it, kept under the hash of its bytes. */
const FrozenPicture = z.object({
  sha256: z.string(),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp']),
  alt: z.string(),
})
export type FrozenPicture = z.infer<typeof FrozenPicture>

/** A post as the owner approved it; nothing that is edited later changes it. */
export const FrozenPost = z.object({
  n: z.number().int().positive(),
  text: z.string().min(1),
  weight: z.number().int().positive(),
  price: z.number().nonnegative(),
  card: FrozenPicture.extend({ quote: z.string() }).nullable(),
  /** The article's own pictures; jobs of before there were any have none. */
  images: z.array(FrozenPicture).default([]),
})
export type FrozenPost = z.infer<typeof FrozenPost>

const Plan = z.object({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  slug: Slug,
  title: z.string(),
  /** Which thread of the piece's series it is; absent where the piece is one thread. */
  part: z.object({ n: z.number().int().positive(), of: z.number().int().positive() }).optional(),
  /** Where the owner let it go, and nowhere else; absent in jobs that were approved before this was written down. */
  network: NetworkName.optional(),
  /** When the first post is due. */
  at: Instant,
  approvedAt: Instant,
  late: Late,
  posts: z.array(FrozenPost).min(1),
  history: z.array(z.object({ at: Instant, state: z.string(), why: z.string().nullable() })),
})

/** Why a job is held, the fact behind it in words, and when it may go on by itself (null: not before the owner says so). */
export const Held = z.object({ reason: HeldReason, fact: z.string(), until: Instant.nullable() })
export type Held = z.infer<typeof Held>

/** The posts of a thread as they went live, in their order: what the journal says, kept where it is read at once. */
export const Results = z.array(z.object({ id: z.string(), at: Instant }))
export type Results = z.infer<typeof Results>

/**
 * A thread that the owner approved: `data/jobs/<id>.json`. What is live of it is told by the journal, not here. `retracted`:
 * all that was live of it was taken back.
 */
export const Job = z.discriminatedUnion('state', [
  Plan.extend({ state: z.literal('queued') }),
  Plan.extend({ state: z.literal('posting') }),
  Plan.extend({ state: z.literal('posted'), results: Results.optional() }),
  Plan.extend({ state: z.literal('held'), held: Held }),
  Plan.extend({ state: z.literal('cancelled') }),
  Plan.extend({ state: z.literal('retracted') }),
])
export type Job = z.infer<typeof Job>

/** What may follow what. Held follows held when a wait is over and something else is in the way, or the owner steps in. */
export const mayFollow = {
  queued: ['posting', 'held', 'cancelled'],
  posting: ['posted', 'held', 'cancelled'],
  held: ['queued', 'posting', 'held', 'cancelled'],
  posted: ['retracted'],
  cancelled: ['retracted'],
  retracted: [],
} as const satisfies Record<Job['state'], readonly Job['state'][]>
