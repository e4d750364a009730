import { letter, may } from './link-letters.ts'
import { suffixes as lists } from './suffixes.ts'

/** Whose list of suffixes a text is read by: that of X's published counter, or today's. */
export type Suffixes = 'of 2020' | 'of today'

const longestPlain = 24
const encoded = /xn--[-0-9a-z]+/iy
const since = new RegExp(
  `(?:${`${lists.since.plain} ${lists.since.foreign}`.replaceAll(' ', '|')})(?![0-9a-z@+-])`,
  'iy',
)

/** The lists made ready: not before the first domain is met, since most posts have none. */
let ready: ReturnType<typeof prepared> | undefined

function prepared() {
  const foreign = { 'of 2020': wordsOf(fold(lists.of2020.foreign)), 'of today': wordsOf(fold(lists.since.foreign)) }
  const all = [...foreign['of 2020'], ...foreign['of today']]
  return {
    plain: {
      'of 2020': new Set(wordsOf(lists.of2020.plain)),
      'of today': new Set(wordsOf(`${lists.of2020.plain} ${lists.since.plain}`)),
    },
    foreign: { 'of 2020': new Set(foreign['of 2020']), 'of today': new Set(all) },
    longestForeign: Math.max(...all.map((suffix) => suffix.length)),
    /** Letters a foreign suffix may start with, in any case: some have rarer small forms. */
    starts: new Set([
      ...all.flatMap((suffix) => [suffix.charAt(0), suffix.charAt(0).toLowerCase()]),
      ...'ϵ ᲀ ᲁ ᲂ ᲃ ᲄ ᲅ ᲆ ᲇ ᲈ'.split(' '),
    ]),
  } as const
}

/** Where the suffix that starts at `start` ends, or -1 if none starts there. `end` is where the text to look at ends. */
export function suffixEnd(text: string, start: number, suffixes: Suffixes, end = text.length): number {
  if (!may(letter.domain, text, start)) return -1
  const { plain, foreign, longestForeign, starts } = (ready ??= prepared())
  const word = plainEnd(text, start, end)
  if (word > start + 1 && closes(text, word, end)) {
    const candidate = text.slice(start, word)
    if (plain[suffixes].has(candidate) || plain[suffixes].has(candidate.toLowerCase())) return word
  }
  if (starts.has(text.charAt(start))) {
    for (let at = Math.min(end, start + longestForeign); at > start; at--) {
      if (closes(text, at, end) && isAmong(foreign[suffixes], text.slice(start, at))) return at
    }
  }
  if (word !== start + 2) return -1
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

function isAmong(foreign: ReadonlySet<string>, candidate: string): boolean {
  const folded = fold(candidate)
  return folded.length === candidate.length && foreign.has(folded)
}

function wordsOf(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}

/** Case as a pattern of JavaScript ignores it: no letter outside ASCII becomes one inside. */
function fold(word: string): string {
  return word.replace(/[ıſ]/g, ' ').toUpperCase()
}
