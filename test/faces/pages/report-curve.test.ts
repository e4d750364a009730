import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layoutOf, runsOf, size, ticksOf } from '../../../src/faces/pages/report-geometry.tsx'
import { plural } from '../../../src/faces/pages/report-words.tsx'

const sharesOf = (shares: readonly (number | null)[]) => shares.map((share, index) => ({ n: index + 1, share }))

describe('layoutOf()', () => {
  test('keeps every point on the sheet, in order, and at most six lines across it', () => {
    const shares = fc.array(fc.option(fc.double({ min: 0, max: 5000, noNaN: true })), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(shares, (given) => {
        const { x, y, levels } = layoutOf(sharesOf(given))
        expect(levels.length).toBeLessThanOrEqual(6)
        expect(levels[0]).toBe(0)
        for (const [index, share] of given.entries()) {
          expect(x(index + 1)).toBeGreaterThanOrEqual(size.left)
          expect(x(index + 1)).toBeLessThanOrEqual(size.width - size.right)
          expect(x(index + 2)).toBeGreaterThan(x(index + 1))
          expect(y(share ?? 0)).toBeGreaterThanOrEqual(size.top)
          expect(y(share ?? 0)).toBeLessThanOrEqual(size.height - size.bottom)
        }
      }),
    )
  })

  test.each([
    ['a fall', [1, 0.4], [0, 0.5, 1]],
    ['a small rise', [1, 1.2], [0, 0.5, 1, 1.5]],
    ['a great rise', [1, 4.2], [0, 1, 2, 3, 4, 5]],
  ])('draws round levels for %s', (_, shares, levels) => {
    expect(layoutOf(sharesOf(shares)).levels).toEqual(levels)
  })
})

describe('runsOf()', () => {
  test('joins neighbours only, and never across what is unknown', () => {
    const runs = runsOf(sharesOf([1, 0.9, null, 0.8, null, 0.5, 0.4, 0.3]))
    expect(runs.map((run) => run.map(({ n }) => n))).toEqual([
      [1, 2],
      [6, 7, 8],
    ])
  })
})

describe('ticksOf()', () => {
  test.each([
    [1, [1]],
    [5, [1, 2, 3, 4, 5]],
    [16, [1, 3, 5, 7, 9, 11, 13, 16]],
  ])('of %i posts', (count, ticks) => {
    expect(ticksOf(count)).toEqual(ticks)
  })

  test('always has the first and the last, and at most 15', () => {
    for (let count = 2; count < 400; count++) {
      const ticks = ticksOf(count)
      expect([ticks[0], ticks.at(-1)]).toEqual([1, count])
      expect(ticks.length).toBeLessThanOrEqual(15)
    }
  })
})

describe('plural()', () => {
  test.each([
    [0, '0 posts'],
    [1, '1 post'],
    [1200, '1,200 posts'],
  ])('of %i', (figure, words) => {
    expect(plural(figure, 'post')).toBe(words)
  })
})
