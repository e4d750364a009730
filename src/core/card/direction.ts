/** Which way a text is read. */
export type Direction = 'ltr' | 'rtl'

/** Letters of the scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether any of `text` runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text)
}

/** The direction of a text is that of its first letter. Source: UAX #9, P2 and P3. */
export function directionOf(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0] ?? ''
  return rightToLeft.test(letter) ? 'rtl' : 'ltr'
}

/**
 * The places of a line in the order in which they are seen, from left to right.
 * Source: UAX #9, L2: from the highest level to the lowest odd one, every stretch of it and above is turned round.
 * @param levels even where text runs from left to right, odd where from right to left
 */
export function seenOrder(levels: readonly number[]): readonly number[] {
  const order = levels.map((_, place) => place)
  const highest = Math.max(0, ...levels)
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from
      while (to < order.length && (levels[order[to] ?? 0] ?? 0) >= level) to += 1
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).toReversed())
      from = to
    }
  }
  return order
}
