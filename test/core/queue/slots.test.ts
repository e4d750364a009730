import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { readSlots } from '../../../src/core/queue/read-slots.ts'
import type { Slot } from '../../../src/core/queue/slot.ts'
import { isFreeAt, nextFreeSlot, slotsAfter } from '../../../src/core/queue/slots.ts'
import { at } from '../../builders.ts'

const daily = (hour: number, minute: number): readonly Slot[] =>
  Array.from({ length: 7 }, (_, index) => ({ weekday: index + 1, hour, minute }))

function take(count: number, slots: readonly Slot[], after: string, timezone: string): readonly string[] {
  const found: string[] = []
  for (const slot of slotsAfter(slots, at(after), timezone)) {
    if (found.push(slot.toISOString()) === count) break
  }
  return found
}

describe('slotsAfter()', () => {
  test('gives the slots to come, never the one that is now', () => {
    expect(take(3, readSlots('Mon-Fri 09:00 17:30; Sat 10:00'), '2026-11-20T16:30', 'Europe/Berlin')).toEqual([
      '2026-11-21T09:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
      '2026-11-23T16:30:00.000Z',
    ])
  })

  test('ends where no day that comes is a slot, and waits for one that comes after eight years', () => {
    const never = [{ weekday: 1, hour: 9, minute: 0, days: [31], months: [2] }]
    expect(take(1, never, '2026-11-22T09:00', 'UTC')).toEqual([])
    const asked = { now: at('2026-11-22T09:00'), timezone: 'UTC', taken: [], distance: 0 }
    expect(nextFreeSlot(never, asked)).toBeNull()
    expect(take(1, readSlots('0 9 29 2 *'), '2096-03-01T00:00', 'UTC')).toEqual(['2104-02-29T09:00:00.000Z'])
  })

  test('gives nothing without slots', () => {
    expect([...slotsAfter([], at('2026-11-22T09:00'), 'UTC')]).toEqual([])
  })

  test('falls on 29 February only where there is one', () => {
    expect(take(1, readSlots('Tue 09:00'), '2028-02-28T12:00', 'UTC')).toEqual(['2028-02-29T09:00:00.000Z'])
  })
})

/** Zones with changes by an hour, half an hour and a whole day, in both hemispheres; each with a spring and an autumn. */
const changes = [
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['Europe/London', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['America/Los_Angeles', '2026-03-08', '2026-11-01'],
  ['America/St_Johns', '2026-03-08', '2026-11-01'],
  ['America/Santiago', '2026-09-06', '2026-04-05'],
  ['America/Havana', '2026-03-08', '2026-11-01'],
  ['Australia/Sydney', '2026-10-04', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ['Pacific/Auckland', '2026-09-27', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24', '2026-10-30'],
  ['Asia/Beirut', '2026-03-29', '2026-10-25'],
] as const

const cases = changes.flatMap(([zone, spring, autumn]) =>
  [spring, autumn].flatMap((day) =>
    Array.from({ length: 48 }, (_, half) => [zone, day, Math.floor(half / 2), (half % 2) * 30] as const),
  ),
)

/** What the clock of a zone shows in every minute of a day and the hours around it, as a person would note it down. */
function minutesOf(zone: string, day: string): readonly { at: string; date: string; minute: number }[] {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds - 2 * 3_600_000
  return Array.from({ length: 30 * 60 }, (_, index) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(start + index * 60_000).toZonedDateTimeISO(zone)
    const minute = shown.hour * 60 + shown.minute
    return { at: new Date(shown.epochMilliseconds).toISOString(), date: shown.toPlainDate().toString(), minute }
  })
}

const notes = new Map(changes.flatMap(([zone, ...both]) => both.map((day) => [`${zone} ${day}`, minutesOf(zone, day)])))

/** The first minute at or after the wanted one: told apart from how we compute it. */
function firstMinuteFrom(zone: string, day: string, hour: number, minute: number): string | undefined {
  const wanted = hour * 60 + minute
  const isIt = (shown: { date: string; minute: number }) =>
    shown.date > day || (shown.date === day && shown.minute >= wanted)
  return notes.get(`${zone} ${day}`)?.find(isIt)?.at
}

describe('the two days of the year on which clocks change', () => {
  test(`slotsAfter() finds the first minute that the clock shows, in ${cases.length} cases`, () => {
    for (const [zone, day, hour, minute] of cases) {
      const from = Temporal.PlainDate.from(day).toZonedDateTime(zone).subtract({ seconds: 1 }).epochMilliseconds
      const [found] = take(1, daily(hour, minute), new Date(from).toISOString(), zone)
      expect([zone, day, hour, minute, found]).toEqual([
        zone,
        day,
        hour,
        minute,
        firstMinuteFrom(zone, day, hour, minute),
      ])
    }
  })

  test('no slot comes twice and none is left out through a year', () => {
    for (const [zone] of changes) {
      const found = take(365, daily(2, 30), '2026-01-01T12:00', zone)
      const days = found.map((slot) => Temporal.Instant.from(slot).toZonedDateTimeISO(zone).toPlainDate().toString())
      expect(new Set(days).size).toBe(365)
    }
  })
})

describe('nextFreeSlot()', () => {
  const slots = readSlots('Mon-Fri 09:00 10:00')
  const options = { now: at('2026-11-23T08:30'), timezone: 'UTC', distance: 0 }

  test('takes the next slot that no job has', () => {
    const taken = [at('2026-11-23T09:00'), at('2026-11-23T10:00')]
    expect(nextFreeSlot(slots, { ...options, taken: [] })?.toISOString()).toBe('2026-11-23T09:00:00.000Z')
    expect(nextFreeSlot(slots, { ...options, taken })?.toISOString()).toBe('2026-11-24T09:00:00.000Z')
  })

  test('keeps its distance from every job, before and after', () => {
    const distance = 2 * 3_600_000
    const taken = [at('2026-11-23T07:30'), at('2026-11-24T08:00')]
    expect(nextFreeSlot(slots, { ...options, distance, taken })?.toISOString()).toBe('2026-11-23T10:00:00.000Z')
    const full = [at('2026-11-23T08:00'), at('2026-11-24T08:00')]
    expect(nextFreeSlot(slots, { ...options, distance, taken: full })?.toISOString()).toBe('2026-11-23T10:00:00.000Z')
  })

  test('agrees with isFreeAt()', () => {
    const taken = [at('2026-11-23T07:30'), at('2026-11-24T08:00')]
    const found = nextFreeSlot(slots, { ...options, distance: 2 * 3_600_000, taken }) ?? at('2000-01-01T00:00')
    expect(isFreeAt(found, taken, 2 * 3_600_000)).toBe(true)
    expect(isFreeAt(at('2026-11-23T09:00'), taken, 2 * 3_600_000)).toBe(false)
    expect(isFreeAt(at('2026-11-24T08:00'), taken, 0)).toBe(false)
  })

  test('never takes a slot twice, also when the clock is set back to before it', () => {
    const taken = [at('2026-11-23T09:00'), at('2026-11-23T09:00:03')]
    const now = at('2026-11-23T08:15')
    expect(nextFreeSlot(slots, { ...options, now, taken })?.toISOString()).toBe('2026-11-23T10:00:00.000Z')
  })

  test('is null without slots', () => {
    expect(nextFreeSlot([], { ...options, taken: [] })).toBeNull()
  })
})
