import { subjects } from './abbreviations.ts'

/** A full stop, question or exclamation mark, ellipsis or several of them, met while reading a sentence. */
export interface Stop {
  /** The passage that it stands in, which no sentence goes beyond. */
  readonly text: string
  /** Where the sentence that it may end starts. */
  readonly sentence: number
  readonly start: number
  /** Where the marks end. */
  readonly end: number
  /** Where the quotation marks, brackets and note numbers that close after it end. */
  readonly closed: number
}

/** The first word after a stop, as it tells whether a new sentence starts. */
export interface NextWord {
  /** Its apostrophes straight. */
  readonly text: string
  readonly kind: 'capital' | 'small' | 'digit' | 'other'
  /** Whether a bracket opens right before it. */
  readonly bracketed: boolean
  /** Whether a quotation opens right before it. */
  readonly quoted: boolean
  /** Whether a dash stands before it. */
  readonly dashed: boolean
  readonly end: number
}

const opening = /^[\s"'“‘«‹„‚([{¿¡*_–—•-]*[$£€¥#@§¶&]*\s?/
/** Almost any word; the one below, for all, takes longer to make ready than an article to read. */
const asciiWord = /^[a-z\d]+(?:['’.-][a-z\d]+)*\.?(?=[\s,;:!?)\]"”…—–]|$)/i
const firstWord = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*\.?/u
/** No further than this is looked, so that time stays linear in the text. */
const reach = 60

/** Reads the word at or after `index`, past white space, opening quotation marks, brackets, dashes and signs. */
export function nextWord(text: string, index: number): NextWord {
  const [signs = ''] = opening.exec(text.slice(index, index + reach)) ?? []
  const start = index + signs.length
  const ahead = text.slice(start, start + reach)
  const [found = ''] = asciiWord.exec(ahead) ?? firstWord.exec(ahead) ?? []
  return {
    text: found.replaceAll('’', "'"),
    kind: /[§¶&]/.test(signs) ? 'other' : kindOf(found),
    bracketed: /[([{]/.test(signs),
    quoted: /["“‘«„]/.test(signs),
    dashed: /[–—-]\s/.test(signs),
    end: start + found.length,
  }
}

/** The letters, digits and inner stops right before the stop at `index`, without opening quotation marks or brackets. */
export function wordBefore(text: string, index: number, start: number): string {
  const token = /[^\s"“”‘«»()[\]{}—–/,;:•⁃‣-]*$/.exec(text.slice(Math.max(start, index - reach), index))?.[0] ?? ''
  return token.replace(/^(?:['’*_]+|\d+(?=[ap]\.?m))/, '')
}

/** The word before the one that starts at `index`. */
export function wordBeforeThat(text: string, index: number, start: number): string {
  const before = text.slice(Math.max(start, index - reach), index).trimEnd()
  return /[\p{L}\p{N}.'’-]*$/u.exec(before)?.[0] ?? ''
}

/** Whether a word starts a sentence though its writer gave it no capital, or is an address, which has none. */
export function startsUncapitalised(next: NextWord): boolean {
  return subjects.has(next.text) || isAddress(next)
}

/** "https://example.org", "www.example.org". */
export function isAddress({ text }: NextWord): boolean {
  return /^(?:https?$|www\.)/.test(text)
}

/** Whether most longer words of the stretch are written with capitals, as in a headline. */
export function isTitleCase(stretch: string): boolean {
  const long = stretch.match(/[\p{L}][\p{L}’'-]{3,}/gu) ?? []
  return long.length >= 3 && long.filter((one) => /^\p{Lu}/u.test(one)).length > long.length * 0.7
}

function kindOf(found: string): NextWord['kind'] {
  if (/^[A-Z]/.test(found)) return 'capital'
  if (/^[a-z]{3}/.test(found)) return 'small'
  if (/^\p{Lu}|^\p{Lt}|^\p{Lo}|^\p{Ll}{1,2}\p{Lu}/u.test(found)) return 'capital'
  if (/^\p{Ll}/u.test(found)) return 'small'
  return /^\p{N}/u.test(found) ? 'digit' : 'other'
}

/** Writers who start sentences without capitals are followed; others do not end a sentence before a small letter. */
export function isInformal({ text, sentence, start }: Stop, next: NextWord): boolean {
  const first = nextWord(text, sentence)
  const word = wordBefore(text, start, sentence)
  if (!/^\p{L}{2,}$/u.test(word) && !/\p{Ll}['’]\p{Ll}+$/u.test(word)) return false
  return (first.kind === 'small' && !first.bracketed) || /^i(?:'\p{L}+)?$/u.test(next.text)
}

/** The word without its last stop. */
export function bare(next: NextWord): string {
  return next.text.replace(/\.$/, '')
}
