import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/core/queue/day.ts'
import { spell } from '../../../src/core/queue/spell.ts'
import { timeOf } from '../../../src/core/queue/time.ts'
import { at } from '../../builders.ts'

const berlin = { now: at('2026-03-01T12:00'), timezone: 'Europe/Berlin' }

describe('timeOf()', () => {
  test.each([
    ['now', '2026-03-01T12:00:00.000Z'],
    ['2026-03-02T09:00Z', '2026-03-02T09:00:00.000Z'],
    ['2026-03-02T09:00+05:30', '2026-03-02T03:30:00.000Z'],
    ['2026-03-02T09:00', '2026-03-02T08:00:00.000Z'],
    ['2026-03-02 09:00', '2026-03-02T08:00:00.000Z'],
    ['2026-07-02T09:00', '2026-07-02T07:00:00.000Z'],
    ['14:00', '2026-03-01T13:00:00.000Z'],
    ['12:59', '2026-03-02T11:59:00.000Z'],
    ['9:30', '2026-03-02T08:30:00.000Z'],
  ])('reads %s', (said, instant) => {
    expect(timeOf(said, berlin)).toEqual({ at: at(instant), remark: null })
  })

  test.each([
    [
      'Europe/Berlin',
      '2026-03-29T02:30',
      '2026-03-29T01:00:00.000Z',
      '02:30 does not come on Sun 29 Mar 2026',
      '03:00',
    ],
    ['America/New_York', '2026-03-08T02:15', '2026-03-08T07:00:00.000Z', '02:15 does not come', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00.000Z', '02:15 does not come', '02:30'],
  ])(
    'moves a time in the spring gap of %s to the first valid minute, and tells it',
    (timezone, said, instant, fact, first) => {
      const meant = timeOf(said, { ...berlin, timezone })
      expect(meant?.at).toEqual(at(instant))
      expect(meant?.remark).toContain(fact)
      expect(meant?.remark).toContain(`it goes out at ${first}, the first minute after`)
    },
  )

  test.each([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z', '+02:00'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z', '-04:00'],
  ])('takes the first of a doubled hour in %s, and tells it', (timezone, said, instant, offset) => {
    const meant = timeOf(said, { ...berlin, timezone })
    expect(meant?.at).toEqual(at(instant))
    expect(meant?.remark).toContain('comes twice')
    expect(meant?.remark).toContain(`at the first, ${offset}`)
  })

  test.each(['2026-02-30T09:00', '2026-03-02 25:00', '25:00', '2026-3-2 9:00'])(
    'refuses %s, which no calendar has',
    (said) => {
      expect(() => timeOf(said, berlin)).toThrow(`Cannot read the time "${said}": no calendar and no clock shows it`)
    },
  )

  test.each(['soon', '2026-03-02', '9am', 'tomorrow 9am'])('leaves %s to others', (said) => {
    expect(timeOf(said, berlin)).toBeNull()
  })

  test('refuses a time that has passed, with what it was and what it is', () => {
    expect(() => timeOf('2026-02-01T09:00', berlin)).toThrow(
      'Cannot queue for "2026-02-01T09:00": that was Sun 1 Feb 2026, 09:00 Europe/Berlin (+01:00), and it is Sun 1 Mar 2026, 13:00 Europe/Berlin (+01:00) now',
    )
  })
})

test.each([
  ['Europe/Berlin', 'Thu 2 Jul 2026, 11:00 Europe/Berlin (+02:00)'],
  ['Asia/Kathmandu', 'Thu 2 Jul 2026, 14:45 Asia/Kathmandu (+05:45)'],
  ['UTC', 'Thu 2 Jul 2026, 09:00 UTC (+00:00)'],
])('spell() says weekday, zone and offset in %s', (timezone, words) => {
  expect(spell(at('2026-07-02T09:00'), timezone)).toBe(words)
})

test.each([
  ['UTC', { month: 12, year: 2026 }],
  ['Pacific/Auckland', { month: 1, year: 2027 }],
  ['America/Los_Angeles', { month: 12, year: 2026 }],
])('dayOf() the last evening of the year in %s', (timezone, day) => {
  expect(dayOf(at('2026-12-31T20:00'), timezone)).toEqual(day)
})
