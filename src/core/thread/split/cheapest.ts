import { costs, ordinaryRoom, orphan } from './costs.ts'
import type { Measured } from './measure.ts'
import type { Place } from './place.ts'

/**
 * The cheapest way from the first place to the last: the places where posts end, in order, the last one included.
 * Each post runs from one place to a later one and weighs at most `room`. Ties go to the fuller posts at the front.
 * Time O(places × places in a post). Source: Knuth & Plass, "Breaking Paragraphs into Lines", 1981.
 */
export function cheapest(places: readonly Place[], measured: Measured): readonly number[] {
  const least = new Float64Array(places.length).fill(Infinity)
  const from = new Int32Array(places.length)
  const sections = sectionsBefore(places)
  least[0] = 0
  for (let to = 1; to < places.length; to++) {
    for (let start = to - 1; start >= 0; start--) {
      const cost = costOfPost(places, { from: start, to, sections }, measured)
      if (cost === Infinity && start < to - 1) break
      const total = (least[start] ?? Infinity) + (cost === Infinity ? costs.overLimit : cost)
      if (total < (least[to] ?? Infinity)) {
        least[to] = total
        from[to] = start
      }
      if (places[start]?.kind === 'hard') break
    }
  }
  const ends: number[] = []
  for (let at = places.length - 1; at > 0; at = from[at] ?? 0) ends.push(at)
  return ends.toReversed()
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly sections: Int32Array
}

/** What the post from one place to another costs; Infinity where it is too heavy. */
export function costOfPost(
  places: readonly Place[],
  { from, to, sections }: Stretch,
  { room, weightOf }: Measured,
): number {
  const before = places[from]
  const after = places[to]
  if (before === undefined || after === undefined) return Infinity
  const weight = weightOf(before.start, after.end)
  if (weight > room) return Infinity
  const isEnd = after.kind === 'section' || after.kind === 'hard'
  const empty = (room - weight) / room
  const buried = (sections[to - 1] ?? 0) - (sections[from] ?? 0)
  const straddles = before.block !== null && after.block !== null && before.block !== after.block
  return (
    costs.post +
    before.beginning +
    after.ending +
    empty * empty * (isEnd ? costs.raggedAtEnd : costs.ragged) +
    (weight < orphan ? costs.orphan : 0) +
    buried * costs.buriedHeading * Math.min(1, ordinaryRoom / room) +
    (straddles ? costs.straddling : 0)
  )
}

/** How many section breaks there are up to and with each place. */
export function sectionsBefore(places: readonly Place[]): Int32Array {
  const sections = new Int32Array(places.length)
  let count = 0
  for (const [index, { kind }] of places.entries()) {
    if (kind === 'section') count++
    sections[index] = count
  }
  return sections
}
