import type { Opportunity } from './break.ts'
import type { Galley } from './galley.ts'
import { widthOf } from './galley.ts'

/** A line of a galley: its glyphs from `from` up to `to`. Width in ems. */
export interface Line {
  readonly from: number
  readonly to: number
  readonly width: number
}

/** A text broken into lines, and how ill that reads, as a mean over its lines. */
export interface Broken {
  readonly lines: readonly Line[]
  readonly cost: number
}

/**
 * Breaks `galley` into exactly `count` lines of nearly one width at the places that read best, or null where a line would
 * be wider than `widest` ems. Time O(count · places²).
 * Source: the optimum fit of Knuth & Plass, "Breaking Paragraphs into Lines", 1981, for a count of lines that is given.
 */
export function balance(
  galley: Galley,
  places: readonly Opportunity[],
  { count, widest, hung }: { readonly count: number; readonly widest: number; readonly hung: number },
): Broken | null {
  if (count > places.length) return null
  const total = widthOf(galley, hung, galley.glyphs.length)
  const mean = total / count
  // Lines are measured by the thousand: where each begins and ends is looked up once.
  const starts = Float64Array.from(places, (_, place) => galley.glyphs[firstOf(place)]?.start ?? 0)
  const ends = Float64Array.from(places, ({ end }) => widthOf(galley, 0, end))
  let costs: readonly number[] = [0]
  const cuts: (readonly number[])[] = []
  for (let line = 1; line <= count; line += 1) {
    const next: number[] = Array.from({ length: places.length + 1 }, () => Infinity)
    const from: number[] = Array.from({ length: places.length + 1 }, () => -1)
    for (let end = line; end <= places.length - (count - line); end += 1) {
      for (let start = end - 1; start >= line - 1; start -= 1) {
        const before = costs[start] ?? Infinity
        const width = widthBetween(start, end)
        if (width > widest) break
        const cost = before + costOf(width, start, end, line)
        if (cost < (next[end] ?? Infinity)) {
          next[end] = cost
          from[end] = start
        }
      }
    }
    costs = next
    cuts.push(from)
  }
  const cost = costs[places.length] ?? Infinity
  return cost === Infinity ? null : { lines: linesOf(cuts), cost: cost / count }

  /** The glyph that the line after place `start` begins with; an opening mark hangs outside the first line. */
  function firstOf(start: number): number {
    return start === 0 ? hung : (places[start - 1]?.next ?? 0)
  }

  function widthBetween(start: number, end: number): number {
    return Math.max(0, (ends[end - 1] ?? 0) - (starts[start] ?? 0))
  }

  function costOf(width: number, start: number, end: number, line: number): number {
    const off = (width - mean) / mean
    if (line < count) return 3 * off * off + (places[end - 1]?.cost ?? 0)
    if (count === 1) return 0
    const isWidow = width < (end - start === 1 ? 0.6 : 0.4) * mean
    return (off < 0 ? 0.6 : 1.6) * off * off + (isWidow ? 0.5 : 0) // a last line may be shorter, not longer
  }

  function linesOf(froms: readonly (readonly number[])[]): readonly Line[] {
    const lines: Line[] = []
    let end = places.length
    for (const from of froms.toReversed()) {
      const start = from[end] ?? 0
      const first = start === 0 ? 0 : firstOf(start)
      lines.unshift({ from: first, to: places[end - 1]?.end ?? 0, width: widthBetween(start, end) })
      end = start
    }
    return lines
  }
}
