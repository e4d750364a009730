import type { Measured } from './measure.ts'
import type { Place } from './place.ts'

/**
 * `places` without those that stand so close to a better one that no post would look different: of places within a
 * two-hundredth of a post, the cheapest; of sections within a thousandth, the first. It bounds the work by the length of the
 * text, however small its pieces are.
 */
export function thinned(places: readonly Place[], { room, weightOf }: Measured): readonly Place[] {
  const grain = room / 200
  const kept: Place[] = []
  /** The last section that is kept, where no break of the owner's stands behind it. */
  let section: Place | null = null
  for (const [index, place] of places.entries()) {
    const last = kept.at(-1)
    const next = places[index + 1]
    if (place.kind === 'hard') section = null
    if (place.kind === 'section') {
      const isClose = section !== null && weightOf(section.start, place.end) < room / 1000
      if (isClose && next !== undefined && weightOf(section!.start, next.end) <= room / 2) continue
      section = place
    }
    if (last === undefined || next === undefined || kept.length === 1 || isFixed(place) || isFixed(last))
      kept.push(place)
    else if (weightOf(last.start, place.end) >= grain) kept.push(place)
    else if (place.ending < last.ending) {
      const before = kept.at(-2)
      if (before !== undefined && weightOf(before.start, place.end) > room / 2) kept.push(place)
      else kept[kept.length - 1] = place
    } else if (weightOf(last.start, next.end) > room / 2) kept.push(place)
  }
  return kept
}

/** A break that the owner set, or that a heading sets: its count matters to what a post costs. */
function isFixed({ kind }: Place): boolean {
  return kind === 'hard' || kind === 'section'
}
