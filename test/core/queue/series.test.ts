import { expect, test } from 'vitest'
import { timesOfSeries } from '../../../src/core/queue/series.ts'

test('timesOfSeries() lets a day pass on the owner’s clock, also over the night on which it is changed', () => {
  const times = timesOfSeries(new Date('2026-03-28T08:00:00Z'), 3, 'Europe/Berlin')
  expect(times.map((time) => time.toISOString())).toEqual([
    '2026-03-28T08:00:00.000Z',
    '2026-03-29T07:00:00.000Z',
    '2026-03-30T07:00:00.000Z',
  ])
})
