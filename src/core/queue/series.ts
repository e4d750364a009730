import { Temporal } from 'temporal-polyfill'
import type { Slot } from './slot.ts'
import { nextFreeSlot } from './slots.ts'
import { instantIn } from './wall-clock.ts'

/** When the threads of a series go out. */
export interface Series {
  /** When the first goes out. */
  readonly first: Date
  readonly of: number
  readonly timezone: string
  readonly slots: readonly Slot[]
  /** When other threads go out, and how far from them a slot must be. Milliseconds. */
  readonly taken: readonly Date[]
  readonly distance: number
}

/** The first at `first`, the others in the free slots after it; without slots each a day after, by the owner's clock. */
export function timesOfSeries({ first, of, ...queue }: Series): readonly Date[] {
  if (queue.slots.length === 0) return daysFrom(first, of, queue.timezone)
  const times = [first]
  while (times.length < of) {
    const now = times.at(-1) ?? first
    times.push(nextFreeSlot(queue.slots, { ...queue, now, taken: [...queue.taken, ...times] }) ?? first)
  }
  return times
}

function daysFrom(first: Date, of: number, timezone: string): readonly Date[] {
  const start = Temporal.Instant.fromEpochMilliseconds(first.getTime()).toZonedDateTimeISO(timezone).toPlainDateTime()
  return Array.from({ length: of }, (_, day) =>
    day === 0 ? first : new Date(instantIn(start.add({ days: day }), timezone).epochMilliseconds),
  )
}
