import { weigh } from '../core/thread/weigh/weigh.ts'
import { invalidRequest } from './errors.ts'
import { userOf } from './fresh.ts'
import { shown } from './shown.ts'
import type { Picture, Reply, SandboxPost, State } from './state.ts'

/** How a post, picture or user is shown for the fields that were asked for. */

interface Sight {
  readonly post: SandboxPost
  readonly state: State
  readonly at: Date
}

/** X shows these to the author alone, and for thirty days. */
const privateFor = 30 * 24 * 3_600_000

const postFields: Readonly<Record<string, (sight: Sight) => unknown>> = {
  id: ({ post }) => post.id,
  text: ({ post, state }) => cut(shown(post, userOf(state, post.author)).text, post.text),
  edit_history_tweet_ids: ({ post }) => [post.id],
  attachments: ({ post }) => (post.pictures.length > 0 ? { media_keys: post.pictures.map(keyOf) } : undefined),
  author_id: ({ post }) => post.author,
  conversation_id: ({ post }) => post.conversation,
  created_at: ({ post }) => secondOf(post.at),
  entities: ({ post, state }) => {
    const { entities } = shown(post, userOf(state, post.author))
    return Object.keys(entities).length > 0 ? entities : undefined
  },
  in_reply_to_user_id: ({ post, state }) => state.posts.find((one) => one.id === post.replyTo)?.author,
  lang: () => 'en',
  note_tweet: ({ post, state }) => (isLong(post.text) ? shown(post, userOf(state, post.author)) : undefined),
  non_public_metrics: ({ post, state, at }) => {
    if (post.author !== state.account.id || at.getTime() - Date.parse(post.at) > privateFor) return undefined
    const { impressions, likes, reposts, replies, quotes, bookmarks, linkClicks, profileClicks } = post.engagement
    const engagements = likes + reposts + replies + quotes + bookmarks + linkClicks + profileClicks
    const clicks = { url_link_clicks: linkClicks, user_profile_clicks: profileClicks }
    return { impression_count: impressions, ...clicks, engagements }
  },
  public_metrics: ({ post: { engagement } }) => ({
    retweet_count: engagement.reposts,
    reply_count: engagement.replies,
    like_count: engagement.likes,
    quote_count: engagement.quotes,
    bookmark_count: engagement.bookmarks,
    impression_count: engagement.impressions,
  }),
  referenced_tweets: ({ post }) => (post.replyTo === null ? undefined : [{ type: 'replied_to', id: post.replyTo }]),
  reply_settings: () => 'everyone',
  source: ({ post, state }) => (post.author === state.account.id ? 'Broadside' : 'Sandbox page'),
}

/** Fields that X has and the sandbox has nothing to say of. */
const silent = [
  'article',
  'community_id',
  'context_annotations',
  'display_text_range',
  'edit_controls',
  'geo',
  'organic_metrics',
  'possibly_sensitive',
  'promoted_metrics',
  'withheld',
]

const always = ['id', 'text', 'edit_history_tweet_ids']

export type Query = Readonly<Record<string, string>>

/** The 400 for a field that X does not have; null when all are known. */
export function unknownField(query: Query): Reply | null {
  const known = [...Object.keys(postFields), ...silent]
  const stranger = listed(query, 'tweet.fields').find((field) => !known.includes(field))
  if (stranger === undefined) return null
  const names = known.join(',')
  return invalidRequest(
    'tweet.fields',
    stranger,
    `The \`tweet.fields\` query parameter value [${stranger}] is not one of [${names}]`,
  )
}

/** A post with what X always shows of it, and what `tweet.fields` and `expansions` ask for. */
export function postObject(sight: Sight, query: Query): Readonly<Record<string, unknown>> {
  const fields = new Set([...always, ...listed(query, 'tweet.fields'), ...impliedBy(listed(query, 'expansions'))])
  const shownFields = [...fields].map((field) => [field, postFields[field]?.(sight)])
  return Object.fromEntries(shownFields.filter(([, value]) => value !== undefined))
}

/** What `expansions` adds beside the posts; undefined when it adds nothing. */
export function includesOf(state: State, posts: readonly SandboxPost[], query: Query): object | undefined {
  const wanted = listed(query, 'expansions')
  const pictures = [...new Set(posts.flatMap((post) => post.pictures))].flatMap((id) => state.pictures[id] ?? [])
  const authors = [...new Set(posts.map((post) => post.author))].map((id) => userOf(state, id))
  const includes = {
    ...(wanted.includes('attachments.media_keys') &&
      pictures.length > 0 && { media: pictures.map((picture) => pictureObject(picture, query)) }),
    ...(wanted.includes('author_id') && {
      users: authors.map(({ id, name, handle }) => ({ id, name, username: handle })),
    }),
  }
  return Object.keys(includes).length > 0 ? includes : undefined
}

function pictureObject(picture: Picture, query: Query): object {
  const fields = listed(query, 'media.fields')
  return {
    media_key: picture.key,
    type: 'photo',
    ...(fields.includes('alt_text') && picture.alt !== null && { alt_text: picture.alt }),
  }
}

function impliedBy(expansions: readonly string[]): readonly string[] {
  const implied: Readonly<Record<string, string>> = {
    'attachments.media_keys': 'attachments',
    author_id: 'author_id',
    'referenced_tweets.id': 'referenced_tweets',
  }
  return expansions.flatMap((expansion) => implied[expansion] ?? [])
}

function listed(query: Query, name: string): readonly string[] {
  return (query[name] ?? '').split(',').filter((field) => field !== '')
}

function keyOf(id: string): string {
  return `3_${id}`
}

/** A text that only a Premium account may write: X cuts it in `text`, and gives it whole in `note_tweet`. */
function isLong(text: string): boolean {
  return weigh(text) > 280
}

function cut(whole: string, written: string): string {
  return isLong(written) ? `${Array.from(whole).slice(0, 276).join('')}…` : whole
}

/** X tells the second, and no more. */
function secondOf(at: string): string {
  return at.replace(/\.\d+Z$/, '.000Z')
}
