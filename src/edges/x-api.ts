import http from 'node:http'
import https from 'node:https'
import {
  ApiPartialResponseError,
  ApiRequestError,
  ApiResponseError,
  TwitterApi,
  type ITwitterApiClientPlugin,
} from 'twitter-api-v2'
import type { RawAnswer } from '../core/publication/classify.ts'
import type { Credentials } from '../core/settings.ts'
import { redact } from './redact.ts'

const home = 'https://api.x.com/2/'

export interface XApiOptions {
  readonly credentials: Credentials
  /** On this machine only; null: X itself. */
  readonly apiUrl: string | null
  /** Milliseconds after which a call is over, whatever has come by then. */
  readonly deadline: number
}

/** Calls of X's API by their path under `/2/`. Each opens its own connection, is made once, and never rejects. */
export interface XApi {
  get(path: string, query: Readonly<Record<string, string | number>>): Promise<RawAnswer>
  post(path: string, body: Readonly<Record<string, unknown>>, as?: 'json' | 'form-data'): Promise<RawAnswer>
  delete(path: string): Promise<RawAnswer>
  /** By how many milliseconds the clock there is ahead of this machine's, as the last answer said; null before any. */
  skew(): number | null
}

export function openXApi({ credentials, apiUrl, deadline }: XApiOptions): XApi {
  let skew: number | null = null
  const Agent = apiUrl?.startsWith('http:') ? http.Agent : https.Agent
  const client = new TwitterApi(credentials, {
    // A kept-alive connection that the other side just closed would lose a post's answer.
    httpAgent: new Agent({ keepAlive: false }),
    plugins: [towards(apiUrl), within(deadline), hearing((ahead) => (skew = ahead))],
  }).v2
  const ask = (send: () => Promise<unknown>) => rawAnswer(send, Object.values(credentials))
  return {
    get: (path, query) => ask(() => client.get(path, query)),
    post: (path, body, as = 'json') => ask(() => client.post(path, body, { forceBodyMode: as })),
    delete: (path) => ask(() => client.delete(path)),
    skew: () => skew,
  }
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
async function rawAnswer(send: () => Promise<unknown>, secrets: readonly string[]): Promise<RawAnswer> {
  try {
    return { status: 200, headers: {}, body: await send(), failure: null }
  } catch (error) {
    if (error instanceof ApiResponseError) {
      // A refusal is shown to people, whatever stands in it.
      return { status: error.code, headers: plain(error.headers), body: redact(error.data, secrets), failure: null }
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
