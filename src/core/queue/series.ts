import { Temporal } from 'temporal-polyfill'
import { instantIn } from './wall-clock.ts'

/** When the threads of a series go out: the first at `first`, each later one a day after by the owner's clock. */
export function timesOfSeries(first: Date, of: number, timezone: string): readonly Date[] {
  const start = Temporal.Instant.fromEpochMilliseconds(first.getTime()).toZonedDateTimeISO(timezone).toPlainDateTime()
  return Array.from({ length: of }, (_, day) =>
    day === 0 ? first : new Date(instantIn(start.add({ days: day }), timezone).epochMilliseconds),
  )
}
