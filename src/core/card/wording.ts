import type { Span } from '../article/article.ts'
import type { Marks } from './marks.ts'
import { languageOf, marksAround, marksOf } from './marks.ts'

/** A quote as a card sets it: cleaned, with printers' signs, and its emphasised phrases found. */
export interface Wording {
  readonly text: string
  /** Phrases marked `==so==`; the marks themselves are not in `text`. */
  readonly emphases: readonly Span[]
  /** How many characters of `text`, at its start and at its end, are the quotation marks set around the words. */
  readonly marks: { readonly opening: number; readonly closing: number }
}

/**
 * The words of `quote` as a card sets them.
 * @param marked whether the card sets quotation marks around them: those within are then the inner ones
 * @param language a BCP 47 tag, which the marks are of, unless the quote has others around it
 * @example wordingOf('"==Power== is borrowed."', { marked: true }).text // '“Power is borrowed.”'
 */
export function wordingOf(
  quote: string,
  { marked, language = languageOf(quote) }: { readonly marked: boolean; readonly language?: string },
): Wording {
  const { bare, marks } = unwrapped(clean(quote), marksOf(language))
  const { text, emphases } = emphasesOf(marked ? withInnerMarks(bare, marks) : bare)
  if (!marked) return { text, emphases, marks: { opening: 0, closing: 0 } }
  const { open, close } = marks
  const moved = emphases.map(({ start, end }) => ({ start: start + open.length, end: end + open.length }))
  return { text: open + text + close, emphases: moved, marks: { opening: open.length, closing: close.length } }
}

/** The words with printers' signs, without the marks around them; and these marks, or the usual ones. */
function unwrapped(text: string, usual: Marks): { readonly bare: string; readonly marks: Marks } {
  const own = marksAround(text, usual)
  if (own !== null) return { bare: withPrintersSigns(text.slice(1, -1).trim(), own), marks: own }
  const printed = withPrintersSigns(text, usual)
  const isWrapped = marksAround(printed, usual) !== null
  return { bare: isWrapped ? printed.slice(1, -1).trim() : printed, marks: usual }
}

/** Control characters, surrogates without a mate, and signs that turn or hide text, but for those that make a flag. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- these are what is to be found
  /(\u{1f3f4}[\u{e0020}-\u{e007e}]{2,6}\u{e007f})|[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/** `text` without control characters, and without what turns the text around it or hides it. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '$1')
}

/**
 * `text` on one line, composed (NFC), without anything that has no shape; white space is one space,
 * no mark stands without a letter, and no letter carries more than two marks that are not part of it.
 */
export function clean(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, (space) => (/^[\u00a0\u202f]$/.test(space) ? space : ' '))
    .replace(unseen, '$1')
    .replace(/(^| )\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
}

/**
 * Typewriter signs as printers set them: curly quotation marks, apostrophes, dashes and the ellipsis.
 * @example withPrintersSigns(`"It's" -- so...`) // '“It’s” — so…'
 */
export function withPrintersSigns(text: string, marks: Marks = marksOf('en')): string {
  const { open, close, innerOpen, innerClose } = marks
  const single = /[‚‹›]/.test(innerOpen) ? { open: innerOpen, close: innerClose } : { open: '‘', close: '’' }
  return text
    .replace(/\.{3}/g, '…')
    .replace(/(?<![-<!])-{2,3}(?![->])/g, '—')
    .replace(/(?<=\p{Script=Hebrew})"(?=\p{Script=Hebrew})/gu, '״') // the sign of an acronym
    .replace(/(?<=\p{Script=Hebrew})'/gu, '׳')
    .replace(/(^|[\s([{<>—–/“‘=])"/g, `$1${open}`)
    .replace(/"/g, close)
    .replace(/'(?=\d\ds?\b)/g, '’')
    .replace(/(^|[\s([{<>—–/“„«=])'([^']+)'(?=[\s.,;:!?…)\]}=]|$)/g, `$1${single.open}$2${single.close}`)
    .replace(/(^|[\s([{<>—–/“„«=])'(?=\S)/g, '$1‘')
    .replace(/'/g, '’')
}

/** `text` with the inner marks for those it has: which of a pair one is shows from what stands around it. */
function withInnerMarks(text: string, { open, innerOpen, innerClose }: Marks): string {
  if (open === '「') return text.replace(/「/g, innerOpen).replace(/」/g, innerClose)
  return text
    .replace(/«[\u00a0\u202f ]([^«»]*)[\u00a0\u202f ]»/g, '«$1»')
    .replace(/(?<opens>(?<=^|[\s([{<>—–/=])[“”„«»](?=[^\s.,;:!?…)]))|[“”„«»]/g, (_, opens?: string) =>
      opens === undefined ? innerClose : innerOpen,
    )
}

function emphasesOf(marked: string): { readonly text: string; readonly emphases: readonly Span[] } {
  const emphases: Span[] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(/==(?=[^\s=])([^=]*[^\s=])==/g)) {
    text += marked.slice(from, match.index)
    const phrase = match[1] ?? ''
    emphases.push({ start: text.length, end: text.length + phrase.length })
    text += phrase
    from = match.index + match[0].length
  }
  return { text: text + marked.slice(from), emphases }
}

/** Signs that look like others and that few fonts have, each with its look-alike of the same length. */
const lookAlikes: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u2010\u2011]/g, '-'],
  [/[\u2012\u2015]/g, '–'],
  [/[\u2007\u202f]/g, '\u00a0'],
  [/[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' '],
]

/** `text` with the characters that are drawn for it, one for one: a hyphen for a hyphen that may not break. */
export function asDrawn(text: string): string {
  return lookAlikes.reduce((drawn, [sign, like]) => drawn.replace(sign, like), text)
}
