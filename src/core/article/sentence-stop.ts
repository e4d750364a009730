import {
  anywhere,
  calendar,
  joining,
  lettered,
  numbering,
  saying,
  shouted,
  starters,
  subjects,
  timesOfDay,
  titles,
  zones,
} from './abbreviations.ts'
import { isTitleCase, nextWord, wordBefore, wordBeforeThat, type NextWord } from './sentence-words.ts'

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

/** Whether the sentence ends at `stop`, in English. */
export function endsSentence(stop: Stop): boolean {
  const { text, start, end, closed } = stop
  if (closed >= text.length || /[。！？]/.test(text.charAt(end - 1))) return true
  if (!/\s/.test(text.charAt(closed))) return missesSpace(stop)
  const marks = text.slice(start, end)
  const next = nextWord(text, closed)
  if (staysInBrackets(stop, next)) return false
  if (isEllipsis(marks)) return endsAfterEllipsis(stop, marks, next)
  if (/[?!]/.test(marks)) return endsAfterExclamation(stop, next)
  return endsAfterFullStop(stop, next)
}

/** "The end.It begins": a stop between a small letter and a word that starts sentences, with the space forgotten. */
function missesSpace({ text, sentence, start, closed }: Stop): boolean {
  if (!/^(?:["“‘]?\p{Lu}|[“«])/u.test(text.slice(closed, closed + 2))) return false
  if (/(?:\/\/|@|www\.)\S*$/.test(text.slice(Math.max(sentence, start - 60), start))) return false
  if (/[“«]/.test(text.charAt(closed))) return true
  const before = wordBefore(text, start, sentence)
  const next = nextWord(text, closed)
  if (!starters.has(next.text) && !titles.has(bare(next))) return false
  return /^(?:\p{L}*\p{Ll}{2}|\p{N}+%?|\p{Ll}+['’]\p{Ll}+|[ap]\.m)[)\]"”’]?$/u.test(before)
}

/** A stop within brackets that opened in mid-sentence and close soon ends nothing. */
function staysInBrackets({ text, sentence, start, end, closed }: Stop, next: NextWord): boolean {
  const open = text.slice(Math.max(sentence, start - bracketReach), start).lastIndexOf('(')
  if (open < 0) return false
  const from = Math.max(sentence, start - bracketReach) + open
  if (from === sentence || text.slice(from, start).includes(')')) return false
  const closing = text.slice(end, closed).includes(')')
  if (!closing) return text.slice(closed, closed + bracketReach).includes(')')
  return next.kind !== 'capital' || (/[?!]/.test(text.slice(start, end)) && start - from < shortAside)
}

const bracketReach = 250
const shortAside = 20

function isEllipsis(marks: string): boolean {
  return /…|\.\s?\.\s?\./.test(marks)
}

/** Words left out: the sentence ends where a capital follows, unless the dots stand apart, for that is an omission within. */
function endsAfterEllipsis({ text, start }: Stop, marks: string, next: NextWord): boolean {
  if (next.kind === 'small' || next.kind === 'other' || text.charAt(start - 1) === '[') return false
  if (/^I\b/.test(next.text) && !/[?!]|\..?\..?\..?\./.test(marks)) return false
  if (/[?!]$/.test(marks) || marks.replace(/\s/g, '').length > 3) return true
  const apart = /\s/.test(marks) || /\s/.test(text.charAt(start - 1))
  return apart ? starters.has(next.text) && !/\s/.test(marks) : next.kind === 'capital'
}

function endsAfterExclamation(stop: Stop, next: NextWord): boolean {
  const { text, sentence, start, end, closed } = stop
  if (next.kind === 'small') return isInformal(stop, next) || (end - start > 1 && end === closed)
  if (shouted.has(wordBefore(text, start, sentence)) && !starters.has(next.text)) return false
  if (/["”’'»]/.test(text.slice(end, closed)) && isSaid(stop, next)) return false
  return true
}

/** `"Why?" Mr. Smith asked.`: a name or two, then a verb of saying. */
function isSaid({ text }: Stop, next: NextWord): boolean {
  let word = next
  for (let count = 0; count < 4 && word.kind === 'capital' && !starters.has(word.text); count++) {
    word = nextWord(text, word.end)
    if (saying.has(bare(word))) return true
  }
  return false
}

function endsAfterFullStop(stop: Stop, next: NextWord): boolean {
  const { text, sentence, start } = stop
  const word = wordBefore(text, start, sentence)
  const at = start - word.length
  if (isEnumerator(stop, word, at)) return false
  if (next.kind === 'small')
    return !isAbbreviation(word) && (isInformal(stop, next) || isUncapitalised(stop, word, next))
  if (next.kind === 'digit' && isAbbreviation(word.toLowerCase())) return false
  if (titles.has(word) && !anywhere.has(word)) return false
  if (joining.has(word) || (word.length > 1 && joining.has(word.toLowerCase()))) return false
  if (numbering.has(word) && isNumber(text, next)) return false
  if (isCalendar(word)) return !(next.kind === 'digit' || isCalendar(bare(next)) || zones.has(bare(next)))
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
  if (lettered.has(before) && next.kind === 'capital') return true
  if (word === 'I' && /^\p{Ll}/u.test(before)) return next.kind === 'capital'
  return startsSentence(stop, next)
}

/** A day, a zone or a date may belong to a time of day; else a capital starts anew, unless the time opened the sentence. */
function endsAfterTime(stop: Stop, next: NextWord): boolean {
  const { text, sentence, start } = stop
  if (next.kind !== 'capital' || zones.has(bare(next)) || isCalendar(bare(next))) return false
  return !/^\W*(?:At|By|Around|About|Before|After|Until|Since|From)\s+\S+(?:\s+\S+)?$/.test(text.slice(sentence, start))
}

/** "1. First", "a. First", "iv. First": what counts an item, at the sentence's start. */
function isEnumerator({ text, sentence }: Stop, word: string, at: number): boolean {
  return /^\W*$/.test(text.slice(sentence, at)) && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(word)
}

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
    /^(?:\p{L}{1,2}\.)+(?:-?\p{L}{1,2})$|^(?:\p{L}\.)+\p{L}{1,4}$/u.test(word) ||
    /^[A-Z][bcdfghjklmnpqrstvwxz]{1,4}$/.test(word)
  )
}

/** A number, or what stands for one: "IV", "B", "A-2", "§". */
function isNumber(text: string, next: NextWord): boolean {
  if (/^[IA]$/.test(next.text) && /^\s+\p{Ll}/u.test(text.slice(next.end, next.end + 3))) return false
  return next.kind === 'digit' || next.kind === 'other' || /^(?:[IVXLC]+|[A-Z](?:-?\d+)?)\.?$/.test(next.text)
}

/** Writers who start sentences without capitals are followed; others do not end a sentence before a small letter. */
function isInformal({ text, sentence, start }: Stop, next: NextWord): boolean {
  const first = nextWord(text, sentence)
  const word = wordBefore(text, start, sentence)
  if (!/^\p{L}{2,}$/u.test(word) && !/\p{Ll}['’]\p{Ll}+$/u.test(word)) return false
  return (first.kind === 'small' && !first.bracketed) || /^i(?:['’]\p{L}+)?$/u.test(next.text)
}

/** "I like it. it is good": a plain word before the stop, and after it one that starts sentences. */
function isUncapitalised({ end, closed }: Stop, word: string, next: NextWord): boolean {
  return end === closed && /^\p{Ll}{3,}$/u.test(word) && subjects.has(next.text)
}

function bare(next: NextWord): string {
  return next.text.replace(/\.$/, '')
}
