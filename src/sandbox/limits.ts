import { tooManyRequests } from './errors.ts'
import type { Endpoint, Reply, State, Window } from './state.ts'

const quarter = 15 * 60_000
const day = 24 * 3_600_000

/** Calls of one user in a quarter of an hour, as X publishes them. */
const perQuarter = { create: 100, delete: 50, upload: 500, metadata: 500, me: 75, timeline: 900, lookup: 900 } as const

/** Posts in 24 hours. */
const perDay = 10_000

export interface Metered {
  readonly state: State
  readonly headers: Readonly<Record<string, string>>
  /** The 429, when the limit was reached before this call. */
  readonly refusal: Reply | null
}

/** Counts one call against its limits. A refused call uses up nothing. */
export function meter(state: State, call: Endpoint, at: Date): Metered {
  const meters = metersOf(call)
  const windows = meters.map(({ key, length }) => current(state.windows[key], length, at))
  const reached = meters.some(({ limit }, index) => (windows[index]?.used ?? 0) >= limit)
  const after = reached ? windows : windows.map(({ since, used }) => ({ since, used: used + 1 }))
  const headers = Object.assign({}, ...meters.map((one, index) => headersOf(one, after[index] as Window)))
  const named = Object.fromEntries(meters.map(({ key }, index) => [key, after[index] as Window]))
  return {
    state: { ...state, windows: { ...state.windows, ...named } },
    headers,
    refusal: reached ? tooManyRequests(headers) : null,
  }
}

/** The headers of a limit that is used up. */
export function usedUp(prefix: string, limit: number, reset: Date): Record<string, string> {
  return { [`${prefix}-limit`]: `${limit}`, [`${prefix}-remaining`]: '0', [`${prefix}-reset`]: seconds(reset) }
}

export function quarterOf(call: Endpoint): number {
  return perQuarter[call]
}

interface Meter {
  readonly key: string
  readonly prefixes: readonly string[]
  readonly limit: number
  readonly length: number
}

function metersOf(call: Endpoint): readonly Meter[] {
  const short = { key: call, prefixes: ['x-rate-limit'], limit: perQuarter[call], length: quarter }
  if (call !== 'create') return [short]
  return [
    short,
    { key: `${call} a day`, prefixes: ['x-user-limit-24hour', 'x-app-limit-24hour'], limit: perDay, length: day },
  ]
}

function current(window: Window | undefined, length: number, at: Date): Window {
  const open = window !== undefined && at.getTime() < Date.parse(window.since) + length
  return open ? window : { since: at.toISOString(), used: 0 }
}

function headersOf({ prefixes, limit, length }: Meter, window: Window): Record<string, string> {
  const reset = seconds(new Date(Date.parse(window.since) + length))
  return Object.fromEntries(
    prefixes.flatMap((prefix) => [
      [`${prefix}-limit`, `${limit}`],
      [`${prefix}-remaining`, `${limit - window.used}`],
      [`${prefix}-reset`, reset],
    ]),
  )
}

function seconds(at: Date): string {
  return String(Math.ceil(at.getTime() / 1000))
}
