/** A source without the signs in it that nobody sees, and how to find a place of the one in the other. */
export interface Seen {
  readonly text: string
  /** Where in the source the sign at `index` of the text stands. */
  inSource(index: number): number
  /** The indexes between `start` and `end` before which something unseen stood, in order. */
  gapsWithin(start: number, end: number): readonly number[]
}

/** `source` without the signs that {@link tidy} takes out of words. */
export function seen(source: string): Seen {
  const gaps = gapsIn(source)
  if (gaps.length === 0) return { text: source, inSource: (index) => index, gapsWithin: () => [] }
  return {
    text: source.replace(unseen, ''),
    inSource: (index) => index + countUpTo(gaps, index),
    gapsWithin: (start, end) => [...new Set(gaps.slice(countUpTo(gaps, start), countUpTo(gaps, end - 1)))],
  }
}

const unseen = /[\u00ad\u200b\u2060\ufeff\ufdd0-\ufdef\ufffe\uffff]/g

/** For each sign that is unseen, how many that are seen stand before it. */
function gapsIn(source: string): readonly number[] {
  return Array.from(source.matchAll(unseen), ({ index }, before) => index - before)
}

/** How many of `gaps` stand before the sign at `index`. */
function countUpTo(gaps: readonly number[], index: number): number {
  let [low, high] = [0, gaps.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((gaps[middle] ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return low
}
