import type { Span } from './article.ts'
import { passagesIn } from './sentence-passages.ts'
import { endsSentence } from './sentence-stop.ts'

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
  return passagesIn(text).flatMap((passage) =>
    parted(text.slice(passage.start, passage.end)).map(({ start, end }) => ({
      start: passage.start + start,
      end: passage.start + end,
    })),
  )
}

const marks = /[.!?…。！？]/g
/** A mark and more of the same, also three or four dots with spaces between. */
const moreMarks = /[.!?…。！？]+(?:(?:[ \u00a0]\.){2,3}(?!\w))?/y
/** What closes after a stop: quotation marks, brackets, the number of a note, an emoticon or emoji. */
const closers = new RegExp(
  `(?:${[
    '["”’\'»›)\\]}*_]|[\\u{a0}\\u{202f} ][»›](?=\\s|$)',
    '\\[\\d{1,3}\\]|[¹²³⁰⁴-⁹]|(?<=\\p{Ll}{4}[.!?]["”’]?)\\d{1,3}(?=\\s{1,3}["“‘(]?\\p{Lu}|\\s{0,3}\\n|$)',
    '[ \\u{a0}]?(?:[:;]-?[)(DP]|\\p{Emoji_Presentation}(?:\\u{200d}|\\u{fe0f}|\\p{Emoji_Presentation})*)(?=\\s|$)',
  ].join('|')})*`,
  'uy',
)

function partedByRules(text: string): readonly Span[] {
  const spans: Span[] = []
  let sentence = 0
  for (let start = nextMark(text, 0); start >= 0;) {
    const end = endOf(moreMarks, text, start)
    const closed = endOf(closers, text, end)
    let next = end
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
  const segmenter = new Intl.Segmenter(isTag(language) ? language : 'und', { granularity: 'sentence' })
  return (text) =>
    Array.from(segmenter.segment(text), ({ index, segment }) => ({
      start: index + segment.length - segment.trimStart().length,
      end: index + segment.trimEnd().length,
    })).filter(({ start, end }) => end > start)
}

function isTag(language: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i.test(language)
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
