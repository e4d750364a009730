import {
  anywhere,
  calendar,
  counted,
  joining,
  lettered,
  numbering,
  starters,
  timesOfDay,
  titles,
  zones,
} from './abbreviations.ts'
import {
  bare,
  isInformal,
  isTitleCase,
  startsUncapitalised,
  wordBefore,
  wordBeforeThat,
  type NextWord,
  type Stop,
} from './words.ts'

/** Whether the single full stop at `stop` ends its sentence, before the word `next`: or belongs to an abbreviation. */
export function endsAfterFullStop(stop: Stop, next: NextWord): boolean {
  const { text, sentence, start } = stop
  const word = wordBefore(text, start, sentence)
  const at = start - word.length
  if (isEnumerator(stop, word, at) || isCounted(stop, word, at)) return false
  if (next.kind === 'small')
    return !isAbbreviation(word) && (isInformal(stop, next) || isUncapitalised(stop, word, next))
  if (next.kind === 'digit' && isAbbreviation(word.toLowerCase())) return false
  if (titles.has(word) && !anywhere.has(word)) return false
  if (joining.has(word) || (word.length > 1 && joining.has(word.toLowerCase()))) return false
  if (numbering.has(word) && isNumber(text, next)) return false
  if (isCalendar(word))
    return !(next.kind === 'digit' || isCalendar(bare(next)) || zones.has(bare(next)) || opensWithTime(stop))
  if (timesOfDay.has(word)) return endsAfterTime(stop, next)
  if (!isAbbreviation(word)) return isInitial(text, at, word) ? endsAfterInitial(stop, word, next) : true
  if (anywhere.has(word) && titles.has(word)) return endsAfterStreetOrTitle(stop, at, next)
  return startsSentence(stop, next)
}

/** Whether a word that may go on with a name is followed by one that starts a sentence instead. */
function startsSentence(stop: Stop, next: NextWord): boolean {
  if (next.bracketed || next.dashed || next.kind === 'digit' || next.kind === 'other') return false
  if (!starters.has(next.text)) return next.quoted && next.kind === 'capital'
  return !isHeadline(stop)
}

/** In a headline every word has its capital, and none tells a new sentence. */
function isHeadline({ text }: Stop): boolean {
  return text.length < longestHeadline && !text.endsWith('.') && isTitleCase(text)
}

const longestHeadline = 150

/** "St." and "Dr." are streets after a name ("on Main St. The shop …"), and titles before one. */
function endsAfterStreetOrTitle(stop: Stop, at: number, next: NextWord): boolean {
  const before = wordBeforeThat(stop.text, at, stop.sentence)
  return /^\p{Lu}/u.test(before) && startsSentence(stop, next)
}

/** One capital letter: the initial of a name, unless what stands around says otherwise. */
function endsAfterInitial(stop: Stop, word: string, next: NextWord): boolean {
  const before = wordBeforeThat(stop.text, stop.start - word.length, stop.sentence)
  if ((lettered.has(before) || isDegree(stop, word)) && next.kind === 'capital') return true
  if (word === 'I' && /^\p{Ll}/u.test(before)) return next.kind === 'capital'
  return startsSentence(stop, next)
}

/** "10° N." */
function isDegree({ text, start }: Stop, word: string): boolean {
  return /°\s?$/.test(text.slice(Math.max(0, start - word.length - 2), start - word.length))
}

/** A day, a zone or a date may belong to a time of day; else a capital starts anew, unless the time opened the sentence. */
function endsAfterTime(stop: Stop, next: NextWord): boolean {
  if (next.kind !== 'capital' || zones.has(bare(next)) || isCalendar(bare(next))) return false
  return !opensWithTime(stop)
}

/** "At 7 a.m.", "In Aug.": what stands before the stop only says when, and what happened is still to come. */
function opensWithTime({ text, sentence, start }: Stop): boolean {
  return /^\W*(?:At|By|Around|About|Before|After|Until|Since|From|In|On|Last|Next|This|Every)\s+\S+(?:\s+\S+)?$/.test(
    text.slice(sentence, start),
  )
}

/** "1. First", "a. First", "iv. First": what counts an item, at the sentence's start. */
function isEnumerator({ text, sentence }: Stop, word: string, at: number): boolean {
  return /^[^\p{L}\p{N}]*$/u.test(text.slice(sentence, at)) && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(word)
}

/** "Step 3. Add salt.", "Fig. 2. The dome": a word and a number that count what comes, at the sentence's start. */
function isCounted({ text, sentence }: Stop, word: string, at: number): boolean {
  if (!/^\d{1,3}(?:\.\d{1,2})*$|^[IVX]{1,5}$/.test(word) || at - sentence > longestCounted) return false
  const [, name = ''] = /^\W*([A-Z][a-z]+)\.?\s+$/.exec(text.slice(sentence, at)) ?? []
  return counted.has(name)
}

const longestCounted = 12

/** Months and days, also in capitals. */
function isCalendar(word: string): boolean {
  return calendar.has(word) || (/^[A-Z]{3,4}$/.test(word) && calendar.has(word.charAt(0) + word.slice(1).toLowerCase()))
}

/** A capital letter that stands alone, and does not end a compound ("Ctrl-P"). */
function isInitial(text: string, at: number, word: string): boolean {
  return /^\p{Lu}$/u.test(word) && !/[-/\p{L}\p{N}]/u.test(text.charAt(at - 1))
}

/** Words that are known to take a stop, letters parted by stops ("U.S", "Ph.D"), and capitals without a vowel ("Sgt"). */
function isAbbreviation(word: string): boolean {
  return (
    titles.has(word) ||
    anywhere.has(word) ||
    joining.has(word) ||
    timesOfDay.has(word) ||
    (word.includes('.') && parted.test(word)) ||
    /^[A-Z][bcdfghjklmnpqrstvwxz]{1,4}$/.test(word)
  )
}

/** Its letters are those of Latin scripts: all that there are would take longer to make ready than an article to read. */
const parted =
  /^(?:[a-z\u00c0-\u024f]{1,2}\.)+(?:-?[a-z\u00c0-\u024f]{1,2})$|^(?:[a-z\u00c0-\u024f]\.)+[a-z\u00c0-\u024f]{1,4}$/i

/** A number, or what stands for one: "IV", "B", "A-2", "§". */
function isNumber(text: string, next: NextWord): boolean {
  if (/^[IA]$/.test(next.text) && /^\s+\p{Ll}/u.test(text.slice(next.end, next.end + 3))) return false
  return next.kind === 'digit' || next.kind === 'other' || /^(?:[IVXLC]+|[A-Z](?:-?\d+)?)\.?$/.test(next.text)
}

/** "I like it. it is good": a plain word or number before the stop, and after it what starts sentences. */
function isUncapitalised({ end, closed }: Stop, word: string, next: NextWord): boolean {
  return end === closed && /^(?:\p{Ll}{3,}|[\d-]{2,})$/u.test(word) && startsUncapitalised(next)
}
