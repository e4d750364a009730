import { z } from 'zod'
import type { Sample } from './sample.ts'

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** How often a post is sampled while it is younger than `until`, the youngest first. Milliseconds. */
export type Schedule = readonly { readonly every: number; readonly until: number }[]

const stepWords = /^(\d{1,4})([mhd])(?: to (\d{1,4})([mhd]))?$/

const wanted =
  'it must be like "1h to 6h, 3h to 24h, 12h to 3d, 1d to 30d, 7d", ages rising, at least 1h apart; or "off"'

/**
 * "1h to 6h, 3h to 24h, 7d": hourly while a post is younger than 6 hours, 3-hourly to 24 hours, weekly ever after.
 * Without a last step that has no end, a post that is older than all of them is left alone. `off`: nothing is sampled.
 */
export const Schedule = z.string().transform((text, context): Schedule => {
  const schedule = text.trim() === 'off' ? [] : text.split(',').map((part) => stepOf(part.trim()))
  if (schedule.every(isStep) && isRising(schedule)) return schedule
  context.addIssue({ code: 'custom', message: wanted })
  return z.NEVER
})

/** A post's figures change fast at first, then ever more slowly. */
export const usualSchedule = '1h to 6h, 3h to 24h, 12h to 3d, 1d to 30d, 7d'

const usual = Schedule.parse(usualSchedule)

/** What the schedule needs to know of a live post. */
export interface Measurable {
  readonly id: string
  readonly publishedAt: string
}

/** When a post was sampled, and whether X still had it. */
export interface Sampled {
  /** Every instant that may be the last one: the newest, and the one written last (the clock may have been set back). */
  readonly at: readonly string[]
  readonly deleted: boolean
}

/**
 * The posts to sample now: the ones never sampled, and the ones whose last sample is older than their age allows.
 * A post that X no longer has is not asked for again. A sample from the future (the clock was set back) does not count.
 */
export function due<P extends Measurable>(posts: readonly P[], samples: readonly Sample[], now: Date): readonly P[] {
  return dueOf(posts, sampledById(samples), { now, schedule: usual })
}

/** Like {@link due}, by what is known of each post by its id. */
export function dueOf<P extends Measurable>(
  posts: readonly P[],
  sampled: ReadonlyMap<string, Sampled>,
  { now, schedule }: { readonly now: Date; readonly schedule: Schedule },
): readonly P[] {
  return posts.filter(({ id, publishedAt }) => {
    const known = sampled.get(id)
    if (known?.deleted) return false
    const past = (known?.at ?? []).filter((at) => Date.parse(at) <= now.getTime())
    const last = past.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
    return isDue(publishedAt, last, now, schedule)
  })
}

/**
 * Whether a post published and last sampled at these instants (ISO 8601; null: never sampled) is due for a sample.
 * The interval is the one of the age at which it was last sampled.
 * @example isDue('2026-11-22T09:00:00Z', '2026-11-22T10:00:00Z', new Date('2026-11-22T11:00:00Z')) // true
 */
export function isDue(
  publishedAt: string,
  lastSampledAt: string | null,
  now: Date,
  schedule: Schedule = usual,
): boolean {
  const published = Date.parse(publishedAt)
  if (lastSampledAt === null) return intervalAt(now.getTime() - published, schedule) < Infinity
  const last = Date.parse(lastSampledAt)
  return now.getTime() - last >= intervalAt(last - published, schedule)
}

function intervalAt(age: number, schedule: Schedule): number {
  return schedule.find(({ until }) => age < until)?.every ?? Infinity
}

function sampledById(samples: readonly Sample[]): ReadonlyMap<string, Sampled> {
  const known = new Map<string, Sampled>()
  for (const { id, at, deleted } of samples) {
    const { at: before = [], deleted: gone = false } = known.get(id) ?? {}
    known.set(id, { at: [...before, at], deleted: gone || deleted })
  }
  return known
}

type Step = Schedule[number]

function stepOf(text: string): Step | null {
  const [, every, unit, until, untilUnit] = stepWords.exec(text) ?? []
  if (every === undefined) return null
  const length = (figure: string, of = 'h') => Number(figure) * units[of as keyof typeof units]
  return { every: length(every, unit), until: until === undefined ? Infinity : length(until, untilUnit) }
}

function isStep(step: Step | null): step is Step {
  return step !== null && step.every >= units.h
}

function isRising(schedule: Schedule): boolean {
  return schedule.every(({ until }, index) => until > (schedule[index - 1]?.until ?? 0))
}
