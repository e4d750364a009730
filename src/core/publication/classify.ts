import type { Answer, Refused } from './answer.ts'

/** A spend cap lasts a month, and its day may begin elsewhere first. Milliseconds. */
const longestWait = 32 * 24 * 3_600_000

/** What came back over the wire. `status` null: no answer, or none that could be read; `failure` says what happened. */
export interface RawAnswer {
  readonly status: number | null
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  readonly failure: string | null
}

/**
 * What the answer to POST /2/tweets proves. Whatever proves neither a post nor a refusal is unknown: a 5xx, a time-out,
 * a reset, a 3xx, a 201 without an id. `now`: when it came. Source: X's published errors, as of August 2026.
 */
export function classify(raw: RawAnswer, now: Date): Answer {
  const id = idOf(raw.body)
  if (raw.failure === null && raw.status !== null && raw.status < 300 && id !== null) return { kind: 'applied', id }
  const { type, title, detail, words } = problemOf(raw.body)
  const refused = (reason: Refused['reason'], until: string | null = null): Refused => ({
    kind: 'refused',
    reason,
    detail: detail || title || `X answered ${raw.status}`,
    until,
  })
  switch (raw.status) {
    case 401:
      return refused('auth')
    case 402:
      return refused('credits')
    case 429:
      return refused('limit', resetOf(raw.headers, now))
    case 403:
      if (type === 'spendcapreached' || title === 'spendcapreached') return refused('credits', capReset(raw.body, now))
      if (words.includes('duplicate content')) return refused('duplicate')
      if (words.includes('deleted or not visible')) return refused('invisible')
      if (words.includes('reply to or quote') || words.includes('mentioned or are the author'))
        return refused('reply-rule')
      return refused('rejected')
    case 400:
    case 404:
    case 413:
    case 415:
    case 422:
      return refused('rejected')
    default:
      return { kind: 'unknown', detail: raw.failure ?? `X answered ${raw.status ?? 'nothing'} without a post's id` }
  }
}

/** When X may be asked again: the day's limit first, for while it is used up the shorter one only tempts. */
function resetOf(headers: RawAnswer['headers'], now: Date): string | null {
  const day = headers['x-user-limit-24hour-remaining'] === '0' ? headers['x-user-limit-24hour-reset'] : undefined
  const app = headers['x-app-limit-24hour-remaining'] === '0' ? headers['x-app-limit-24hour-reset'] : undefined
  return comingInstant(Number(day ?? app ?? headers['x-rate-limit-reset']) * 1000, now)
}

/** Null for what is past, further off than any limit of X lasts, or no time at all: then X said nothing that helps. */
function comingInstant(milliseconds: number, now: Date): string | null {
  const wait = milliseconds - now.getTime()
  return wait > 0 && wait <= longestWait ? new Date(milliseconds).toISOString() : null
}

function idOf(body: unknown): string | null {
  const id = (body as { data?: { id?: unknown } } | null | undefined)?.data?.id
  return typeof id === 'string' && /^\d+$/.test(id) ? id : null
}

/** The host in `type` varies; what counts is its last segment. */
function problemOf(body: unknown): { type: string; title: string; detail: string; words: string } {
  const { type, title, detail } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  return {
    type: text(type).split('/').at(-1)?.replaceAll('-', '').toLowerCase() ?? '',
    title: text(title).toLowerCase(),
    detail: text(detail),
    words: text(detail).toLowerCase(),
  }
}

function capReset(body: unknown, now: Date): string | null {
  const date = (body as { reset_date?: unknown }).reset_date
  return typeof date === 'string' ? comingInstant(Date.parse(date), now) : null
}
