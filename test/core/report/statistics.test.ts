import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrap, type Draw } from '../../../src/core/report/bootstrap.ts'
import { leastForMedian, middleOf, rankCorrelation, wilson } from '../../../src/core/report/statistics.ts'

const z = 1.959964
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
const mean = (figures: readonly number[]) => figures.reduce((sum, one) => sum + one, 0) / figures.length

describe('wilson()', () => {
  // Source: R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives the published interval of %d in %d', (part, whole, from, to) => {
    const interval = wilson(part, whole)
    expect(interval?.from).toBeCloseTo(from, 4)
    expect(interval?.to).toBeCloseTo(to, 4)
  })

  test('holds exactly the shares that the count does not speak against', () => {
    const counts = fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 500 })).filter(([part, whole]) => part <= whole)
    fc.assert(
      fc.property(counts, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ([part, whole], share) => {
        const { from = 1, to = 0 } = wilson(part, whole) ?? {}
        const off = Math.abs(part / whole - share) / Math.sqrt((share * (1 - share)) / whole)
        if (Math.abs(off - z) > 1e-6) expect(share > from && share < to).toBe(off < z)
      }),
    )
  })

  test.each([
    [0, 0],
    [3, 2],
    [-1, 2],
  ])('is unknown of %d in %d', (part, whole) => {
    expect(wilson(part, whole)).toBeNull()
  })
})

describe('middleOf()', () => {
  // Source: W. J. Conover, "Practical Nonparametric Statistics", 1999: the ranks that hold the median at 95 %.
  test.each([
    [6, 1, 6],
    [8, 1, 8],
    [9, 2, 8],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d figures lies between the %d. and the %d.', (n, from, to) => {
    expect(middleOf(upTo(n))).toEqual({ n, median: (n + 1) / 2, from, to })
  })

  test('leaves at most 2.5 % of the tosses on either side, and could not leave one figure more', () => {
    for (const n of [6, 7, 12, 33, 64]) {
      const { from = 0 } = middleOf(upTo(n)) ?? {}
      expect(tossesBelow(from, n)).toBeLessThanOrEqual(0.025)
      expect(tossesBelow(from + 1, n)).toBeGreaterThan(0.025)
    }
  })

  test('is as good for thousands as for hundreds', () => {
    const [exact, about] = [middleOf(upTo(1000)), middleOf(upTo(1001))]
    expect(Math.abs((exact?.from ?? 0) - (about?.from ?? 0))).toBeLessThanOrEqual(1)
    expect(middleOf(upTo(5000))?.from).toBeGreaterThan(2400)
  })

  test('tells nothing of fewer than it says', () => {
    expect(middleOf(upTo(leastForMedian - 1))).toBeNull()
    expect(middleOf([])).toBeNull()
  })
})

/** The mean of as many figures as there are, each drawn by chance. */
const drawnMean = (figures: readonly number[]) => (draw: Draw) =>
  mean(figures.map(() => figures[draw(figures.length)] ?? 0))

describe('bootstrap()', () => {
  test('comes to what all possible draws come to', () => {
    const figures = [2, 3, 7, 20]
    const all = figures.flatMap((a) =>
      figures.flatMap((b) => figures.flatMap((c) => figures.map((d) => mean([a, b, c, d])))),
    )
    const sorted = all.toSorted((a, b) => a - b)
    const interval = bootstrap(drawnMean(figures), 1)
    // Five hundred draws of 256 possibilities: their ends may lie a step or two from the exact ones.
    expect(interval?.from).toBeGreaterThanOrEqual(sorted[1] ?? 0)
    expect(interval?.from).toBeLessThanOrEqual(sorted[14] ?? 0)
    expect(interval?.to).toBeGreaterThanOrEqual(sorted[241] ?? 0)
    expect(interval?.to).toBeLessThanOrEqual(sorted[254] ?? 0)
  })

  test('of a mean is as wide as its standard error says', () => {
    const figures = upTo(200)
    const middle = mean(figures)
    const error = Math.sqrt(mean(figures.map((figure) => (figure - middle) ** 2)) / figures.length)
    const { from = 0, to = 0 } = bootstrap(drawnMean(figures), 7) ?? {}
    expect((to - from) / (2 * z * error)).toBeGreaterThan(0.9)
    expect((to - from) / (2 * z * error)).toBeLessThan(1.1)
  })

  test('holds the truth about 95 times in 100', () => {
    let held = 0
    for (let world = 1; world <= 200; world++) {
      const drawn = upTo(40).map((n) => (Math.sin(n * 12.9898 + world * 78.233) * 43758.5453) % 1)
      const figures = drawn.map((one) => one - Math.floor(one))
      const { from = 1, to = 0 } = bootstrap(drawnMean(figures), world) ?? {}
      if (from <= 0.5 && to >= 0.5) held++
    }
    expect(held).toBeGreaterThan(178)
    expect(held).toBeLessThan(200)
  })

  test('is the same for the same seed, and unknown where most draws tell nothing', () => {
    expect(bootstrap(drawnMean([1, 5, 9]), 3)).toEqual(bootstrap(drawnMean([1, 5, 9]), 3))
    expect(bootstrap(() => null, 3)).toBeNull()
  })
})

describe('rankCorrelation()', () => {
  test('is what Spearman’s formula gives where no rank is shared', () => {
    const orders = fc.shuffledSubarray(upTo(12), { minLength: 12 })
    fc.assert(
      fc.property(orders, (order) => {
        const squares = order.reduce((sum, rank, index) => sum + (rank - index - 1) ** 2, 0)
        const pairs = order.map((rank, index) => [index, rank ** 3] as const)
        expect(rankCorrelation(pairs)?.value).toBeCloseTo(1 - (6 * squares) / (12 * (12 * 12 - 1)), 10)
      }),
    )
  })

  test('shares ranks between figures that are alike', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4.
    const pairs = [
      [10, 1],
      [20, 2],
      [20, 3],
      [90, 4],
    ] as const
    expect(rankCorrelation(pairs)?.value).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 10)
  })

  test('has an interval as wide as the published error of it', () => {
    // tanh(atanh ρ ± 1.96 · √((1 + ρ² / 2) / (n − 3))) of the ranks 2 1 4 3 6 5 8 7 …: ρ = 1 − 6 · 20 / (20 · 399).
    const swapped = upTo(20).map((n) => [n, n % 2 === 0 ? n - 1 : n + 1] as const)
    const { value, from, to } = rankCorrelation(swapped) ?? {}
    const rho = 1 - (6 * 20) / (20 * 399)
    const reach = z * Math.sqrt((1 + rho ** 2 / 2) / 17)
    expect(value).toBeCloseTo(rho, 10)
    expect(from).toBeCloseTo(Math.tanh(Math.atanh(rho) - reach), 10)
    expect(to).toBeCloseTo(Math.tanh(Math.atanh(rho) + reach), 10)
  })

  test('holds the true relation about 95 times in 100', () => {
    let held = 0
    for (let world = 1; world <= 400; world++) {
      const random = randomOf(world)
      const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
      const pairs = upTo(30).map(() => {
        const a = normal()
        return [a, 0.6 * a + 0.8 * normal()] as const
      })
      const truth = (6 / Math.PI) * Math.asin(0.6 / 2)
      const { from = 1, to = 0 } = rankCorrelation(pairs) ?? {}
      if (from <= truth && truth <= to) held++
    }
    expect(held / 400).toBeGreaterThan(0.92)
    expect(held / 400).toBeLessThan(0.98)
  })

  test('is never taken to be perfect', () => {
    const { value, from = 1, to = 1 } = rankCorrelation(upTo(8).map((n) => [n, n] as const)) ?? {}
    expect(value).toBeCloseTo(1)
    expect(from).toBeLessThan(0.95)
    expect(to).toBeLessThan(1)
  })

  test('is unknown where one of the figures never changes, and of nothing', () => {
    expect(rankCorrelation(upTo(9).map((n) => [n, 1] as const))).toBeNull()
    expect(rankCorrelation([])).toBeNull()
  })
})

/** A linear congruential chance of the test's own. Source: D. E. Knuth, MMIX. */
function randomOf(seed: number): () => number {
  let state = BigInt(seed) * 2_654_435_761n
  return () => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn
    return (Number(state >> 33n) + 1) / 2 ** 31
  }
}

/** The chance that fewer than `rank` of `n` tosses fall on one side, by Pascal's triangle. */
function tossesBelow(rank: number, n: number): number {
  let row = [1]
  for (let toss = 0; toss < n; toss++) row = [...row, 0].map((one, index) => (one + (row[index - 1] ?? 0)) / 2)
  return row.slice(0, rank).reduce((sum, one) => sum + one, 0)
}
