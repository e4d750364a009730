import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audienceChart, followedOn, leastDays } from '../../../src/core/report/audience.ts'
import { curveOf, numbersOf } from '../../../src/core/report/curve.ts'
import { everyFew } from '../../../src/core/report/every-few.ts'
import { growthChart, growthOf } from '../../../src/core/report/growth.ts'
import { aReport, aReportOf, impressions } from './builders.ts'

const sheet = { width: 720, height: 270, left: 58, right: 62, top: 22, bottom: 38 }
const reportOn = (figures: readonly (number | null)[]) => aReportOf(figures.map((seen) => ({ impressions: seen })))
const isOnSheet = ({ x, y }: { x: number; y: number }) =>
  x >= sheet.left && x <= sheet.width - sheet.right && y >= sheet.top && y <= sheet.height - sheet.bottom

describe('curveOf()', () => {
  test('keeps every point on the sheet, in order, and few lines across it', () => {
    const figures = fc.array(fc.option(fc.nat(1_000_000)), { minLength: 2, maxLength: 80 })
    fc.assert(
      fc.property(figures, (given) => {
        const curve = curveOf(reportOn([100, ...given]), sheet)
        expect(curve?.levels.length).toBeLessThanOrEqual(6)
        expect(curve?.levels[0]?.figure).toBe(0)
        let last = 0
        for (const { x, y } of curve?.points ?? []) {
          expect(x).toBeGreaterThan(last)
          last = x
          if (y !== null) expect(isOnSheet({ x, y })).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['a fall', [100, 40], [0, 0.5, 1]],
    ['a small rise', [100, 120], [0, 0.5, 1, 1.5]],
    ['a great rise', [100, 420], [0, 2, 4, 6]],
  ])('draws round levels for %s', (_, figures, levels) => {
    expect(curveOf(reportOn(figures), sheet)?.levels.map(({ figure }) => figure)).toEqual(levels)
  })

  test('joins neighbours only, and never across what is unknown', () => {
    const line = curveOf(reportOn([100, 90, null, 80, null, 50, 40, 30]), sheet)?.line ?? ''
    expect([...line.matchAll(/M[^MZ]*Z?/g)].map(([run]) => run.split(/[ML]/).length - 1)).toEqual([2, 1, 3])
  })

  test('marks the steepest fall and the last post that is known', () => {
    const curve = curveOf(reportOn([100, 90, 30, null]), sheet)
    expect(curve?.fall?.share).toBeCloseTo(0.6)
    expect(curve?.end).toMatchObject({ n: 3, share: 0.3 })
  })

  test.each([
    ['a single post', [100]],
    ['an unknown first post', [null, 5]],
    ['a first post that nobody saw', [0, 0]],
  ])('draws nothing of %s', (_, figures) => {
    expect(curveOf(reportOn(figures), sheet)).toBeNull()
  })
})

describe('numbersOf()', () => {
  test.each([
    [1, [1]],
    [5, [1, 2, 3, 4, 5]],
    [16, [1, 3, 5, 7, 9, 11, 13, 16]],
  ])('of %i posts', (count, numbers) => {
    expect(numbersOf(count)).toEqual(numbers)
  })

  test('always has the first and the last, and at most 15', () => {
    for (let count = 2; count < 400; count++) {
      const numbers = numbersOf(count)
      expect([numbers[0], numbers.at(-1)]).toEqual([1, count])
      expect(numbers.length).toBeLessThanOrEqual(15)
    }
  })
})

describe('growthOf()', () => {
  const grown = (growth: readonly (number | null)[]) => ({ ...aReport(), growth })

  test('sets a thread against the median of six before it, and against nothing less', () => {
    const before = [1, 2, 3, 4, 5, 6].map((n) => grown([n * 10, null, n * 100, null]))
    expect(growthOf(grown([5, 50, null, null]), before)).toEqual({
      seen: [5, 50, null, null],
      usual: [35, null, 350, null],
      n: 6,
    })
    expect(growthOf(grown([5]), before.slice(1)).usual).toEqual([null, null, null, null])
  })

  test('is drawn from two known ages on, and not across an unknown one', () => {
    expect(growthChart({ seen: [5, null, null, null], usual: [], n: 0 }, sheet)).toBeNull()
    const chart = growthChart({ seen: [5, null, 80, 100], usual: [null, null, null, null], n: 0 }, sheet)
    expect(chart?.points).toHaveLength(3)
    expect(chart?.seen.match(/M/g)).toHaveLength(2)
    expect(chart?.usual).toBe('')
  })
})

describe('audienceChart()', () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) => ({
      at: `2026-11-${String(day + 1).padStart(2, '0')}T02:00:00.000Z`,
      followers: 100 + day,
    }))

  test('is drawn from a week on, and leaves out days of which X said nothing', () => {
    const audience = [...days(leastDays), { at: '2026-11-20T02:00:00.000Z', followers: null }]
    const chart = audienceChart(followedOn(audience), ['2026-11-03T09:00:00.000Z', '2026-12-03T09:00:00.000Z'], sheet)
    expect(chart?.end.followers).toBe(100 + leastDays - 1)
    expect(chart?.threads).toHaveLength(1)
    expect(chart?.days.map(({ words }) => words)).toEqual(['1 Nov 2026', '7 Nov 2026'])
    expect(audienceChart(followedOn(audience).slice(1), [], sheet)).toBeNull()
  })

  test('of an account that never changes is a level line on the sheet', () => {
    const chart = audienceChart(
      days(8).map((each) => ({ ...each, followers: 5 })),
      [],
      sheet,
    )
    expect(chart === null ? false : isOnSheet(chart.end)).toBe(true)
  })
})

test('everyFew() keeps the first and the last', () => {
  expect(everyFew([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7])
  expect(everyFew([1, 2], 3)).toEqual([1, 2])
})

test('a report of samples near 1 h, 6 h, 24 h and 7 d tells its growth, and nothing of what one post lacks', () => {
  const samples = impressions([10, 20, 30]).map((sample) => ({ ...sample, age: 3600 }))
  expect(aReport({ samples }).growth).toEqual([60, null, null, null])
  expect(aReport({ samples: samples.slice(1) }).growth).toEqual([null, null, null, null])
})
