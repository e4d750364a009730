import { expect, test } from 'vitest'
import { readSlots } from '../../../src/core/queue/read-slots.ts'
import { timesOfSeries } from '../../../src/core/queue/series.ts'
import { at } from '../../builders.ts'

const series = { of: 3, timezone: 'Europe/Berlin', slots: [], taken: [], distance: 2 * 3_600_000 }

test('timesOfSeries() lets a day pass on the owner’s clock, also over the night on which it is changed', () => {
  expect(timesOfSeries({ ...series, first: at('2026-03-28T08:00') })).toEqual([
    at('2026-03-28T08:00'),
    at('2026-03-29T07:00'),
    at('2026-03-30T07:00'),
  ])
})

test('timesOfSeries() takes consecutive free slots where there are any', () => {
  const slots = readSlots('Mon-Fri 09:00 17:30; Sat 10:00')
  const taken = [at('2026-03-27T16:30')]
  expect(timesOfSeries({ ...series, slots, taken, first: at('2026-03-27T08:00') })).toEqual([
    at('2026-03-27T08:00'),
    at('2026-03-28T09:00'),
    at('2026-03-30T07:00'),
  ])
})
