import { hasNewerSuffix, type Suffixes } from './link-suffix.ts'
import { compose, composedOffsets } from './weigh-compose.ts'
import { survey, trait, type Survey } from './weigh-letters.ts'
import { pieceAcross, piecesOf, prefixSums } from './weigh-pieces.ts'

/**
 * How long X counts `text`: a link is 23, a letter of most alphabets 1, any other letter and any emoji 2, after composing
 * (normalisation form C). Equal to `weightedLength` of twitter-text's configuration 3, except where `text` has a link suffix
 * that is newer than that counter's list of 2020: then the heavier of the two readings counts, so that X takes either.
 * Time linear in the length of `text`.
 * @example weigh('see https://example.org/a/b') // 27
 * @example weigh('🧵') // 2
 */
export function weigh(text: string): number {
  const surveyed = survey(text)
  if ((surveyed.traits & trait.changing) === 0) return heavierReading(text, surveyed)
  const composed = compose(text)
  return heavierReading(composed, composed === text ? surveyed : survey(composed))
}

/** How long X counts the stretch of a text from `start` to `end` (UTF-16 offsets, `end` not included). */
export type Weigher = (start: number, end: number) => number

/**
 * Measures any stretch of `text` after reading it once, so that a splitter can weigh millions of stretches: the sums take
 * time linear in the text, and a stretch then costs two look-ups (in a text with links or joined emoji, a search by halving
 * for each cut; where a cut falls inside a link, the weighing of that link's part).
 *
 * Exact where it opens at the text's start or after white space, and ends before white space or at the text's end: then it is
 * `weigh(text.slice(start, end))`. One oddity is left out: X's counter reads the first letter of a post by a rule of its own,
 * so a stretch that opens with a domain that opens with a letter outside ASCII (`éa.com`) is weighed as after a space.
 * Any other cut gives an estimate: each link is read as the whole text has it, so that a link which only the cut makes
 * (`a.com|b`) is not seen. A cut inside a cluster that composing shortens counts the cluster on its left.
 * So weigh the finished post with {@link weigh} before it is sent.
 */
export function weigher(text: string): Weigher {
  const composed = compose(text)
  const offset = composed === text ? (index: number) => index : composedOffsets(text)
  const [first, second] = readingsOf(composed).map((suffixes) => readingWeigher(composed, suffixes))
  return (start, end) => {
    const [from, to] = [offset(start), offset(end)]
    return Math.max(first?.(from, to) ?? 0, second?.(from, to) ?? 0)
  }
}

function readingsOf(text: string): readonly Suffixes[] {
  return hasNewerSuffix(text) ? ['of 2020', 'of today'] : ['of 2020']
}

function heavierReading(text: string, surveyed: Survey): number {
  return readingsOf(text).reduce((most, suffixes) => Math.max(most, weightBy(text, surveyed, suffixes)), 0)
}

function weightBy(text: string, { traits, weight }: Survey, suffixes: Suffixes): number {
  return piecesOf(text, traits, suffixes).reduce(
    (sum, piece) => sum + piece.weight - survey(text, piece.start, piece.end).weight,
    weight,
  )
}

/** The weigher of a composed text by one list of suffixes. */
function readingWeigher(text: string, suffixes: Suffixes): Weigher {
  const pieces = piecesOf(text, survey(text).traits, suffixes)
  const sums = prefixSums(text, pieces)
  return (start, end) => {
    if (start >= end) return 0
    const opening = pieceAcross(pieces, start)
    const closing = pieceAcross(pieces, end)
    if (opening !== undefined && opening === closing) return weigh(text.slice(start, end))
    const from = opening?.end ?? start
    const to = closing?.start ?? end
    const parts = (start < from ? weigh(text.slice(start, from)) : 0) + (to < end ? weigh(text.slice(to, end)) : 0)
    return parts + sums[to]! - sums[from]!
  }
}
