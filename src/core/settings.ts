import { z } from 'zod'
import { codeChoices, type CodeChoice, linksChoices, type LinksChoice } from './article/choices.ts'
import { InputError } from './errors.ts'
import { Schedule, usualSchedule } from './metrics/schedule.ts'
import { nearest } from './nearest.ts'
import { Late } from './queue/job.ts'
import { readSlots } from './queue/read-slots.ts'
import type { Slot } from './queue/slot.ts'
import { ClosingWords, Colour, durationFrom, Handle, HomeFile, Key, LoopbackUrl, Zone } from './values.ts'

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
  BROADSIDE_SLOTS: {
    fallback: null,
    value: z
      .string()
      .nullable()
      .transform((text) => (text === null ? [] : readSlots(text))),
  },
  BROADSIDE_DISTANCE: { fallback: '2h', value: durationFrom('0s', '30d') },
  BROADSIDE_CALL_TO_ACTION: { fallback: 'Please Like & Share 😉🪽', value: ClosingWords },
  BROADSIDE_NOTICE: {
    fallback:
      '{handle} {month} {year} Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for “fair use” for purposes such as criticism, comment, news reporting, teaching, scholarship, education, and research.',
    value: ClosingWords,
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
  BROADSIDE_LINKS: { fallback: 'inline', value: z.enum(linksChoices, 'it must be inline or closing') },
  BROADSIDE_CODE: { fallback: null, value: z.enum(codeChoices, 'it must be text, card or out').nullable() },
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
  BROADSIDE_GRACE: { fallback: '2h', value: durationFrom('0s', '7d') },
  BROADSIDE_SETTLE: { fallback: '10m', value: z.literal('ask').or(durationFrom('100ms', '24h')) },
  BROADSIDE_NOTIFY: { fallback: null, value: z.string().nullable() },
  BROADSIDE_PACE: { fallback: '5s', value: durationFrom('0s', '1h') },
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
  /** When threads go out by themselves; none: when the owner says. */
  readonly slots: readonly Slot[]
  /** Milliseconds between two threads that are given a slot, or are late. */
  readonly distance: number
  readonly callToAction: string
  readonly notice: string
  readonly numbering: string
  readonly limit: number
  /** Where the addresses of links go: behind their words, or into the closing. */
  readonly links: LinksChoice
  /** Where blocks of code go; null: into the posts, and the owner is told. */
  readonly code: CodeChoice | null
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
  const credentials = credentialsOf(
    read('X_APP_KEY'),
    read('X_APP_SECRET'),
    read('X_ACCESS_TOKEN'),
    read('X_ACCESS_SECRET'),
  )
  const apiUrl = read('X_API_URL')
  const settle = read('BROADSIDE_SETTLE')
  if (credentials !== null && apiUrl === null && settle !== 'ask') refuseHasty(settle)
  return {
    credentials,
    apiUrl,
    handle: read('BROADSIDE_HANDLE'),
    timezone: read('BROADSIDE_TIMEZONE') ?? machine.timezone,
    slots: read('BROADSIDE_SLOTS'),
    distance: read('BROADSIDE_DISTANCE'),
    callToAction: read('BROADSIDE_CALL_TO_ACTION'),
    notice: read('BROADSIDE_NOTICE'),
    numbering: read('BROADSIDE_NUMBERING'),
    limit: read('BROADSIDE_LIMIT'),
    links: read('BROADSIDE_LINKS'),
    code: read('BROADSIDE_CODE'),
    cardTheme: read('BROADSIDE_CARD_THEME'),
    name: read('BROADSIDE_NAME'),
    brandColour: read('BROADSIDE_BRAND_COLOUR'),
    logo: read('BROADSIDE_LOGO'),
    cardPhoto: read('BROADSIDE_CARD_PHOTO'),
    monthlyBudget: read('BROADSIDE_MONTHLY_BUDGET'),
    late: read('BROADSIDE_LATE'),
    grace: read('BROADSIDE_GRACE'),
    settle,
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
  const near = nearest(unknown, known)
  throw new InputError('setting-unknown', {
    message: `Cannot read the settings: there is no setting ${unknown}`,
    hint: near === null ? 'See .env.example for all there are.' : `Did you mean ${near}?`,
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

/** The sandbox shows a post at once; X may be a while about it, and what it does not show would be sent again. */
function refuseHasty(settle: number): void {
  if (settle >= 60_000) return
  throw new InputError('setting-bad', {
    message: `Cannot read the setting BROADSIDE_SETTLE: X may take longer than ${settle / 1000}s to show a post`,
    hint: 'Set BROADSIDE_SETTLE to 1m or more, or take it out: 10m is usual.',
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
