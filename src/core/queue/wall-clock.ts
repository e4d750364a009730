import { Temporal } from 'temporal-polyfill'

/**
 * The instant at which a clock in `timezone` shows `local`. In a spring gap it is the first valid minute after the gap (not
 * as late again as the gap is long, as Temporal would have it); of a time that an autumn night has twice, the first.
 */
export function instantIn(local: Temporal.PlainDateTime, timezone: string): Temporal.Instant {
  const zoned = local.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant()
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant()
}

/**
 * {@link instantIn} for times in their order, none before `from`, in milliseconds: `local` is what the clock shows, written
 * as if in UTC. The time zone is asked only where its clocks change; between two changes the offset is the same.
 */
export function wallClock(timezone: string, from: Date): (local: number) => number {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timezone)
  let offset = offsetOf(start)
  let change = start.getTimeZoneTransition('next')
  let until = change?.epochMilliseconds ?? Infinity
  return (local) => {
    while (change !== null && local - offset >= until) {
      const after = offsetOf(change)
      if (local - after < until) return until // neither before the change nor after it: the gap
      offset = after
      change = change.getTimeZoneTransition('next')
      until = change?.epochMilliseconds ?? Infinity
    }
    return local - offset
  }
}

/** Milliseconds. */
function offsetOf({ offsetNanoseconds }: Temporal.ZonedDateTime): number {
  return offsetNanoseconds / 1e6
}

/** What a clock in `timezone` shows at `instant`, without the day. */
export function hourOf(instant: Date, timezone: string): { readonly hour: number; readonly minute: number } {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
  return { hour, minute }
}

/** What a clock in `timezone` shows at `instant`: "2026-11-22T20:30:00". */
export function clockIn(timezone: string, instant: Date): string {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
  return shown.toPlainDateTime().toString({ smallestUnit: 'second' })
}
