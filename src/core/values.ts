import { z } from 'zod'
import { nearest } from './nearest.ts'

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** "90s", "10m", "2h" → milliseconds, from `least` to `most`. */
export function durationFrom(least: string, most: string) {
  return z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'it must be a number and a unit, like 500ms, 5s, 10m or 2h')
    .transform(millisecondsOf)
    .refine((ms) => ms >= millisecondsOf(least) && ms <= millisecondsOf(most), `it must be from ${least} to ${most}`)
}

function millisecondsOf(text: string): number {
  return Number.parseFloat(text) * units[text.replace(/^[\d.]+/, '') as keyof typeof units]
}

export const Key = z.string().min(1).nullable()

export const Handle = z
  .string()
  .regex(/^@[A-Za-z0-9_]{1,20}$/, 'a handle is an @ and then letters, digits and _, like @thebroadside')

/** `#rrggbb` in small letters; in .env a # begins a comment unless it stands in quotation marks, so it may be left out. */
export const Colour = z
  .string()
  .regex(/^#?[0-9a-f]{6}$/i, 'a colour is written like b1201c')
  .transform((colour) => `#${colour.replace('#', '').toLowerCase()}`)

export const HomeFile = z
  .string()
  .refine((path) => !/^(?:[/\\]|[a-z]:|\w+:\/\/)/i.test(path), 'it must be a file of this home, like logo.svg')

export const Zone = z
  .string()
  .refine(isZone, { error: ({ input }) => `there is no such time zone; ${zoneMeant(String(input))}` })

export const LoopbackUrl = z
  .string()
  .refine(
    isLoopback,
    'it may only be on this machine, like http://127.0.0.1:4108; keys are never sent anywhere else but X',
  )

/** What is filled in on the day of publication; any other word in such brackets is a slip, and would be posted as it stands. */
export const ClosingWords = z
  .string()
  .refine(
    (text) => [...text.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => ['handle', 'month', 'year'].includes(name)),
    'of words in {brackets} it may hold {handle}, {month} and {year} alone',
  )

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** "did you mean Europe/Berlin?", of "Europe/Berln" and of "berlin". */
function zoneMeant(name: string): string {
  const zones = Intl.supportedValuesOf('timeZone')
  const ending = `/${name.trim().toLowerCase().replaceAll(' ', '_')}`
  const meant = zones.find((zone) => zone.toLowerCase().endsWith(ending)) ?? nearest(name, zones)
  return meant === null ? 'write a name such as Europe/Berlin or America/New_York' : `did you mean ${meant}?`
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username } = new URL(address)
  return /^https?:$/.test(protocol) && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(hostname) && username === ''
}
