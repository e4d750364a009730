import type { Span } from '../article.ts'
import { boundariesIn } from './boundaries.ts'
import { isOnePassage, passagesIn } from './passages.ts'
import { endsPlainly, goesOnPlainly } from './plain.ts'
import { endsSentence } from './stop.ts'

/**
 * The sentences of `text`, in order, without the white space around them. English by rules of its own, other languages as
 * `Intl.Segmenter` has them. `language` is a BCP 47 tag. Time linear in the length of `text`.
 * @example sentences('Dr. No met the U.S. envoy on Feb. 5. He said “Yes.” Why?') // three
 */
export function sentences(text: string, language = 'en'): readonly string[] {
  return sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end))
}

/** Where the sentences of `text` stand: every character that is not white space is in exactly one of them. */
export function sentenceSpans(text: string, language = 'en'): readonly Span[] {
  const parted = /^en(?:-|$)/i.test(language) ? partedByRules : partedBySegmenter(language)
  if (isOnePassage(text)) return parted(text)
  return passagesIn(text).flatMap((passage) =>
    parted(text.slice(passage.start, passage.end)).map(({ start, end }) => ({
      start: passage.start + start,
      end: passage.start + end,
    })),
  )
}

/** What may end a sentence: a stop, a dash where a quotation breaks off, an emoticon or emoji in a stop's place. */
const marks = /[.!?…。！？]|—(?=["”]\s)|[:;](?=-?[()DP]\s)|[\ud83c-\ud83e]/g
/** A mark and more of the same, also three or four dots with spaces between. */
const moreMarks = /[.!?…。！？]+(?:(?:[ \u00a0]\.){2,3}(?!\w))?|—/y
/** What closes after a stop: quotation marks, brackets, the number of a note, an emoticon or emoji. */
const closers = new RegExp(
  `(?:${[
    '["”’\'»›)\\]}*_]|[\\u{a0}\\u{202f} ][»›)\\]](?=\\s|$)',
    '\\[\\d{1,3}\\]|[¹²³⁰⁴-⁹]|(?<=\\p{Ll}{4}[.!?]["”’]?)\\d{1,3}(?=\\s{1,3}["“‘(]?\\p{Lu}|\\s{0,3}\\n|$)',
    '[ \\u{a0}]?(?:[:;]-?[)(DP]|\\p{Emoji_Presentation}(?:\\u{200d}|\\u{fe0f}|\\p{Emoji_Presentation})*)(?=\\s|$)',
  ].join('|')})*`,
  'uy',
)

function partedByRules(text: string): readonly Span[] {
  const spans: Span[] = []
  let sentence = 0
  let bracket = text.indexOf('(')
  for (let start = nextMark(text, 0); start >= 0;) {
    if (goesOnPlainly(text, start)) {
      start = nextMark(text, start + 1)
      continue
    }
    if (bracket >= 0 && bracket < sentence) bracket = text.indexOf('(', sentence)
    if ((bracket < 0 || bracket > start) && endsPlainly(text, sentence, start)) {
      spans.push({ start: sentence, end: start + 1 })
      sentence = start + 2
      start = nextMark(text, sentence)
      continue
    }
    const end = endOf(moreMarks, text, start)
    const isSign = end === start
    const closed = isSign && !followsWord(text, start) ? start : endOf(closers, text, end)
    let next = isSign ? Math.max(closed, start + 1) : end
    if (endsSentence({ text, sentence, start, end, closed })) {
      spans.push({ start: sentence, end: closed })
      next = sentence = skipSpace(text, closed)
    }
    start = nextMark(text, next)
  }
  if (sentence < text.length) spans.push({ start: sentence, end: text.length })
  return spans
}

/** Languages that the engine does not know are parted by the rules that hold for all. */
function partedBySegmenter(language: string): typeof partedByRules {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(isTag(language) ? language : 'und', byKind)
  segmenters.set(language, segmenter)
  return (text) => {
    const starts = boundariesIn(text, segmenter)
    return starts.flatMap((start, index) => {
      const segment = text.slice(start, starts[index + 1] ?? text.length)
      const span = { start: start + segment.length - segment.trimStart().length, end: start + segment.trimEnd().length }
      return span.end > span.start ? [span] : []
    })
  }
}

const byKind = { granularity: 'sentence' } as const
/** Making one takes longer than parting a paragraph. */
const segmenters = new Map<string, Intl.Segmenter>()

function isTag(language: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(language)
}

/** An emoticon or emoji ends nothing within a row of its like. */
function followsWord(text: string, index: number): boolean {
  return /[\p{L}\s]/u.test(text.charAt(index - 1))
}

function endOf(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  pattern.test(text)
  return Math.max(index, pattern.lastIndex)
}

function nextMark(text: string, index: number): number {
  marks.lastIndex = index
  return marks.exec(text)?.index ?? -1
}

function skipSpace(text: string, index: number): number {
  while (index < text.length && /\s/.test(text.charAt(index))) index++
  return index
}
