import type { Opportunity } from './break.ts'
import { graphemesOf } from './emoji.ts'
import type { Galley } from './galley.ts'
import { widthOf } from './galley.ts'
import type { Shaper } from './shaper.ts'
import type { Wording } from './wording.ts'

/** Where a word may be parted: with a hyphen, and where letters take none, without. */
const [hyphen, seam] = ['\u00ad', '\u200b']

/**
 * `wording` with places to part those of its words that no line holds: between syllables, and where a syllable is too wide
 * still, or the language is not known, between any two letters. Null where every word fits a line.
 * @param widest how wide a line may be, in ems
 */
export function withPartedWords(
  wording: Wording,
  {
    galley,
    places,
    widest,
  }: { readonly galley: Galley; readonly places: readonly Opportunity[]; readonly widest: number },
  syllables: (word: string) => ReturnType<Shaper['syllables']>,
): Wording | null {
  const { text, glyphs, indexAt } = galley
  const isWide = (start: number, end: number): boolean =>
    widthOf(galley, indexAt[start] ?? 0, indexAt[end] ?? 0) > widest
  const seams = new Map<number, string>()
  let from = 0
  for (const { end, next } of places) {
    const [start, stop] = [glyphs[from]?.cluster ?? 0, glyphs[end]?.cluster ?? text.length]
    if (isWide(start, stop)) part(start, stop)
    from = next
  }
  return seams.size === 0 ? null : withSeams(wording, seams)

  function part(start: number, stop: number): void {
    let at = start
    const mayHyphenate = !address.test(wordAround(text, start))
    for (const run of text.slice(start, stop).match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu) ?? []) {
      if (at > start) seams.set(at, seam)
      const sign = mayHyphenate && hyphenated.test(run) ? hyphen : seam
      for (const syllable of sign === hyphen ? syllablesOf(run) : [run]) {
        const pieces = isWide(at, at + syllable.length) ? graphemesOf(syllable) : [syllable]
        for (const piece of pieces) {
          if (at > start && !seams.has(at)) seams.set(at, sign)
          at += piece.length
        }
      }
    }
  }

  function syllablesOf(run: string): readonly string[] {
    const parts = syllables(run)
    return parts.join('') === run ? parts : [run]
  }
}

/** What a hyphen would make another of: an address, a name in a program. */
const address = /[\p{L}\d][./@:_\\]+[\p{L}\d]/u

/** What stands around `offset` between spaces. */
function wordAround(text: string, offset: number): string {
  const end = text.indexOf(' ', offset)
  return text.slice(text.lastIndexOf(' ', offset) + 1, end === -1 ? text.length : end)
}

/** Letters that a parted word is hyphenated in. */
const hyphenated =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Georgian}\p{M}]+$/u

/** `wording` with a place to break between words that are written without spaces; the same where there are none. */
export function withWordPlaces(wording: Wording, language: string): Wording {
  if (!unspaced.test(wording.text)) return wording
  const words = new Intl.Segmenter(languageTag.test(language) ? language : 'th', { granularity: 'word' }).segment(
    wording.text,
  )
  const seams = new Map<number, string>()
  for (const { index, isWordLike } of words) {
    if (isWordLike === true && unspaced.test(wording.text.charAt(index - 1))) seams.set(index, seam)
  }
  return withSeams(wording, seams)
}

/** Scripts whose words UAX #14 leaves to a dictionary. */
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const languageTag = /^[a-z]{2,3}(?:-[a-z]{2})?$/i

function withSeams({ text, emphases, marks }: Wording, seams: ReadonlyMap<number, string>): Wording {
  const offsets = [...seams.keys()].toSorted((a, b) => a - b)
  const moved = (offset: number): number => offset + offsets.filter((at) => at < offset).length
  let [sewn, from] = ['', 0]
  for (const at of offsets) {
    sewn += text.slice(from, at) + (seams.get(at) ?? '')
    from = at
  }
  const spans = emphases.map(({ start, end }) => ({ start: moved(start), end: moved(end) }))
  return { text: sewn + text.slice(from), emphases: spans, marks }
}
