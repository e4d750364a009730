import { describe, expect, test } from 'vitest'
import { dayOf } from '../../../src/core/queue/day.ts'
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
  ])('reads %s', (said, instant) => {
    expect(timeOf(said, berlin).toISOString()).toBe(instant)
  })

  test.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-03-08T02:15', '2026-03-08T07:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30:00.000Z'],
  ])('moves a time in the spring gap of %s to the first valid minute', (timezone, said, instant) => {
    expect(timeOf(said, { ...berlin, timezone }).toISOString()).toBe(instant)
  })

  test.each([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
  ])('takes the first of a doubled hour in %s', (timezone, said, instant) => {
    expect(timeOf(said, { ...berlin, timezone }).toISOString()).toBe(instant)
  })

  test.each(['soon', '2026-02-30T09:00', '25:00', '2026-03-02', '9am'])('refuses %s', (said) => {
    expect(() => timeOf(said, berlin)).toThrow(`Cannot read the time "${said}"`)
  })

  test('refuses a time that has passed', () => {
    expect(() => timeOf('2026-02-01T09:00', berlin)).toThrow('Cannot queue for 2026-02-01T09:00: that was')
  })
})

test.each([
  ['UTC', { month: 12, year: 2026 }],
  ['Pacific/Auckland', { month: 1, year: 2027 }],
  ['America/Los_Angeles', { month: 12, year: 2026 }],
])('dayOf() the last evening of the year in %s', (timezone, day) => {
  expect(dayOf(at('2026-12-31T20:00'), timezone)).toEqual(day)
})
