import { Temporal } from 'temporal-polyfill'
import { InputError } from '../errors.ts'
import { meantBy, refusePast, type Asking, type Meant } from './meant.ts'

/**
 * What an owner means by "now", a local time ("2026-12-01T09:00", "2026-12-01 09:00", "09:00" for the next one), or an
 * instant with its offset ("2026-12-01T09:00Z"); null for any other words.
 * @throws InputError when it lies in the past, or is no time that there is (30 February, 25:00).
 */
export function timeOf(said: string, { now, timezone }: Asking): Meant | null {
  const words = said.trim()
  if (words.toLowerCase() === 'now') return { at: now, remark: null }
  const time = clockTime(words, { now, timezone }) ?? instant(words) ?? localTime(words, timezone)
  if (time !== null) return refusePast(words, time, { now, timezone })
  if (!looksWritten.test(words)) return null
  throw new InputError('time-bad', {
    message: `Cannot read the time "${said}": no calendar and no clock shows it`,
    hint: 'Write it like 2026-12-01T09:00 (in your time zone) or 2026-12-01T09:00Z.',
  })
}

/** Figures where a date or a time of the day has them. */
const looksWritten = /^(?:\d{4}-\d\d?-\d\d?[T ]\d\S*|\d{1,2}:\d\d)$/

function instant(words: string): Meant | null {
  const read = parsed(() => Temporal.Instant.from(words.replace(' ', 'T')))
  return read && { at: new Date(read.epochMilliseconds), remark: null }
}

function localTime(words: string, timezone: string): Meant | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/i.test(words)) return null
  const local = parsed(() => Temporal.PlainDateTime.from(words.replace(' ', 'T'), { overflow: 'reject' }))
  return local && meantBy(local, timezone)
}

/** "09:00": today's where it is still to come, else tomorrow's. */
function clockTime(words: string, { now, timezone }: Asking): Meant | null {
  const time = /^\d{1,2}:\d\d$/.test(words) ? parsed(() => Temporal.PlainTime.from(words.padStart(5, '0'))) : null
  if (time === null) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  const first = meantBy(today.toPlainDateTime(time), timezone)
  return first.at.getTime() < now.getTime() ? meantBy(today.add({ days: 1 }).toPlainDateTime(time), timezone) : first
}

/** Null for what is no such time. */
function parsed<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch {
    return null
  }
}
