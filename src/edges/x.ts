import { z } from 'zod'
import { WorldError } from '../core/errors.ts'
import type { Answer } from '../core/publication/answer.ts'
import { classify, type RawAnswer } from '../core/publication/classify.ts'
import { livePost, RawPost } from '../core/publication/live-post.ts'
import type { Network } from '../ports.ts'
import { openXApi, type XApiOptions } from './x-api.ts'

const fields = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,entities,note_tweet,public_metrics,referenced_tweets,source,text',
}

/** What X tells the author alone. */
const clicks = { 'tweet.fields': `${fields['tweet.fields']},non_public_metrics` }

export interface XOptions extends Omit<XApiOptions, 'deadline'> {
  readonly name: Network['name']
  /** Milliseconds after which a call is over, whatever has come by then. */
  readonly deadline?: number
}

/** X, or whatever speaks its API at `apiUrl`. Every call opens its own connection and is made once. */
export function openX({ name, deadline = 30_000, ...access }: XOptions): Network {
  const api = openXApi({ ...access, deadline })

  function bodyOf(act: string, raw: RawAnswer): unknown {
    if (raw.failure === null && raw.status === 200) return raw.body
    const answer = classify(raw, new Date())
    const fact = answer.kind === 'applied' ? 'the answer makes no sense' : answer.detail
    const remedy =
      remedies[raw.status ?? 0] ?? (raw.status === null ? 'Look to the network, then try again.' : 'Try again later.')
    throw new WorldError('network', { message: `Cannot ${act}: ${fact}`, hint: remedy })
  }

  function read<T>(act: string, shape: z.ZodType<T>, raw: RawAnswer): T {
    const body = shape.safeParse(bodyOf(act, raw))
    if (body.success) return body.data
    const where = body.error.issues[0]?.path.join('.') ?? ''
    throw new WorldError('network', {
      message: `Cannot ${act}: the answer is not what X documents (its field "${where}" is wrong)`,
      hint: 'Try again later.',
    })
  }

  return {
    name,
    async me() {
      const raw = await api.get('users/me', { 'user.fields': 'public_metrics,verified' })
      const { id, username, name: called, verified, public_metrics } = read('ask who the account is', Me, raw).data
      return {
        id,
        handle: `@${username}`,
        name: called,
        ...(public_metrics?.followers_count === undefined ? {} : { followers: public_metrics.followers_count }),
        ...(verified === undefined ? {} : { verified }),
      }
    },

    async upload(image, { type, alt }) {
      const sentAt = Date.now()
      const body = { media: Buffer.from(image), media_category: 'tweet_image', media_type: type }
      const sent = await api.post('media/upload', body, 'form-data')
      const uploaded = Uploaded.safeParse(sent.body)
      if (!uploaded.success) return notTaken(classify(sent, new Date()))
      const { id, media_key: key, expires_after_secs: life } = uploaded.data.data
      const metadata = { id, metadata: { alt_text: { text: alt } } }
      const described = await api.post('media/metadata', metadata)
      if (described.failure !== null || described.status !== 200) return notTaken(classify(described, new Date()))
      return { kind: 'uploaded', media: { id, key, expiresAt: new Date(sentAt + life * 1000).toISOString() } }
    },

    async publish({ text, replyTo, mediaIds }) {
      const body = {
        text,
        ...(replyTo === null ? {} : { reply: { in_reply_to_tweet_id: replyTo } }),
        ...(mediaIds.length === 0 ? {} : { media: { media_ids: [...mediaIds] } }),
      }
      return classify(await api.post('tweets', body), new Date())
    },

    async timeline(account, since, asking) {
      const posts: RawPost[] = []
      let next: string | undefined
      do {
        const query = {
          ...(asking?.clicks ? clicks : fields),
          max_results: 100,
          start_time: since.toISOString().replace(/\.\d+Z$/, 'Z'),
          ...(next === undefined ? {} : { pagination_token: next }),
        }
        const page = read('read the timeline', Posts, await api.get(`users/${account}/tweets`, query))
        posts.push(...(page.data ?? []))
        next = page.meta?.next_token
      } while (next !== undefined)
      return posts.map(livePost)
    },

    async remove(id) {
      const raw = await api.delete(`tweets/${id}`)
      if (raw.failure === null && raw.status === 404) return false
      read(`take post ${id} back`, Removed, raw)
      return true
    },

    skew: api.skew,

    async lookup(ids) {
      const page = read('look posts up', Posts, await api.get('tweets', { ...fields, ids: ids.join(',') }))
      return (page.data ?? []).map(livePost)
    },
  }
}

const Me = z.object({
  data: z.object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    verified: z.boolean().optional(),
    public_metrics: z.object({ followers_count: z.number().int().nonnegative().optional() }).optional(),
  }),
})

const Removed = z.object({ data: z.object({ deleted: z.literal(true) }) })

const Uploaded = z.object({
  data: z.object({
    id: z.string(),
    media_key: z.string(),
    // A life that no picture has is taken for the one that X documents.
    expires_after_secs: z.number().positive().max(2_678_400).default(86_400).catch(86_400),
  }),
})

const Posts = z.object({
  data: z.array(RawPost).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

/** An upload's answer with an id but not the rest of what X documents is no upload. */
function notTaken(answer: Answer): Exclude<Answer, { kind: 'applied' }> {
  return answer.kind === 'applied' ? { kind: 'unknown', detail: 'the answer is not what X documents' } : answer
}

const remedies: Readonly<Record<number, string>> = {
  401: 'Check the four X_ keys in .env; make new ones in the developer portal if need be.',
  402: 'Buy credits in the developer portal.',
  403: 'See in the developer portal what the app may do.',
  429: 'Wait for the limit to pass.',
}
