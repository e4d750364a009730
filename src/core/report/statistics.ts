import { median } from 'd3-array'

/** From where to where a figure may lie, at 95 % confidence. */
export interface Interval {
  readonly from: number
  readonly to: number
}

/** A figure, and between which it lies. */
export type Estimate = Interval & { readonly value: number }

const z = 1.959964

/**
 * Between which shares the true one lies, when `part` of `whole` were counted; null of nothing.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
 */
export function wilson(part: number, whole: number): Interval | null {
  if (whole <= 0 || part < 0 || part > whole) return null
  const share = part / whole
  const middle = share + (z * z) / (2 * whole)
  const reach = z * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  const over = 1 + (z * z) / whole
  return { from: Math.max(0, (middle - reach) / over), to: Math.min(1, (middle + reach) / over) }
}

/** Of how many figures a median's interval can be told at the least: the chance that all lie on one side is 1 in 32. */
export const leastForMedian = 6

/** The median of figures, and between which of them the true one lies; null of fewer than {@link leastForMedian}. */
export interface Middle extends Interval {
  readonly n: number
  readonly median: number
}

/**
 * Counts in from both ends, as far as the toss of a coin for each figure allows: no figure need be normal.
 * Source: W. R. Thompson, "On Confidence Ranges for the Median", 1936.
 */
export function middleOf(figures: readonly number[]): Middle | null {
  const n = figures.length
  const middle = median(figures)
  if (middle === undefined || n < leastForMedian) return null
  const sorted = figures.toSorted((a, b) => a - b)
  const left = countedIn(n)
  return { n, median: middle, from: sorted[left] ?? middle, to: sorted[n - 1 - left] ?? middle }
}

/** How many of `n` figures lie outside on either side, so that both sides together have at most 5 % of the chance. */
function countedIn(n: number): number {
  // Half to so high a power is nothing to a machine; so many tosses are as good as normal.
  if (n > 1000) return Math.floor((n - z * Math.sqrt(n)) / 2)
  let [outside, chance, term] = [0, 0, 0.5 ** n]
  while (chance + term <= 0.025) {
    chance += term
    term *= (n - outside) / (outside + 1)
    outside++
  }
  return Math.max(0, outside - 1)
}

/**
 * How far two figures rise together by their ranks, from −1 to 1; null where one of them never changes, and of fewer than
 * four. Perfect order is taken for one swap less than perfect: so much a next pair may always bring.
 * Source: D. G. Bonett, T. A. Wright, "Sample Size Requirements for Estimating Correlations", Psychometrika, 2000.
 */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): Estimate | null {
  const [n, value] = [pairs.length, pearson(ranked(pairs))]
  if (value === null || n < 4) return null
  const most = 1 - 12 / (n * (n * n - 1))
  const sure = Math.max(-most, Math.min(most, value))
  const reach = z * Math.sqrt((1 + (sure * sure) / 2) / (n - 3))
  return { value, from: Math.tanh(Math.atanh(sure) - reach), to: Math.tanh(Math.atanh(sure) + reach) }
}

/** How far two figures rise together, from −1 to 1; null where one of them never changes. */
function pearson(pairs: readonly (readonly [number, number])[]): number | null {
  const middle = (of: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length
  const [middleA, middleB] = [middle(0), middle(1)]
  let [together, ofA, ofB] = [0, 0, 0]
  for (const [a, b] of pairs) {
    together += (a - middleA) * (b - middleB)
    ofA += (a - middleA) ** 2
    ofB += (b - middleB) ** 2
  }
  return ofA > 0 && ofB > 0 ? together / Math.sqrt(ofA * ofB) : null
}

/** Two figures by their ranks: then a few great ones do not weigh more than the others. */
function ranked(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const [a, b] = [ranks(pairs.map(([one]) => one)), ranks(pairs.map(([, other]) => other))]
  return pairs.map((_, index) => [a[index] ?? 0, b[index] ?? 0])
}

/** Figures that are alike share the rank in their middle. */
function ranks(figures: readonly number[]): readonly number[] {
  const order = figures.map((figure, index) => ({ figure, index })).toSorted((a, b) => a.figure - b.figure)
  const found = figures.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (order[to + 1]?.figure === order[from]?.figure) to++
    for (let at = from; at <= to; at++) found[order[at]?.index ?? 0] = (from + to) / 2 + 1
    from = to + 1
  }
  return found
}
