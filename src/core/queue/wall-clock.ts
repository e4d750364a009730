import type { Temporal } from 'temporal-polyfill'

/**
 * The instant at which a clock in `timezone` shows `local`. In a spring gap it is the first valid minute after the gap (not
 * as late again as the gap is long, as Temporal would have it); of a time that an autumn night has twice, the first.
 */
export function instantIn(local: Temporal.PlainDateTime, timezone: string): Temporal.Instant {
  const zoned = local.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant()
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant()
}
