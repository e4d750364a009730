import type { Suffixes } from './link-suffix.ts'
import { urlsIn } from './link-urls.ts'
import { emojiSequencesIn } from './weigh-emoji.ts'
import { isPair, trait, unitWeights } from './weigh-letters.ts'

/** A stretch of a composed text that weighs something else than its letters. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** What X counts for any link, however long. */
const linkWeight = 23
const emojiWeight = 2

/** The links and the emoji sequences of `text`, which is composed and has the traits given, from left to right. */
export function piecesOf(text: string, traits: number, suffixes: Suffixes): readonly Piece[] {
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

/** What `text` weighs up to each offset; a piece weighs all it does at its first code unit. */
export function prefixSums(text: string, pieces: readonly Piece[]): Uint32Array {
  const sums = unitWeights(text)
  for (const { start, end, weight } of pieces) sums.fill(0, start + 1, end + 1)[start + 1] = weight
  for (let index = 1; index < sums.length; index++) sums[index] = sums[index]! + sums[index - 1]!
  return sums
}

/** The piece that begins before `index` and ends after it, found by halving. */
export function pieceAcross(pieces: readonly Piece[], index: number): Piece | undefined {
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
