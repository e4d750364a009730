import { clings } from './clinging.ts'

/**
 * How ill a line would end between `before` and `after`, as an editor reads it: above 0 it hurts, below 0 it helps.
 * One unit is as bad as a line twice as long as the others.
 */
export function senseCost(before: string, after: string, language = 'en'): number {
  const last = /[^\s—–-]*$/u.exec(before.trimEnd())?.[0] ?? ''
  const next = /^[^\s—–]*/u.exec(after)?.[0] ?? ''
  const word = last.replace(notLetters, '').toLowerCase()
  const isEnglish = language.startsWith('en')
  if (/[.!?…؟][”’"')\]»]*$/.test(last)) return abbreviation.test(last) ? 0.5 : -0.15
  if (/^[—–]/.test(after)) return 0.6
  if (/[。！？]」?$/u.test(before)) return -0.15
  if (/[;:—–؛]$/.test(before.trimEnd())) return -0.15
  if (/[,)”’،、，」』]$/.test(last)) return -0.05
  if (unspaced.test(before)) return phraseCost(before, after)
  if (before.endsWith('\u200b')) return 0 // between words that are written without spaces
  if (!/\s$/.test(before)) return 0.25 // within a word: after its hyphen or slash
  if (clings(word, language)) return 2
  if (isEnglish && leading.has(word)) return 0.3
  if (isName(last) && (isName(next) || /^\d/.test(next))) return 0.2
  if (/^\d[\d,.]*$/.test(last)) return 0.2 // a number and what it counts
  if (/[,;:.!?]$/.test(next) || /^\S+ ?[—–]/.test(after)) return 0.18 // one word alone before a pause
  if (/^\d/.test(next)) return 0.15 // what is counted and its number
  return isEnglish && opening.has(next.replace(notLetters, '').toLowerCase()) ? -0.02 : 0
}

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]$/u

/** A phrase of Japanese mostly ends in Hiragana, and the next begins in another script. */
function phraseCost(before: string, after: string): number {
  const [ends, begins] = [/\p{Script=Hiragana}$/u.test(before), /^\p{Script=Hiragana}/u.test(after)]
  if (ends && !begins) return -0.02
  return isInWord(before.slice(-12), after.slice(0, 12)) ? 1.2 : begins ? 0.8 : 0.15
}

let words: Intl.Segmenter | null = null // made with the first that needs it

/** Whether a word goes on over the place, as a dictionary has it; what stands near is enough to tell. */
function isInWord(before: string, after: string): boolean {
  words ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return words.segment(before + after).containing(before.length)?.index !== before.length
}

const notLetters = /[^\p{L}\p{N}’]/gu
/** What stands before a name or a number and has a full stop of its own: "Mr.", "No.", "J." */
const abbreviation = /^[“‘(]*(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Sec|Art|vs?|e\.g|i\.e|cf)\.$/u

function isName(word: string): boolean {
  return /^[“‘(]*\p{Lu}[\p{L}.’]/u.test(word)
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Better not the last word of a line. */
const leading = setOf(
  'but if that which who how what why whether when where while because so yet not no my your his her its our their this these those ' +
    'i we he she they it you is are was were be been has have had will would can could may must should do does did ' +
    'very more most less only every each any some all both between without within about over under through',
)
/** Good first words of a line: a phrase begins with them. */
const opening = setOf(
  'and but or nor that which who how what why whether when where while because so yet if than as of to in on at by for from with into ' +
    'between without within about over under through is are was were',
)
