import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Slot } from '../../../src/core/queue/slot.ts'
import { slotsAfter } from '../../../src/core/queue/slots.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Zones that change their clocks, by an hour, half an hour and not at all, and one that left out a whole day. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
]

/** What the clock on a wall in `zone` shows, minute by minute: it jumps only where a quarter of an hour begins. */
function* walk(zone: string, from: number, days: number): Generator<{ at: number; shown: number }> {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  })
  for (let quarter = from; quarter < from + days * day; quarter += 15 * minute) {
    const parts = new Map(clock.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? NaN
    const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
    for (let more = 0; more < 15; more++) yield { at: quarter + more * minute, shown: shown + more * minute }
  }
}

/** Walks on until the clock first shows each slot's time of each day, or has jumped over it. */
function slotsByWalking(slots: readonly Slot[], from: number, zone: string): ReadonlySet<number> {
  const minutes = [...walk(zone, from - 2 * day, 9)]
  const first = Math.floor((minutes[0]?.shown ?? 0) / day) * day + day
  const found = new Set<number>()
  for (let date = first; date < (minutes.at(-1)?.shown ?? 0); date += day) {
    for (const { weekday, hour, minute: past } of slots) {
      if ((new Date(date).getUTCDay() || 7) !== weekday) continue
      const wanted = date + (hour * 60 + past) * minute
      const reached = minutes.find(({ shown }) => shown >= wanted)
      if (reached !== undefined) found.add(reached.at)
    }
  }
  return found
}

const aSlot = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
})
const years = { min: Date.UTC(2005, 0, 1) / (15 * minute), max: Date.UTC(2029, 0, 1) / (15 * minute) }

/** Any quarter of an hour, or one within a week before a clock is changed. */
const aStart = (zone: string) =>
  fc.integer(years).map((quarters) => {
    const start = quarters * 15 * minute
    const jump = quarters % 2 === 0 ? null : nextJump(zone, start)
    return jump === null ? start : jump - (quarters % 600) * 15 * minute
  })

function nextJump(zone: string, from: number): number | null {
  const offset = (at: number) =>
    new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(at).split('GMT')[1]
  for (let at = from; at < from + 400 * day; at += day) {
    if (offset(at) === offset(at + day)) continue
    for (let quarter = at; quarter < at + day; quarter += 15 * minute) {
      if (offset(quarter) !== offset(quarter + 15 * minute)) return quarter
    }
  }
  return null
}

test('slotsAfter() gives just what walking through a week minute by minute finds', { timeout: 120_000 }, () => {
  const cases = fc
    .constantFrom(...zones)
    .chain((zone) => fc.tuple(fc.constant(zone), aStart(zone), fc.array(aSlot, { minLength: 1, maxLength: 6 })))
  const law = fc.property(cases, ([zone, from, slots]) => {
    const until = from + 5 * day
    const found: number[] = []
    for (const slot of slotsAfter(slots, new Date(from), zone)) {
      if (slot.getTime() > until) break
      found.push(slot.getTime())
    }
    const walked = [...slotsByWalking(slots, from, zone)].filter((at) => at > from && at <= until)
    expect(found).toEqual(walked.toSorted((a, b) => a - b))
  })
  fc.assert(law, { seed: 6, numRuns: 120 })
})
