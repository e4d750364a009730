import { z } from 'zod'
import { prices } from '../core/thread/price.ts'

/** The calls of X's API that the sandbox answers; a fault is scripted on one of them. */
export const Endpoint = z.enum(['create', 'delete', 'upload', 'metadata', 'me', 'timeline', 'lookup'])
export type Endpoint = z.infer<typeof Endpoint>

const Charge = z.enum(Object.keys(prices) as [Charge, ...Charge[]])
/** What X charges for, by its name in the price list. */
export type Charge = keyof typeof prices

/** A handle is kept as X keeps it: without the @. */
export const User = z.object({ id: z.string(), handle: z.string(), name: z.string() })
export type User = z.infer<typeof User>

const Count = z.number().int().nonnegative()

export const Engagement = z.object({
  impressions: Count,
  likes: Count,
  reposts: Count,
  replies: Count,
  quotes: Count,
  bookmarks: Count,
  linkClicks: Count,
  profileClicks: Count,
})
export type Engagement = z.infer<typeof Engagement>

export const SandboxPost = z.object({
  id: z.string(),
  /** The id of its author: the owner, the visitor of the page, or a simulated reader. */
  author: z.string(),
  at: z.iso.datetime(),
  /** As it was sent: links whole, nothing escaped. */
  text: z.string(),
  replyTo: z.string().nullable(),
  /** The id of the post that began the conversation. */
  conversation: z.string(),
  pictures: z.array(z.string()),
  engagement: Engagement,
  /** What the one visitor of the page did to it. */
  visitor: z.object({ liked: z.boolean(), reposted: z.boolean() }),
  deletedAt: z.iso.datetime().nullable(),
})
export type SandboxPost = z.infer<typeof SandboxPost>

export const Picture = z.object({
  id: z.string(),
  key: z.string(),
  type: z.string(),
  size: Count,
  alt: z.string().nullable(),
  /** `receiving` until a chunked upload is finalized. */
  state: z.enum(['receiving', 'ready']),
  segments: z.array(Count),
  expiresAt: z.iso.datetime(),
})
export type Picture = z.infer<typeof Picture>

/** How much of a rate limit is used, and since when. */
export const Window = z.object({ since: z.iso.datetime(), used: Count })
export type Window = z.infer<typeof Window>

export const State = z.object({
  schema: z.literal(1),
  account: User,
  /** The greatest id given so far: ids only ever grow. */
  lastId: z.string(),
  /** Oldest first, deleted ones included. */
  posts: z.array(SandboxPost),
  pictures: z.record(z.string(), Picture),
  windows: z.record(z.string(), Window),
  calls: z.partialRecord(Endpoint, Count),
  /** How often each price was charged. */
  bill: z.partialRecord(Charge, Count),
  /** The own posts already paid for on this UTC day. */
  readOn: z.object({ day: z.string(), ids: z.array(z.string()) }),
})
export type State = z.infer<typeof State>

/** What a call comes to: the state after it, and what X would answer. */
export interface Turn {
  readonly state: State
  readonly reply: Reply
}

export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
