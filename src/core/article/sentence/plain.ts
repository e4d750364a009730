import { abbreviations } from './abbreviations.ts'

/**
 * Whether the mark at `stop` plainly ends the sentence that starts at `sentence`: a full stop between an ordinary word of
 * small letters and a space and a capital, or at the end of all. Most stops of prose are so; this tells them without reading
 * what stands around them. Only for a sentence without brackets before the stop. What it denies may end its sentence all
 * the same.
 */
export function endsPlainly(text: string, sentence: number, stop: number): boolean {
  if (text.charCodeAt(stop) !== fullStop) return false
  if (stop === text.length - 1) return true
  if (text.charCodeAt(stop + 1) !== space) return false
  if (!isBetween(text.charCodeAt(stop + 2), capitalA, capitalZ)) return false
  let start = stop
  while (start > sentence && stop - start < longest && isBetween(text.charCodeAt(start - 1), smallA, smallZ)) start--
  if (stop - start < shortest || start - 2 < sentence || text.charCodeAt(start - 1) !== space) return false
  return isLetter(text.charCodeAt(start - 2)) && !abbreviations.has(text.slice(start, stop))
}

/** Whether the mark at `stop` is a full stop within a word, as in "a.i." and in a domain: a small letter follows at once. */
export function goesOnPlainly(text: string, stop: number): boolean {
  return text.charCodeAt(stop) === fullStop && isBetween(text.charCodeAt(stop + 1), smallA, smallZ)
}

/** A single letter may be an initial, or count an item. */
const shortest = 2
const longest = 40
const [space, fullStop, capitalA, capitalZ, smallA, smallZ] = [0x20, 0x2e, 0x41, 0x5a, 0x61, 0x7a]

function isLetter(unit: number): boolean {
  return isBetween(unit, smallA, smallZ)
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last
}
