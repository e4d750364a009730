import { onTestFinished } from 'vitest'
import { startSandbox, type RunningSandbox, type SandboxOptions } from '../../src/sandbox/server.ts'

/** A signature as X's clients send it; the sandbox takes any. */
export const signature =
  'OAuth oauth_consumer_key="k", oauth_nonce="n", oauth_signature="s", oauth_signature_method="HMAC-SHA1", oauth_timestamp="1", oauth_token="t", oauth_version="1.0"'

/** The smallest file that begins as a PNG does. */
export const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

export interface Answer {
  readonly status: number
  readonly headers: Headers
  // The tests look into bodies of every shape.
  readonly body: { readonly [name: string]: Shape }
}

/** JSON, to be looked into. */
type Shape = { readonly [name: string]: Shape } & readonly Shape[] & string & number

export interface Caller {
  readonly sandbox: RunningSandbox
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>
  /** Posts a text and gives back its id. */
  readonly post: (text: string, replyTo?: string) => Promise<string>
  readonly upload: () => Promise<string>
}

/** A sandbox that closes when the test is over, and a client of it. */
export async function aSandbox(options: Partial<SandboxOptions> = {}): Promise<Caller> {
  const sandbox = await startSandbox({ statePath: null, ...options })
  onTestFinished(() => sandbox.close())
  return callerOf(sandbox)
}

export function callerOf(sandbox: RunningSandbox): Caller {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await fetch(`${sandbox.url}${path}`, { method, redirect: 'manual', ...sent(body) })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: parsed(text) as Answer['body'] }
  }
  return {
    sandbox,
    call,
    async post(text, replyTo) {
      const reply = replyTo === undefined ? {} : { reply: { in_reply_to_tweet_id: replyTo } }
      return String((await call('POST', '/2/tweets', { text, ...reply })).body['data']?.['id'])
    },
    async upload() {
      const answer = await call('POST', '/2/media/upload', {
        media: png.toString('base64'),
        media_category: 'tweet_image',
      })
      return String(answer.body['data']?.['id'])
    },
  }
}

function sent(body: unknown): RequestInit {
  const headers = { authorization: signature }
  if (body === undefined) return { headers }
  if (body instanceof FormData) return { headers, body }
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { text }
  }
}

export function at(instant: string): Date {
  return new Date(instant)
}

/** A clock that stands until it is moved. */
export function aClock(instant: string): { now: () => Date; move: (ms: number) => void } {
  let time = at(instant).getTime()
  return {
    now: () => new Date(time),
    move: (ms) => {
      time += ms
    },
  }
}
