import http from 'node:http'
import https from 'node:https'
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  TwitterApi,
  type ITwitterApiClientPlugin,
} from 'twitter-api-v2'
import { z } from 'zod'
import { WorldError } from '../core/problem.ts'
import type { Answer } from '../core/publication/answer.ts'
import { classify, type RawAnswer } from '../core/publication/classify.ts'
import { livePost, RawPost } from '../core/publication/live-post.ts'
import type { Credentials } from '../core/settings.ts'
import type { Network } from '../ports.ts'

const home = 'https://api.x.com/2/'

const fields = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,entities,note_tweet,public_metrics,referenced_tweets,source,text',
}

/** What X tells the author alone. */
const clicks = { 'tweet.fields': `${fields['tweet.fields']},non_public_metrics` }

export interface XOptions {
  readonly name: Network['name']
  readonly credentials: Credentials
  /** On this machine only; null: X itself. */
  readonly apiUrl: string | null
  /** Milliseconds after which a call is over, whatever has come by then. */
  readonly deadline?: number
}

/** X, or whatever speaks its API at `apiUrl`. Every call opens its own connection and is made once. */
export function openX({ name, credentials, apiUrl, deadline = 30_000 }: XOptions): Network {
  let skew: number | null = null
  const Agent = apiUrl?.startsWith('http:') ? http.Agent : https.Agent
  const client = new TwitterApi(credentials, {
    // A kept-alive connection that the other side just closed would lose a post's answer.
    httpAgent: new Agent({ keepAlive: false }),
    plugins: [towards(apiUrl), within(deadline), hearing((ahead) => (skew = ahead))],
  }).v2

  function bodyOf(act: string, raw: RawAnswer): unknown {
    if (raw.failure === null && raw.status === 200) return raw.body
    const answer = classify(raw)
    const fact = answer.kind === 'applied' ? 'the answer makes no sense' : answer.detail
    const remedy =
      remedies[raw.status ?? 0] ?? (raw.status === null ? 'Look to the network, then try again.' : 'Try again later.')
    throw new WorldError('network', { message: `Cannot ${act}: ${fact}`, hint: remedy })
  }

  async function read<T>(act: string, shape: z.ZodType<T>, asked: RawAnswer | (() => Promise<unknown>)): Promise<T> {
    const body = shape.safeParse(bodyOf(act, typeof asked === 'function' ? await rawAnswer(asked) : asked))
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
      const query = { 'user.fields': 'public_metrics' }
      const { data } = await read('ask who the account is', Me, () => client.get('users/me', query))
      const followers = data.public_metrics?.followers_count
      const known = followers === undefined ? {} : { followers }
      return { id: data.id, handle: `@${data.username}`, name: data.name, ...known }
    },

    async upload(image, { type, alt }) {
      const sentAt = Date.now()
      const body = { media: Buffer.from(image), media_category: 'tweet_image', media_type: type }
      const sent = await rawAnswer(() => client.post('media/upload', body, { forceBodyMode: 'form-data' }))
      const uploaded = Uploaded.safeParse(sent.body)
      if (!uploaded.success) return notTaken(classify(sent))
      const { id, media_key: key, expires_after_secs: life } = uploaded.data.data
      const metadata = { id, metadata: { alt_text: { text: alt } } }
      const described = await rawAnswer(() => client.post('media/metadata', metadata))
      if (described.failure !== null || described.status !== 200) return notTaken(classify(described))
      return { kind: 'uploaded', media: { id, key, expiresAt: new Date(sentAt + life * 1000).toISOString() } }
    },

    async publish({ text, replyTo, mediaIds }) {
      const body = {
        text,
        ...(replyTo === null ? {} : { reply: { in_reply_to_tweet_id: replyTo } }),
        ...(mediaIds.length === 0 ? {} : { media: { media_ids: [...mediaIds] } }),
      }
      return classify(await rawAnswer(() => client.post('tweets', body)))
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
        const page = await read('read the timeline', Posts, () => client.get(`users/${account}/tweets`, query))
        posts.push(...(page.data ?? []))
        next = page.meta?.next_token
      } while (next !== undefined)
      return posts.map(livePost)
    },

    async remove(id) {
      const raw = await rawAnswer(() => client.delete('tweets/:id', undefined, { params: { id } }))
      if (raw.failure === null && raw.status === 404) return false
      await read(`take post ${id} back`, Removed, raw)
      return true
    },

    skew: () => skew,

    async lookup(ids) {
      const page = await read('look posts up', Posts, () => client.get('tweets', { ...fields, ids: ids.join(',') }))
      return (page.data ?? []).map(livePost)
    },
  }
}

const Me = z.object({
  data: z.object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    public_metrics: z.object({ followers_count: z.number().int().nonnegative().optional() }).optional(),
  }),
})

const Removed = z.object({ data: z.object({ deleted: z.literal(true) }) })

const Uploaded = z.object({
  data: z.object({ id: z.string(), media_key: z.string(), expires_after_secs: z.number().default(86_400) }),
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

/** The library knows no base address. Where one is set it is loopback, so that keys never go elsewhere. */
function towards(apiUrl: string | null): ITwitterApiClientPlugin {
  if (apiUrl === null) return {}
  const base = `${apiUrl.replace(/\/$/, '')}/2/`
  return {
    onBeforeRequestConfig({ params }) {
      params.url = params.url.replace(home, base)
    },
  }
}

/** The library's own time-out only counts silence; a signal counts from the start. */
function within(deadline: number): ITwitterApiClientPlugin {
  return {
    onBeforeRequest({ requestOptions }) {
      requestOptions.signal = AbortSignal.timeout(deadline)
    },
  }
}

/** Every answer says what time it is there, to the second. */
function hearing(tell: (ahead: number) => void): ITwitterApiClientPlugin {
  const hear = (date: string | undefined) => {
    const there = Date.parse(date ?? '')
    // The second that the header names may have just begun, or be all but over.
    if (!Number.isNaN(there)) tell(there + 500 - Date.now())
  }
  return {
    onAfterRequest: ({ response }) => hear(response.headers['date']),
    onResponseError: ({ error }) => hear(error.headers['date']),
  }
}

/** Makes the call once. The library resolves with what it could parse and rejects with three kinds of error. */
async function rawAnswer(send: () => Promise<unknown>): Promise<RawAnswer> {
  try {
    return { status: 200, headers: {}, body: await send(), failure: null }
  } catch (error) {
    if (error instanceof ApiResponseError) {
      return { status: error.code, headers: plain(error.headers), body: error.data, failure: null }
    }
    if (error instanceof ApiPartialResponseError) {
      const { statusCode = null, headers } = error.response
      return { status: statusCode, headers: plain(headers), body: null, failure: 'its answer was cut off' }
    }
    const failure = error instanceof ApiRequestError ? failureOf(error) : 'the request failed'
    return { status: null, headers: {}, body: null, failure }
  }
}

function failureOf(error: ApiRequestError): string {
  // The documented field is always undefined; the cause hides in the options.
  const cause = (error as unknown as { _options?: { error?: NodeJS.ErrnoException } })._options?.error
  if (cause?.name === 'AbortError' || cause?.name === 'TimeoutError') return 'no answer came in time'
  return cause?.code === undefined ? 'the connection was lost' : `the connection was lost (${cause.code})`
}

function plain(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
