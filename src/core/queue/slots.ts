import type { Slot } from './slot.ts'
import { wallClock } from './wall-clock.ts'

const dayLong = 86_400_000

/** From 29 February 2096 to the next is the longest that a day which comes at all keeps one waiting: 8 years. */
const longestWait = 9 * 366 * dayLong

/**
 * The slots after `after` in the order in which they come; ends where none comes within 9 years. A slot that a spring
 * gap swallows is the first valid minute after the gap; of one that an autumn night has twice, the first. Two slots that
 * fall on one instant are one.
 */
export function* slotsAfter(slots: readonly Slot[], after: Date, timezone: string): Generator<Date, void> {
  for (const instant of instantsAfter(slots, after.getTime(), timezone)) yield new Date(instant)
}

function* instantsAfter(slots: readonly Slot[], after: number, timezone: string): Generator<number, void> {
  if (slots.length === 0) return
  // Early enough for whatever date the owner's clock shows at `after`.
  const start = new Date(after - 3 * dayLong)
  const instantOf = wallClock(timezone, start)
  const inOrder = slots.toSorted((a, b) => a.hour - b.hour || a.minute - b.minute)
  const week = [7, 1, 2, 3, 4, 5, 6].map((weekday) => inOrder.filter((slot) => slot.weekday === weekday))
  let last = after
  for (let day = Math.ceil(start.getTime() / dayLong + 1) * dayLong; day - last < longestWait; day += dayLong) {
    for (const slot of week[new Date(day).getUTCDay()] ?? []) {
      const instant = comesOn(day, slot) ? instantOf(day + (slot.hour * 60 + slot.minute) * 60_000) : last
      if (instant <= last) continue
      last = instant
      yield instant
    }
  }
}

/** Whether a slot of its weekday is one of the day that begins at `midnight`, as a clock in UTC would have it. */
function comesOn(midnight: number, { days, months }: Slot): boolean {
  if (days === undefined && months === undefined) return true
  const date = new Date(midnight)
  return (days?.includes(date.getUTCDate()) ?? true) && (months?.includes(date.getUTCMonth() + 1) ?? true)
}

interface Queue {
  readonly now: Date
  readonly timezone: string
  /** When other threads go out. */
  readonly taken: readonly Date[]
  /** How far from each of them a slot must be to be free. Milliseconds. */
  readonly distance: number
}

/** The first slot after `now` that keeps `distance` from every instant in `taken`; null where none comes. */
export function nextFreeSlot(slots: readonly Slot[], { now, timezone, taken, distance }: Queue): Date | null {
  const instants = Float64Array.from(taken, (instant) => instant.getTime()).toSorted()
  let next = 0 // of what is taken, the first that is not before the slot
  for (const slot of instantsAfter(slots, now.getTime(), timezone)) {
    while ((instants[next] ?? Infinity) < slot) next++
    const near = Math.min((instants[next] ?? Infinity) - slot, slot - (instants[next - 1] ?? -Infinity))
    if (near > 0 && near >= distance) return new Date(slot)
  }
  return null
}

/** Whether `instant` is none of `taken`, and at least `distance` milliseconds from each. */
export function isFreeAt(instant: Date, taken: readonly Date[], distance: number): boolean {
  return taken.every((other) => {
    const near = Math.abs(other.getTime() - instant.getTime())
    return near > 0 && near >= distance
  })
}
