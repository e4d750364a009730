import type { Span } from '../article/article.ts'

/** A quote as a card sets it: cleaned, with printers' signs, and its emphasised phrases found. */
export interface Wording {
  readonly text: string
  /** Phrases marked `==so==`; the marks themselves are not in `text`. */
  readonly emphases: readonly Span[]
  /** Whether the first and last character of `text` are quotation marks set around the words. */
  readonly marked: boolean
}

/**
 * The words of `quote` as a card sets them.
 * @param marked whether the card sets quotation marks around them: marks within then become single ones
 * @example wordingOf('"==Power== is borrowed."', { marked: true }).text // '“Power is borrowed.”'
 */
export function wordingOf(quote: string, { marked }: { readonly marked: boolean }): Wording {
  const bare = withoutOuterMarks(withPrintersSigns(clean(quote)))
  const { text, emphases } = emphasesOf(marked ? withSingleMarks(bare) : bare)
  if (!marked) return { text, emphases, marked }
  const moved = emphases.map(({ start, end }) => ({ start: start + 1, end: end + 1 }))
  return { text: `“${text}”`, emphases: moved, marked }
}

/** Control characters, surrogates without a mate, and signs that turn or hide text. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- these are what is to be found
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu

/**
 * `text` on one line, composed (NFC), without anything that has no shape; white space is one space,
 * and no letter carries more than two marks that are not part of it.
 */
export function clean(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, (space) => (/^[\u00a0\u202f]$/.test(space) ? space : ' '))
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .trim()
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
}

/**
 * Typewriter signs as printers set them: curly quotation marks, apostrophes, dashes and the ellipsis.
 * @example withPrintersSigns(`"It's" -- so...`) // '“It’s” — so…'
 */
export function withPrintersSigns(text: string): string {
  return text
    .replace(/\.{3}/g, '…')
    .replace(/(?<![-<!])-{2,3}(?![->])/g, '—')
    .replace(/(^|[\s([{<>—–/“‘=])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/'(?=\d\ds?\b)/g, '’')
    .replace(/(^|[\s([{<>—–/“=])'(?=\S)/g, '$1‘')
    .replace(/'/g, '’')
}

function withoutOuterMarks(text: string): string {
  return /^(?:“[^“”]*”|„[^„“]*“|«[^«»]*»)$/.test(text) ? text.slice(1, -1).trim() : text
}

function withSingleMarks(text: string): string {
  return text.replace(/“/g, '‘').replace(/”/g, '’')
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
  [/[\u2010\u2011]/g, '-'],
  [/[\u2012\u2015]/g, '–'],
  [/[\u2007\u202f]/g, '\u00a0'],
  [/[\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' '],
]

/** `text` with the characters that are drawn for it, one for one: a hyphen for a hyphen that may not break. */
export function asDrawn(text: string): string {
  return lookAlikes.reduce((drawn, [sign, like]) => drawn.replace(sign, like), text)
}
