import { z } from 'zod'
import { urlsOf } from '../core/thread/link/links.ts'
import { weigh } from '../core/thread/weigh/weigh.ts'
import { charge } from './bill.ts'
import { duplicate, forbidden, invalidRequest, invisible } from './errors.ts'
import { noEngagement } from './fresh.ts'
import { shown } from './shown.ts'
import { snowflake } from './snowflake.ts'
import { spansOf } from './spans.ts'
import type { Reply, SandboxPost, State, Turn } from './state.ts'

/** What the account may do; a Premium account may write 25,000. */
export interface House {
  readonly limit: number
  /** Whether X's duplicate rule is held to. */
  readonly duplicates: 'refuse' | 'allow'
}

const Id = z.string().regex(/^\d{1,19}$/)

const Body = z.strictObject({
  text: z.string().optional(),
  reply: z.strictObject({ in_reply_to_tweet_id: Id, exclude_reply_user_ids: z.array(Id).optional() }).optional(),
  media: z.strictObject({ media_ids: z.array(Id).min(1).max(4) }).optional(),
  made_with_ai: z.boolean().optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
})

/** `POST /2/tweets`: checks as X does, then writes the post. */
export function create(state: State, json: unknown, { at, house }: { at: Date; house: House }): Turn {
  const body = Body.safeParse(json)
  if (!body.success) return { state, reply: malformed(body.error) }
  const wanted = {
    text: (body.data.text ?? '').trim(),
    replyTo: body.data.reply?.in_reply_to_tweet_id ?? null,
    pictures: body.data.media?.media_ids ?? [],
  }
  const refusal = refusalOf(state, wanted, { at, house })
  if (refusal !== null) return { state, reply: refusal }
  const written = write(state, { ...wanted, author: state.account.id }, at)
  const post = written.posts.at(-1) as SandboxPost
  const paid = charge(written, urlsOf(post.text).length > 0 ? 'postWithLink' : 'post')
  const { text } = shown(post, state.account)
  return {
    state: paid,
    reply: { status: 201, body: { data: { id: post.id, text, edit_history_tweet_ids: [post.id] } } },
  }
}

export type Wanted = Pick<SandboxPost, 'author' | 'text' | 'replyTo' | 'pictures'>

/** Adds a post at the end, and counts it as a reply where it is one. */
export function write(state: State, wanted: Wanted, at: Date): State {
  const id = snowflake(at, state.lastId)
  const parent = state.posts.find((post) => post.id === wanted.replyTo)
  const post: SandboxPost = {
    ...wanted,
    id,
    at: at.toISOString(),
    conversation: parent?.conversation ?? id,
    engagement: noEngagement,
    visitor: { liked: false, reposted: false },
    deletedAt: null,
  }
  const answered = state.posts.map((one) => (one === parent ? withReplies(one, 1) : one))
  return { ...state, lastId: id, posts: [...answered, post] }
}

export function withReplies(post: SandboxPost, change: number): SandboxPost {
  return { ...post, engagement: { ...post.engagement, replies: Math.max(0, post.engagement.replies + change) } }
}

type Asked = Omit<Wanted, 'author'>

function refusalOf(state: State, asked: Asked, { at, house }: { at: Date; house: House }): Reply | null {
  const { text, replyTo, pictures } = asked
  if (text === '' && pictures.length === 0) {
    return invalidRequest('text', text, 'You must provide text or media for your Tweet.')
  }
  if (weigh(text) > house.limit) return invalidRequest('text', text, 'Your Tweet text is too long.')
  if (spansOf(text).filter(({ kind }) => kind === 'cashtag').length > 1) {
    return forbidden('You may include only one cashtag in a Tweet.')
  }
  if (pictures.some((id) => !isReady(state, id, at)) || new Set(pictures).size < pictures.length) {
    return invalidRequest('media.media_ids', pictures, 'Your media IDs are invalid.')
  }
  if (replyTo !== null && !state.posts.some((post) => post.id === replyTo && post.deletedAt === null)) return invisible
  if (house.duplicates === 'refuse' && isDuplicate(state, text, at)) return duplicate
  return null
}

function isReady(state: State, id: string, at: Date): boolean {
  const picture = state.pictures[id]
  return picture?.state === 'ready' && at.getTime() < Date.parse(picture.expiresAt)
}

/** For how long X remembers a text. It does not say; a day is what its users report. */
const memory = 24 * 3_600_000

function isDuplicate({ posts, account }: State, text: string, at: Date): boolean {
  const since = at.getTime() - memory
  return posts.some(
    (post) =>
      post.author === account.id &&
      post.deletedAt === null &&
      Date.parse(post.at) > since &&
      post.text !== '' &&
      post.text.normalize() === text.normalize(),
  )
}

function malformed(error: z.ZodError): Reply {
  const issue = error.issues[0]
  const path = ['$', ...(issue?.path ?? [])].join('.')
  return invalidRequest(path, path, `${path}: ${issue?.message ?? 'is not valid'}`)
}
