import type { Span } from '../../article/article.ts'
import { boundariesIn } from '../../article/sentence/boundaries.ts'
import type { Break } from '../thread.ts'
import type { Weigher } from '../weigh/weigh.ts'
import { costs } from './costs.ts'

/** A place inside a sentence where a post may end. */
export interface Cut {
  readonly end: number
  readonly start: number
  readonly kind: Break
  /** On top of what its kind costs. */
  readonly cost: number
}

interface Whole {
  readonly text: string
  readonly span: Span
  /** Where the words begin that must stand in one post with the first of these: the headings above them. */
  readonly from: number
  readonly room: number
  readonly weightOf: Weigher
  readonly language: string
  /** Whether the owner lets a cut be there. */
  readonly isFree: (cut: Pick<Cut, 'start' | 'end'>) => boolean
}

/**
 * Cuts for a sentence that cannot stand in one post: at its clauses; inside a clause that cannot either, at its words;
 * inside a word that cannot, at its graphemes. In order.
 */
export function cutsWithin(whole: Whole): readonly Cut[] {
  const { span, from } = whole
  const clauses = clauseCuts(whole.text, span).filter(whole.isFree)
  return piecesBetween(clauses, span).flatMap((piece, index) => {
    const before = clauses[index - 1]
    const isHeavy = isTooHeavy(piece, index === 0 ? from : piece.start, whole)
    const within = isHeavy ? wordsOrLess(piece, index === 0, whole) : []
    return before === undefined ? within : [before, ...within]
  })
}

function wordsOrLess(piece: Span, isFirst: boolean, whole: Whole): readonly Cut[] {
  const words = wordCuts(whole.text, piece).filter(whole.isFree)
  return piecesBetween(words, piece).flatMap((word, index) => {
    const before = words[index - 1]
    const from = isFirst && index === 0 && words.length === 0 ? whole.from : word.start
    const within = isTooHeavy(word, from, whole) ? insideWord(word, from, whole) : []
    return before === undefined ? within : [before, ...within]
  })
}

function isTooHeavy({ end }: Span, from: number, { room, weightOf }: Whole): boolean {
  return weightOf(from, end) > room
}

function piecesBetween(cuts: readonly Cut[], { start, end }: Span): readonly Span[] {
  const starts = [start, ...cuts.map((cut) => cut.start)]
  const ends = [...cuts.map((cut) => cut.end), end]
  return starts.map((from, index) => ({ start: from, end: ends[index] ?? end }))
}

const strong = /[;:—…]["”’»)\]]*\s+(?=\S)|—(?=[\p{L}\p{N}"“‘(])|\s–\s+(?=\S)|[)\]][;:]\s+(?=\S)|[；：。！？…](?=\S)/u
const bracket = /[)\]],?\s+(?=\S)|\s+(?=[([][^)\]]{12})/u
const weak = /,["”’»)\]]*\s+(?=\S)|[、，](?=\S)/u
const clause = new RegExp(`(${strong.source})|(${bracket.source})|(${weak.source})`, 'gu')

/** Where an English clause often begins after a comma. */
const opensClause =
  /^(?:which|who|whose|whom|where|when|while|because|although|though|but|yet|so|if|unless|until|since|whereas|even|especially|including|rather|not|as|then|with|without|[a-z]{3,}ing)\b/i

function clauseCuts(text: string, { start, end }: Span): readonly Cut[] {
  const words = text.slice(start, end)
  return Array.from(words.matchAll(clause), (match): Cut => {
    const mark = match[0].trimEnd()
    const after = start + match.index + match[0].length
    const cost = costOf(match, text.slice(after, after + 24))
    return { end: start + match.index + mark.length, start: after, kind: 'clause', cost }
  }).filter((cut) => cut.end > start && cut.start < end)
}

/** What a cut behind a mark costs, before the words of `after`. */
function costOf(match: RegExpMatchArray, after: string): number {
  const [, strongMark, bracketMark] = match
  if (strongMark !== undefined) return 0
  if (bracketMark !== undefined) return costs.bracket
  const before = match.input?.slice(Math.max(0, (match.index ?? 0) - longestLink), match.index) ?? ''
  if (links.test(before)) return costs.commaAfterLink
  return opensClause.test(after) ? costs.commaBeforeClause : costs.comma
}

const links = /(?:^|\s)(?:and|but|or|nor|that|so|yet|if|as|when|because|which|who|while|than|whether)$/i
const longestLink = 10

/** Scripts that part words by no space. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function wordCuts(text: string, { start, end }: Span): readonly Cut[] {
  const words = text.slice(start, end)
  return Array.from(words.matchAll(/(?<=\S)\s+(?=\S)/g), ({ 0: gap, index }): Cut => ({
    end: start + index,
    start: start + index + gap.length,
    kind: 'word',
    cost: /^[»)\]}!?:;%–—-]/.test(words.slice(index + gap.length)) || /[«([{]$/.test(words.slice(0, index)) ? 200 : 0,
  }))
}

function insideWord(span: Span, from: number, { text, language, room, weightOf, isFree }: Whole): readonly Cut[] {
  const word = text.slice(span.start, span.end)
  const byWord = unspaced.test(word) ? boundaries(word, span.start, { language, granularity: 'word' }) : []
  const cuts = byWord.map((at): Cut => ({ end: at, start: at, kind: 'word', cost: 0 })).filter(isFree)
  return piecesBetween(cuts, span).flatMap((piece, index) => {
    const before = cuts[index - 1]
    const isHeavy = weightOf(index === 0 ? from : piece.start, piece.end) > room
    const graphemes = isHeavy
      ? boundaries(text.slice(piece.start, piece.end), piece.start, { language, granularity: 'grapheme' })
      : []
    const within = graphemes.map((at): Cut => ({ end: at, start: at, kind: 'grapheme', cost: 0 })).filter(isFree)
    return before === undefined ? within : [before, ...within]
  })
}

interface Segmenting {
  readonly language: string
  readonly granularity: 'word' | 'grapheme'
}

function boundaries(word: string, offset: number, { language, granularity }: Segmenting): readonly number[] {
  if (granularity === 'grapheme' && /^[\x20-\x7e]*$/.test(word))
    return Array.from({ length: word.length - 1 }, (_, at) => offset + at + 1)
  const starts = boundariesIn(word, new Intl.Segmenter(language, { granularity }))
  return starts.slice(1).map((index) => offset + index)
}
