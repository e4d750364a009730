import { saying, shouted, starters, titles } from './abbreviations.ts'
import { endsAfterFullStop } from './full-stop.ts'
import {
  bare,
  isAddress,
  isInformal,
  nextWord,
  startsUncapitalised,
  wordBefore,
  type NextWord,
  type Stop,
} from './words.ts'

/** Whether the sentence ends at `stop`, in English. */
export function endsSentence(stop: Stop): boolean {
  const { text, start, end, closed } = stop
  if (start === end) return endsAfterSign(stop)
  if (closed >= text.length || /[。！？]/.test(text.charAt(end - 1))) return true
  if (!/\s/.test(text.charAt(closed))) return missesSpace(stop)
  const marks = text.slice(start, end)
  const next = nextWord(text, closed)
  if (staysInBrackets(stop, next)) return false
  if (marks === '—') return next.kind === 'capital' && !isSaid(stop, next)
  if (isEllipsis(marks)) return endsAfterEllipsis(stop, marks, next)
  if (/[?!]/.test(marks)) return endsAfterExclamation(stop, next)
  return endsAfterFullStop(stop, next)
}

/** "The end.It begins": a stop between a small letter and a word that starts sentences, with the space forgotten. */
function missesSpace({ text, sentence, start, end, closed }: Stop): boolean {
  if (!/^(?:["“‘]?\p{Lu}|[“«])/u.test(text.slice(closed, closed + 2))) return false
  if (/(?:\/\/|@|www\.)\S*$/.test(text.slice(Math.max(sentence, start - 60), start))) return false
  if (/[“«]/.test(text.charAt(closed))) return true
  const before = wordBefore(text, start, sentence)
  const next = nextWord(text, closed)
  if (isEllipsis(text.slice(start, end)) && /^I\b/.test(next.text)) return false
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
function endsAfterEllipsis(stop: Stop, marks: string, next: NextWord): boolean {
  const { text, start, end, closed } = stop
  if (next.kind === 'small' || next.kind === 'other' || text.charAt(start - 1) === '[') return isAddress(next)
  if (/^I\b/.test(next.text) && !/[?!]|\..?\..?\..?\./.test(marks)) return false
  if (/[?!]$/.test(marks) || marks.replace(/\s/g, '').length > 3) return true
  if (/["”]/.test(text.slice(end, closed))) return next.kind === 'capital' && !isSaid(stop, next)
  const apart = /\s/.test(marks) || /\s/.test(text.charAt(start - 1))
  return apart ? starters.has(next.text) : next.kind === 'capital'
}

/** An emoticon or emoji stands in a stop's place: after two words or more, where what follows begins as the sentence did. */
function endsAfterSign({ text, sentence, start, closed }: Stop): boolean {
  if (closed === start || closed >= text.length) return false
  const next = nextWord(text, closed)
  if (next.kind !== 'capital' && next.kind !== nextWord(text, sentence).kind) return false
  return /\p{L}{2}\S*\s+\S*\p{L}/u.test(text.slice(Math.max(sentence, start - signReach), start))
}

const signReach = 60

function endsAfterExclamation(stop: Stop, next: NextWord): boolean {
  const { text, sentence, start, end, closed } = stop
  if (next.kind === 'small')
    return isInformal(stop, next) || (end === closed && (end - start > 1 || isAnew(stop, next)))
  if (shouted.has(wordBefore(text, start, sentence)) && !starters.has(next.text)) return false
  if (/["”’'»]/.test(text.slice(end, closed)) && isSaid(stop, next)) return false
  return true
}

/** "The shop moved! they forgot": after a few words, for "Ah! that's it" and "Oh no! he cried" go on. */
function isAnew({ text, sentence, start }: Stop, next: NextWord): boolean {
  const isFew = !/\S\s+\S+\s+\S/.test(text.slice(Math.max(sentence, start - signReach), start))
  return !isFew && startsUncapitalised(next) && !saying.has(bare(nextWord(text, next.end)))
}

/** `"Why?" Mr. Smith asked.`: a name or two, or "I", then a verb of saying. */
function isSaid({ text }: Stop, next: NextWord): boolean {
  let word = next
  for (let count = 0; count < 4 && isNamed(word); count++) {
    word = nextWord(text, word.end)
    if (saying.has(bare(word))) return true
  }
  return false
}

function isNamed({ kind, text }: NextWord): boolean {
  return text === 'I' || (kind === 'capital' && !starters.has(text))
}
