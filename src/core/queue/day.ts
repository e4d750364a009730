import { Temporal } from 'temporal-polyfill'
import type { Day } from '../thread/closing.ts'

/** The month and the year that the owner's calendar shows at `instant`. */
export function dayOf(instant: Date, timezone: string): Day {
  const { month, year } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone)
  return { month, year }
}
