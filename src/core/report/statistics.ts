/** From where to where a figure may lie, at 95 % confidence. */
export interface Interval {
  readonly from: number
  readonly to: number
}

const z = 1.959964

export function median(figures: readonly number[]): number | null {
  const sorted = figures.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

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

const resamples = 300

/**
 * Between which values a statistic lies when chance draws the groups anew from themselves; the same for the same seed.
 * Null where it cannot be told. Source: B. Efron, "Bootstrap Methods", 1979; percentile interval.
 */
export function bootstrap<T>(
  groups: readonly (readonly T[])[],
  statistic: (drawn: readonly (readonly T[])[]) => number | null,
  seed: number,
): Interval | null {
  const random = chance(seed)
  const draw = (group: readonly T[]) => group.map(() => group[Math.floor(random() * group.length)] as T)
  const values = Array.from({ length: resamples }, () => statistic(groups.map(draw)))
  const known = values.filter((value) => value !== null)
  return known.length < resamples / 2 ? null : middleOf(known)
}

/** Where the middle 95 % of the values lie. */
function middleOf(values: readonly number[]): Interval | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [from, to] = [sorted[Math.floor(sorted.length * 0.025)], sorted[Math.ceil(sorted.length * 0.975) - 1]]
  return from === undefined || to === undefined ? null : { from, to }
}

/** {@link bootstrap} of the difference between the means of two groups, without drawing lists. */
export function bootstrapGap(a: readonly number[], b: readonly number[], seed: number): Interval | null {
  const random = chance(seed)
  const drawnMean = (group: readonly number[]) => {
    let whole = 0
    for (let left = group.length; left > 0; left--) whole += group[(random() * group.length) | 0] ?? 0
    return whole / group.length
  }
  if (a.length === 0 || b.length === 0) return null
  return middleOf(Array.from({ length: resamples }, () => drawnMean(a) - drawnMean(b)))
}

export function mean(figures: readonly number[]): number | null {
  return figures.length === 0 ? null : figures.reduce((sum, one) => sum + one, 0) / figures.length
}

/** How far two figures rise together, from −1 to 1; null where one of them never changes. */
export function pearson(pairs: readonly (readonly [number, number])[]): number | null {
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

/** The ranks of two figures, for their {@link pearson}: then a few great ones do not weigh more than the others. */
export function ranked(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
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

/** Numbers from 0 to 1 that look like chance and follow from the seed. Source: Mulberry32, T. Ettinger, 2017. */
function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
