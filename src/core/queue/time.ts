import { Temporal } from 'temporal-polyfill'
import { InputError } from '../problem.ts'
import { instantIn } from './wall-clock.ts'

/**
 * The instant that an owner in `timezone` means: "now", a local time ("2026-12-01T09:00", "2026-12-01 09:00", "09:00" for
 * the next one), or an instant with its offset ("2026-12-01T09:00Z"). A local time in a spring gap is the first valid
 * minute after it; one that an autumn night has twice is the first.
 * @throws InputError when it cannot be read, or lies in the past.
 */
export function timeOf(said: string, { now, timezone }: { now: Date; timezone: string }): Date {
  const words = said.trim()
  if (words.toLowerCase() === 'now') return now
  const time = clockTime(words, { now, timezone }) ?? instant(words) ?? localTime(words, timezone)
  if (time === null) {
    throw new InputError('time-bad', {
      message: `Cannot read the time "${said}"`,
      hint: 'Write now, 09:00, 2026-12-01T09:00 (in your time zone) or 2026-12-01T09:00Z.',
    })
  }
  if (time.getTime() < now.getTime()) {
    throw new InputError('time-past', {
      message: `Cannot queue for ${said}: that was ${time.toISOString()}, and it is ${now.toISOString()} now`,
      hint: 'Give a time to come, or "now".',
    })
  }
  return time
}

function instant(words: string): Date | null {
  return read(() => Temporal.Instant.from(words.replace(' ', 'T')))
}

function localTime(words: string, timezone: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?$/.test(words)) return null
  const local = read(() => Temporal.PlainDateTime.from(words.replace(' ', 'T'), { overflow: 'reject' }), timezone)
  return local
}

/** "09:00": today's where it is still to come, else tomorrow's. */
function clockTime(words: string, { now, timezone }: { now: Date; timezone: string }): Date | null {
  if (!/^\d\d:\d\d$/.test(words)) return null
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  const on = (day: Temporal.PlainDate) => read(() => day.toPlainDateTime(Temporal.PlainTime.from(words)), timezone)
  const first = on(today)
  return first !== null && first.getTime() < now.getTime() ? on(today.add({ days: 1 })) : first
}

function read(make: () => Temporal.Instant | Temporal.PlainDateTime, timezone = 'UTC'): Date | null {
  try {
    const made = make()
    return new Date(
      made instanceof Temporal.Instant ? made.epochMilliseconds : instantIn(made, timezone).epochMilliseconds,
    )
  } catch {
    return null
  }
}
