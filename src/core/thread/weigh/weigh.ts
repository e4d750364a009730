import { nfc } from '../../article/nfc.ts'
import { dotBeforeSuffix, hasNewerSuffix, type Suffixes } from '../link/suffix.ts'
import { urlsIn } from '../link/urls.ts'
import {
  emojiSequencesIn,
  isPair,
  peculiarEnd,
  plainEnd,
  survey,
  surplusAt,
  surveyBetween,
  trait,
  type Survey,
} from './letters.ts'

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
  const composed = nfc(text)
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
  const surveyed = survey(text)
  const composed = (surveyed.traits & trait.changing) === 0 ? text : nfc(text)
  const isSame = composed === text
  const { traits } = isSame ? surveyed : survey(composed)
  const weight = readingsOf(composed)
    .map((suffixes) => readingWeigher(composed, traits, suffixes))
    .reduce(heavier)
  if (isSame) return weight
  const offset = composedOffsets(text)
  return (start, end) => weight(offset(start), offset(end))
}

function heavier(one: Weigher, other: Weigher): Weigher {
  return (start, end) => Math.max(one(start, end), other(start, end))
}

function readingsOf(text: string): readonly Suffixes[] {
  return hasNewerSuffix(text) ? ['of 2020', 'of today'] : ['of 2020']
}

function heavierReading(text: string, surveyed: Survey): number {
  if (dotBeforeSuffix(text, 0) < 0 && (surveyed.traits & trait.joining) === 0) return surveyed.weight
  return readingsOf(text).reduce((most, suffixes) => Math.max(most, weightBy(text, surveyed, suffixes)), 0)
}

function weightBy(text: string, { traits, weight }: Survey, suffixes: Suffixes): number {
  return piecesOf(text, traits, suffixes).reduce(
    (sum, piece) => sum + piece.weight - surveyBetween(text, piece.start, piece.end).weight,
    weight,
  )
}

/** The weigher of a composed text by one list of suffixes. */
function readingWeigher(text: string, traits: number, suffixes: Suffixes): Weigher {
  const pieces = piecesOf(text, traits, suffixes)
  if (pieces.length === 0 && traits === 0) return (start, end) => Math.max(0, end - start)
  const surplus = surplusOf(text, pieces)
  return (start, end) => {
    if (start >= end) return 0
    const before = surplus[start]!
    const after = surplus[end]!
    if (before !== inside && after !== inside) return end - start + after - before
    const opening = before === inside ? pieceAcross(pieces, start) : undefined
    const closing = after === inside ? pieceAcross(pieces, end) : undefined
    if (opening !== undefined && opening === closing) return weigh(text.slice(start, end))
    const from = opening?.end ?? start
    const to = closing?.start ?? end
    const parts = (start < from ? weigh(text.slice(start, from)) : 0) + (to < end ? weigh(text.slice(to, end)) : 0)
    return parts + to - from + surplus[to]! - surplus[from]!
  }
}

/** A stretch of a composed text that weighs something else than its letters. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** What X counts for any link, however long. */
const linkWeight = 23
const emojiWeight = 2

/** The links and the emoji sequences of `text`, which is composed and has the traits given, from left to right. */
function piecesOf(text: string, traits: number, suffixes: Suffixes): readonly Piece[] {
  const links = urlsIn(text, suffixes).map(({ start, counted }) => ({
    start,
    end: start + counted,
    weight: linkWeight,
  }))
  const emoji = (traits & trait.joining) === 0 ? [] : emojiSequencesIn(text)
  const found = [...links, ...emoji.map(({ start, end }) => ({ start, end, weight: emojiWeight }))]
  if (emoji.length === 0) return found.map((piece) => ofWholeLetters(text, piece))
  let used = 0
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < used) return false
      used = end
      return true
    })
    .map((piece) => ofWholeLetters(text, piece))
}

/** In the place of a surplus: a cut here would break a piece. */
const inside = -0x8000_0000

/**
 * By how much `text` weighs more up to each offset than it has code units; {@link inside} where a cut would break a piece.
 * Nearly all letters weigh 1, so that most of it is long stretches of one number.
 */
function surplusOf(text: string, pieces: readonly Piece[]): Int32Array {
  const surplus = new Int32Array(text.length + 1)
  let sum = 0
  let index = 0
  let plain = plainEnd(text, 0)
  for (const { start, end, weight } of pieces) {
    addLetters(start)
    surplus.fill(inside, start + 1, end)
    sum += weight - (end - start)
    surplus[end] = sum
    index = end
    if (plain < end) plain = plainEnd(text, end)
  }
  addLetters(text.length)
  return surplus

  function addLetters(end: number): void {
    while (index < end) {
      const same = Math.min(plain, end)
      surplus.fill(sum, index + 1, same + 1)
      index = same
      if (index === end) return
      for (const last = Math.min(peculiarEnd(text, index), end); index < last; surplus[++index] = sum)
        sum += surplusAt(text, index)
      plain = plainEnd(text, index)
    }
  }
}

/** The piece that begins before `index` and ends after it, found by halving. */
function pieceAcross(pieces: readonly Piece[], index: number): Piece | undefined {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pieces[middle]!.end > index) high = middle
    else low = middle + 1
  }
  const piece = pieces[low]
  return piece !== undefined && piece.start < index ? piece : undefined
}

/** Where the counter's link ends within a letter, the half left over weighs what the whole letter does. */
function ofWholeLetters(text: string, piece: Piece): Piece {
  return isPair(text, piece.end - 1) ? { ...piece, end: piece.end - 1 } : piece
}

/** For each offset in `text`, the offset in its composed form; inside a cluster that composing changes, the cluster's end. */
function composedOffsets(text: string): (offset: number) => number {
  const offsets = new Uint32Array(text.length + 1)
  let end = 0
  // A letter with all that may compose with it, marks and the later parts of a Korean syllable; white space is by itself.
  for (const { index, 0: cluster } of text.matchAll(/\s|[^][\p{M}\u1160-\u11ff]*/gu)) {
    const start = end
    const composed = nfc(cluster)
    end += composed.length
    for (let at = 0; at < cluster.length; at++)
      offsets[index + at] = at === 0 || composed === cluster ? start + at : end
  }
  offsets[text.length] = end
  return (offset) => offsets[offset]!
}
