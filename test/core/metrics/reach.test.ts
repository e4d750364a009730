import { describe, expect, test } from 'vitest'
import { paidToday } from '../../../src/core/metrics/paid.ts'
import { cheapestReading } from '../../../src/core/metrics/reach.ts'
import { Schedule, dueOf } from '../../../src/core/metrics/schedule.ts'
import { at } from '../../builders.ts'

const post = (id: string, day: string) => ({ id, publishedAt: `${day}T09:00:00.000Z` })
const fresh = [post('c', '2026-11-22'), post('b', '2026-11-21')]
const old = post('a', '2026-09-01')
const between = Array.from({ length: 40 }, (_, index) => post(`x${index}`, '2026-10-01'))
const none = new Set<string>()

describe('cheapestReading()', () => {
  test('reads the own timeline from the oldest post that is due', () => {
    expect(cheapestReading(fresh, { live: fresh, paid: none })).toEqual({
      since: '2026-11-21T09:00:00.000Z',
      byId: [],
      usd: 0.002,
    })
  })

  test('looks a post up by its id where the timeline would show too much before it', () => {
    const reading = cheapestReading([...fresh, old], { live: [...fresh, ...between, old], paid: none })
    expect(reading).toEqual({ since: '2026-11-21T09:00:00.000Z', byId: ['a'], usd: 0.007 })
  })

  test('reads as far as it likes where everything was paid for on the same UTC day', () => {
    const live = [...fresh, ...between, old]
    const paid = new Set(live.map(({ id }) => id))
    expect(cheapestReading([old], { live, paid })).toEqual({ since: old.publishedAt, byId: [], usd: 0 })
  })
})

test('paidToday() knows the posts of this UTC day’s owned reads, and no others', () => {
  const line = (instant: string, ids: string[]) => ({
    at: instant,
    call: 'owned-read' as const,
    job: null,
    count: ids.length,
    usd: 0,
    ids,
  })
  const ledger = [line('2026-11-21T23:59:59.999Z', ['a']), line('2026-11-22T00:00:00.000Z', ['b', 'c'])]
  expect([...paidToday(ledger, at('2026-11-22T23:59'))]).toEqual(['b', 'c'])
})

describe('Schedule', () => {
  test('reads intervals and the ages up to which they hold', () => {
    expect(Schedule.parse('90m to 6h, 1d')).toEqual([
      { every: 5_400_000, until: 21_600_000 },
      { every: 86_400_000, until: Infinity },
    ])
  })

  test.each(['', 'hourly', '1h to', '30m', '1h to 6h, 2h to 3h', '1d, 2d'])('refuses "%s"', (text) => {
    expect(Schedule.safeParse(text).success).toBe(false)
  })

  test.each([
    ['off', '2026-11-22T10:00', 0],
    ['1h to 6h', '2026-11-22T10:00', 1],
    ['1h to 6h', '2026-11-22T16:00', 0],
  ])('%s has a post of 09:00 sampled at %s: %d', (text, now, due) => {
    const posts = [post('a', '2026-11-22')]
    expect(dueOf(posts, new Map(), { now: at(now), schedule: Schedule.parse(text) })).toHaveLength(due)
  })
})
