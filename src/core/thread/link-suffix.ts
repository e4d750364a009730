import { letter, may } from './link-letters.ts'
import { suffixesOf2020, suffixesSince } from './suffixes.ts'

/** Whose list of suffixes a text is read by: that of X's published counter, or today's. */
export type Suffixes = 'of 2020' | 'of today'

const known: Record<Suffixes, ReadonlySet<string>> = {
  'of 2020': inBothCases(suffixesOf2020),
  'of today': inBothCases([...suffixesOf2020, ...suffixesSince]),
}
const longestPlain = 24
const foreign = [...known['of today']].filter((suffix) => /[^0-9A-Za-z]/.test(suffix))
const longestForeign = Math.max(...foreign.map((suffix) => suffix.length))
/** Letters a foreign suffix may start with, in any case: some have rarer small forms. */
const foreignStarts = new Set([
  ...foreign.map((suffix) => suffix.charAt(0)),
  'ϵ',
  'ᲀ',
  'ᲁ',
  'ᲂ',
  'ᲃ',
  'ᲄ',
  'ᲅ',
  'ᲆ',
  'ᲇ',
  'ᲈ',
])
const encoded = /xn--[-0-9a-z]+/iy
const since = new RegExp(`(?:${suffixesSince.join('|')})(?![0-9a-z@+-])`, 'iy')

/** Where the suffix that starts at `start` ends, or -1 if none starts there. `end` is where the text to look at ends. */
export function suffixEnd(text: string, start: number, suffixes: Suffixes, end = text.length): number {
  if (!may(letter.domain, text, start)) return -1
  const plain = plainEnd(text, start, end)
  if (plain > start + 1 && closes(text, plain, end)) {
    const candidate = text.slice(start, plain)
    if (known[suffixes].has(candidate) || known[suffixes].has(candidate.toUpperCase())) return plain
  }
  if (foreignStarts.has(text.charAt(start))) {
    for (let at = Math.min(end, start + longestForeign); at > start; at--) {
      if (closes(text, at, end) && isForeign(text.slice(start, at), suffixes)) return at
    }
  }
  if (plain !== start + 2) return -1
  encoded.lastIndex = start
  return encoded.test(text) ? Math.min(encoded.lastIndex, end) : -1
}

/** Whether `text` has anything that only today's list takes for a suffix. */
export function hasNewerSuffix(text: string): boolean {
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    since.lastIndex = dot + 1
    if (may(letter.domain, text, dot + 1) && since.test(text)) return true
  }
  return false
}

function plainEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + longestPlain + 1)
  let at = start
  while (at < limit && may(letter.alphanumeric, text, at)) at++
  return at
}

/** Nothing may follow a suffix that would make it part of a longer word, an address or a compound. */
function closes(text: string, at: number, end: number): boolean {
  return at >= end || !(may(letter.alphanumeric, text, at) || '@+-'.includes(text.charAt(at)))
}

function isForeign(candidate: string, suffixes: Suffixes): boolean {
  const folded = fold(candidate)
  return folded.length === candidate.length && known[suffixes].has(folded)
}

function inBothCases(suffixes: readonly string[]): ReadonlySet<string> {
  return new Set([...suffixes, ...suffixes.map(fold)])
}

/** Case as a pattern of JavaScript ignores it: no letter outside ASCII becomes one inside. */
function fold(word: string): string {
  return word.replace(/[ıſ]/g, ' ').toUpperCase()
}
