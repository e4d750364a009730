import { z } from 'zod'
import { Schedule, usualSchedule } from './metrics/schedule.ts'
import { InputError } from './problem.ts'
import { Late } from './queue/job.ts'

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** "90s", "10m", "2h" → milliseconds. */
const Duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'it must be a number and a unit, like 500ms, 5s, 10m or 2h')
  .transform((text) => Number.parseFloat(text) * units[text.replace(/^[\d.]+/, '') as keyof typeof units])

const Key = z.string().min(1).nullable()

const Handle = z
  .string()
  .regex(/^@[A-Za-z0-9_]{1,20}$/, 'a handle is an @ and then letters, digits and _, like @thebroadside')

/** `#rrggbb` in small letters; in .env a # begins a comment unless it stands in quotation marks, so it may be left out. */
export const Colour = z
  .string()
  .regex(/^#?[0-9a-f]{6}$/i, 'a colour is written like b1201c')
  .transform((colour) => `#${colour.replace('#', '').toLowerCase()}`)

const HomeFile = z
  .string()
  .refine((path) => !/^(?:[/\\]|[a-z]:|\w+:\/\/)/i.test(path), 'it must be a file of this home, like logo.svg')

const Zone = z
  .string()
  .refine(isZone, 'there is no such time zone; write a name such as Europe/Berlin or America/New_York')

const LoopbackUrl = z
  .string()
  .refine(
    isLoopback,
    'it may only be on this machine, like http://127.0.0.1:4108; keys are never sent anywhere else but X',
  )

/**
 * Every setting: its name, its default (as a person would write it) and what it may be.
 * An empty value counts as not set, except where nothing is a choice: the numbering, the call to action and the notice.
 */
export const settings = {
  X_APP_KEY: { fallback: null, value: Key },
  X_APP_SECRET: { fallback: null, value: Key },
  X_ACCESS_TOKEN: { fallback: null, value: Key },
  X_ACCESS_SECRET: { fallback: null, value: Key },
  X_API_URL: { fallback: null, value: LoopbackUrl.nullable() },
  BROADSIDE_HANDLE: { fallback: null, value: Handle.nullable() },
  BROADSIDE_TIMEZONE: { fallback: null, value: Zone.nullable() },
  BROADSIDE_CALL_TO_ACTION: { fallback: 'Please Like & Share 😉🪽', value: z.string() },
  BROADSIDE_NOTICE: {
    fallback:
      '{handle} {month} {year} Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for “fair use” for purposes such as criticism, comment, news reporting, teaching, scholarship, education, and research.',
    value: z.string(),
  },
  BROADSIDE_NUMBERING: {
    fallback: '{n}/{total}',
    value: z.string().refine((text) => text === '' || text.includes('{n}'), 'it must hold {n}, or be empty for none'),
  },
  BROADSIDE_LIMIT: {
    fallback: '280',
    value: z.coerce
      .number('it must be a whole number')
      .int('it must be a whole number')
      .min(40, 'a post must hold at least 40')
      .max(25_000, 'X takes at most 25000 in one post'),
  },
  BROADSIDE_NAME: { fallback: null, value: z.string().nullable() },
  BROADSIDE_BRAND_COLOUR: { fallback: null, value: Colour.nullable() },
  BROADSIDE_LOGO: { fallback: null, value: HomeFile.nullable() },
  BROADSIDE_CARD_PHOTO: { fallback: null, value: HomeFile.nullable() },
  BROADSIDE_CARD_THEME: { fallback: 'broadsheet', value: z.string() },
  BROADSIDE_MONTHLY_BUDGET: {
    fallback: null,
    value: z.coerce.number('it must be US dollars, like 5 or 7.50').nonnegative('it cannot be less than 0').nullable(),
  },
  BROADSIDE_LATE: { fallback: 'hold', value: z.enum(Late.options, `it must be one of ${Late.options.join(', ')}`) },
  BROADSIDE_GRACE: { fallback: '2h', value: Duration },
  BROADSIDE_SETTLE: { fallback: '10m', value: z.literal('ask').or(Duration) },
  BROADSIDE_NOTIFY: { fallback: null, value: z.string().nullable() },
  BROADSIDE_PACE: { fallback: '5s', value: Duration },
  BROADSIDE_MEASURE: { fallback: usualSchedule, value: Schedule },
} as const satisfies Record<string, { fallback: string | null; value: z.ZodType }>

export type SettingName = keyof typeof settings

const mayBeEmpty: ReadonlySet<string> = new Set(['BROADSIDE_NUMBERING', 'BROADSIDE_CALL_TO_ACTION', 'BROADSIDE_NOTICE'])

export interface Credentials {
  readonly appKey: string
  readonly appSecret: string
  readonly accessToken: string
  readonly accessSecret: string
}

export interface Settings {
  /** Null: no keys are set, and the sandbox stands in for X. */
  readonly credentials: Credentials | null
  readonly apiUrl: string | null
  readonly handle: string | null
  /** IANA name. */
  readonly timezone: string
  readonly callToAction: string
  readonly notice: string
  readonly numbering: string
  readonly limit: number
  readonly cardTheme: string
  /** Of the writer or the publication, as cards show it; null: none. */
  readonly name: string | null
  /** `#rrggbb`; null: the themes keep their own colours. */
  readonly brandColour: string | null
  /** An SVG or a PNG, from the home; null: none. */
  readonly logo: string | null
  /** What cards in the theme `photo` stand on where a piece has no photo of its own, from the home. */
  readonly cardPhoto: string | null
  /** US dollars; null: no budget. */
  readonly monthlyBudget: number | null
  readonly late: Late
  /** Milliseconds. */
  readonly grace: number
  /** Milliseconds for which X may still apply a request whose answer was lost; `ask`: never send again by itself. */
  readonly settle: number | 'ask'
  /** A command that is told when a job is done or held; null: none. */
  readonly notify: string | null
  /** Milliseconds between two posts. */
  readonly pace: number
  /** How often a post of an age is measured. */
  readonly measure: Schedule
}

/**
 * Reads the settings from what the environment and `.env` hold.
 * @throws InputError naming the first setting that cannot be read, its value (never a key's) and what it may be.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  machine: { timezone: string },
): Settings {
  const read = <N extends SettingName>(name: N) => readOne(name, env[name])
  return {
    credentials: credentialsOf(
      read('X_APP_KEY'),
      read('X_APP_SECRET'),
      read('X_ACCESS_TOKEN'),
      read('X_ACCESS_SECRET'),
    ),
    apiUrl: read('X_API_URL'),
    handle: read('BROADSIDE_HANDLE'),
    timezone: read('BROADSIDE_TIMEZONE') ?? machine.timezone,
    callToAction: read('BROADSIDE_CALL_TO_ACTION'),
    notice: read('BROADSIDE_NOTICE'),
    numbering: read('BROADSIDE_NUMBERING'),
    limit: read('BROADSIDE_LIMIT'),
    cardTheme: read('BROADSIDE_CARD_THEME'),
    name: read('BROADSIDE_NAME'),
    brandColour: read('BROADSIDE_BRAND_COLOUR'),
    logo: read('BROADSIDE_LOGO'),
    cardPhoto: read('BROADSIDE_CARD_PHOTO'),
    monthlyBudget: read('BROADSIDE_MONTHLY_BUDGET'),
    late: read('BROADSIDE_LATE'),
    grace: read('BROADSIDE_GRACE'),
    settle: read('BROADSIDE_SETTLE'),
    notify: read('BROADSIDE_NOTIFY'),
    pace: read('BROADSIDE_PACE'),
    measure: read('BROADSIDE_MEASURE'),
  }
}

/** @throws InputError for a name that looks like one of ours and is none. */
export function refuseUnknown(names: readonly string[]): void {
  const known = Object.keys(settings)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const near = known.toSorted((a, b) => distance(unknown, a) - distance(unknown, b))[0] ?? ''
  throw new InputError('setting-unknown', {
    message: `Cannot read the settings: there is no setting ${unknown}`,
    hint: distance(unknown, near) <= 3 ? `Did you mean ${near}?` : 'See .env.example for all there are.',
  })
}

function readOne<N extends SettingName>(name: N, given: string | undefined): z.infer<(typeof settings)[N]['value']> {
  const { fallback, value } = settings[name]
  const isSet = given !== undefined && (given !== '' || mayBeEmpty.has(name))
  const read = value.safeParse(isSet ? given : fallback)
  if (read.success) return read.data as z.infer<(typeof settings)[N]['value']>
  const shown = name.startsWith('X_') && name !== 'X_API_URL' ? '' : `; it is "${given ?? ''}"`
  throw new InputError('setting-bad', {
    message: `Cannot read the setting ${name}: ${firstIssue(read.error)}${shown}`,
    hint: `Mend ${name} in .env or in the environment.`,
  })
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue?.code === 'invalid_union') return 'it must be a number and a unit, like 10m, or "ask"'
  return issue?.message ?? 'it cannot be read'
}

function credentialsOf(...keys: readonly (string | null)[]): Credentials | null {
  const [appKey, appSecret, accessToken, accessSecret] = keys
  if (appKey && appSecret && accessToken && accessSecret) return { appKey, appSecret, accessToken, accessSecret }
  if (keys.every((key) => key === null)) return null
  const names = ['X_APP_KEY', 'X_APP_SECRET', 'X_ACCESS_TOKEN', 'X_ACCESS_SECRET']
  const missing = names.filter((_, index) => keys[index] === null)
  throw new InputError('credentials-incomplete', {
    message: `Cannot sign in to X: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, and the other keys are`,
    hint: 'Set all four keys, or none of them to use the sandbox.',
  })
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username } = new URL(address)
  return /^https?:$/.test(protocol) && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname) && username === ''
}

/** Levenshtein's distance: how many letters differ. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
