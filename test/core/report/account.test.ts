import { describe, expect, test } from 'vitest'
import { accountOf } from '../../../src/core/report/account.ts'
import { digestOf } from '../../../src/core/report/digest.ts'
import { findingsOf } from '../../../src/core/report/findings.ts'
import { followsOf } from '../../../src/core/report/follows.ts'
import { sparkline } from '../../../src/core/report/sparkline.ts'
import { bootstrap, bootstrapGap, mean, median, pearson, ranked, wilson } from '../../../src/core/report/statistics.ts'
import { at } from '../../builders.ts'
import { aReportOf } from './builders.ts'

const options = { timezone: 'Europe/Berlin', seed: 107 }

/** Threads of 4 posts, every second with a card that draws twice as much; the older, the more seen. */
const threads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...aReportOf(
      [1, 2, 3, 4].map((n) => ({
        n,
        impressions: 1000 * (index + 1),
        likes: (n % 2 === 0 ? 40 : 20) * (index + 1) + n,
        card: n % 2 === 0 ? 'Quoted' : null,
      })),
    ),
    id: `job-${index}`,
    completion: 0.5,
    growth: [null, null, 100 * (index + 1), null],
    publishedAt: at(`2026-11-${String(20 - index).padStart(2, '0')}T08:00`).toISOString(),
  }))

const wordsOn = (count: number) => findingsOf(accountOf(threads(count), options)).map(({ words }) => words)

describe('accountOf()', () => {
  test('concludes nothing from too little, and says how much is needed', () => {
    expect(wordsOn(2)).toEqual([
      'not enough data yet (1 of 5 earlier threads)',
      'not enough data yet (1 of 5 earlier threads)',
      'not enough data yet (1 of 5 earlier threads)',
      'not enough data yet (n = 4 and 4 posts; 10 of each are needed)',
      'not enough data yet (n = 0 and 8 posts; 10 of each are needed)',
      'not enough data yet (2 of 8 threads)',
    ])
  })

  test('sets the newest thread against the median of those before it', () => {
    expect(wordsOn(8)[0]).toBe('100, below your median of 500 (n = 7 earlier threads)')
  })

  test('compares posts with cards and without, with an interval and the n of both', () => {
    expect(wordsOn(8)[3]).toMatch(
      /^engagement rate 4\.\d% against 2\.\d%: \+2\.0 points \(95 %: \+2\.0 to \+2\.1 points; n = 16 and 16 posts\)$/,
    )
  })

  test('tells the same of the same figures', () => {
    expect(accountOf(threads(9), options)).toEqual(accountOf(threads(9), options))
  })

  test('counts threads by the hour of the week in the owner’s zone', () => {
    const { hours } = accountOf(threads(1), options).hours
    expect(hours).toEqual([{ weekday: 4, hour: 9, n: 1, median: null }]) // Friday, 20 November 2026
  })
})

describe('statistics', () => {
  test('wilson() gives the published interval of 10 in 100', () => {
    const { from = 0, to = 0 } = wilson(10, 100) ?? {}
    expect([from.toFixed(3), to.toFixed(3)]).toEqual(['0.055', '0.174'])
    expect(wilson(0, 0)).toBeNull()
  })

  test('median(), mean() and pearson() are unknown of nothing', () => {
    expect([median([]), mean([]), pearson([])]).toEqual([null, null, null])
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
  })

  test.each([
    ['rise together', [1, 2, 3], 1],
    ['go apart', [3, 2, 1], -1],
  ])('pearson() of ranked() knows when figures %s', (_, ranks, value) => {
    expect(pearson(ranked(ranks.map((rank, index) => [index, rank ** 9])))).toBeCloseTo(value)
  })

  test('bootstrap() and bootstrapGap() hold what chance would give', () => {
    const figures = Array.from({ length: 50 }, (_, index) => index)
    const { from = 0, to = 0 } = bootstrap([figures], ([drawn = []]) => mean(drawn), 1) ?? {}
    expect(from).toBeLessThan(24.5)
    expect(to).toBeGreaterThan(24.5)
    expect(to - from).toBeLessThan(12)
    expect(bootstrapGap([1, 1], [1, 1], 1)).toEqual({ from: 0, to: 0 })
  })
})

describe('followsOf()', () => {
  const audience = [
    { at: '2026-11-21T12:00:00.000Z', followers: 100 },
    { at: '2026-11-25T12:00:00.000Z', followers: 112 },
  ]
  test('tells how many more there were within the week', () => {
    expect(followsOf(audience, '2026-11-22T09:00:00.000Z')).toBe(12)
  })
  test.each(['2026-11-20T09:00:00.000Z', '2026-11-25T13:00:00.000Z'])('is unknown of %s', (published) => {
    expect(followsOf(audience, published)).toBeNull()
  })
})

describe('digestOf()', () => {
  const digest = (count: number) => {
    const reports = threads(count)
    return digestOf(
      { reports, account: accountOf(reports, options), leftOut: ['x'] },
      { now: at('2026-11-21T09:00'), timezone: 'UTC' },
    )
  }

  test.each([0, 1, 2, 7, 20])('says the week in at most 15 lines when there are %d threads', (count) => {
    expect(digest(count).split('\n').length).toBeLessThanOrEqual(15)
  })

  test('says that nothing was published', () => {
    expect(digest(0)).toContain('No thread was published.')
  })

  test('names each thread of the week, its words as words', () => {
    const [report] = threads(1)
    const reports = report === undefined ? [] : [{ ...report, title: 'On *fair* use' }]
    const now = { now: at('2026-11-21T09:00'), timezone: 'UTC' }
    expect(digestOf({ reports, account: accountOf(reports, options), leftOut: [] }, now)).toContain(
      '- **On \\*fair\\* use**: – impressions, 3.3% engagement, 50% read to the end',
    )
  })
})

test('sparkline() draws figures against the greatest, and a dot for what is unknown', () => {
  expect(sparkline([10, 5, null, 0])).toBe('█▅·▁')
  expect(sparkline([])).toBe('')
})
