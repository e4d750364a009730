import { Temporal } from 'temporal-polyfill'
import { InputError } from '../problem.ts'
import { instantIn } from './wall-clock.ts'

/** A recurring time of the week on the owner's clock. */
export interface Slot {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * Reads "Mon-Fri 09:00 17:30; Sat 10:00": groups of days and their times, in the order of the week, each slot once.
 * @throws InputError that shows the word which cannot be read, and what may have been meant.
 * @example readSlots('Sat 10:00') // [{ weekday: 6, hour: 10, minute: 0 }]
 */
export function readSlots(text: string): readonly Slot[] {
  const slots = text.split(';').flatMap((group) => readGroup(group.trim().split(/[\s,]+/)))
  const named = new Map(slots.map((slot) => [minuteOfWeek(slot), slot]))
  if (named.size < slots.length) throw bad(text, 'a slot stands in it twice', 'Take one of the two out.')
  return [...named.values()].toSorted((a, b) => minuteOfWeek(a) - minuteOfWeek(b))
}

/**
 * The slots after `after` in the order in which they come, without end. A slot that a spring gap swallows is the first
 * valid minute after the gap; of one that an autumn night has twice, the first. Two slots that fall on one instant are one.
 */
export function* slotsAfter(slots: readonly Slot[], after: Date, timezone: string): Generator<Date, void> {
  if (slots.length === 0) return
  let last = after.getTime()
  const start = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(timezone).toPlainDate()
  // A clock that was set back may show yesterday's date again.
  for (let day = start.subtract({ days: 1 }); ; day = day.add({ days: 1 })) {
    const instants = slots
      .filter(({ weekday }) => weekday === day.dayOfWeek)
      .map(({ hour, minute }) => instantIn(day.toPlainDateTime({ hour, minute }), timezone).epochMilliseconds)
    for (const instant of instants.toSorted((a, b) => a - b)) {
      if (instant <= last) continue
      last = instant
      yield new Date(instant)
    }
  }
}

/** The first slot after `now` that keeps `distance` milliseconds from every instant in `taken`; null without slots. */
export function nextFreeSlot(
  slots: readonly Slot[],
  { now, timezone, taken, distance }: { now: Date; timezone: string; taken: readonly Date[]; distance: number },
): Date | null {
  const instants = taken.map((instant) => instant.getTime()).toSorted((a, b) => a - b)
  for (const slot of slotsAfter(slots, now, timezone)) {
    if (isFree(slot.getTime(), instants, distance)) return slot
  }
  return null
}

function isFree(instant: number, taken: readonly number[], distance: number): boolean {
  let [low, high] = [0, taken.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle] ?? Infinity) < instant) low = middle + 1
    else high = middle
  }
  const near = Math.min((taken[low] ?? Infinity) - instant, instant - (taken[low - 1] ?? -Infinity))
  return near > 0 && near >= distance
}

function readGroup(words: readonly string[]): readonly Slot[] {
  const firstTime = words.findIndex((word) => /^\d/.test(word))
  const names = firstTime < 0 ? words : words.slice(0, firstTime)
  const times = firstTime < 0 ? [] : words.slice(firstTime)
  const shown = words.join(' ')
  if (shown === '') throw bad(shown, 'a group is empty', 'Take the semicolon out, or write days and times beside it.')
  if (times.length === 0) throw bad(shown, 'it names no time', 'Write times after the days, like Mon-Fri 09:00.')
  const weekdays = names.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : names.flatMap(readDays)
  return weekdays.flatMap((weekday) => times.map((time) => ({ weekday, ...readTime(time) })))
}

function readDays(word: string): readonly number[] {
  const [from = 0, to] = word.split(/[-–]/).map((name) => readDay(name, word))
  if (to === undefined) return [from]
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => ((from + index - 1) % 7) + 1)
}

function readDay(name: string, shown: string): number {
  const at = days.findIndex((day) => name.toLowerCase().startsWith(day) && isDayName(name.toLowerCase(), day))
  if (at >= 0) return at + 1
  const meant = days.find((day) => day.startsWith(name.toLowerCase().slice(0, 1)))
  const hint = meant === undefined ? 'Days are Mon Tue Wed Thu Fri Sat Sun.' : `Did you mean ${capital(meant)}?`
  throw bad(shown, `"${name}" is no day`, hint)
}

const longNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function isDayName(name: string, day: (typeof days)[number]): boolean {
  return longNames[days.indexOf(day)]?.startsWith(name) ?? false
}

function readTime(word: string): { hour: number; minute: number } {
  const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(word) ?? []
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60)
    return { hour: Number(hour), minute: Number(minute) }
  throw bad(word, 'it is no time of the day', 'Write hours and minutes, from 00:00 to 23:59.')
}

function minuteOfWeek({ weekday, hour, minute }: Slot): number {
  return (weekday * 24 + hour) * 60 + minute
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function bad(shown: string, fact: string, hint: string): InputError {
  return new InputError('slots-bad', { message: `Cannot read the slots: "${shown}": ${fact}`, hint })
}
