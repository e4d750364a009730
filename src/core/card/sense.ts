/**
 * How ill a line would end between `before` and `after`, as an editor reads it: above 0 it hurts, below 0 it helps.
 * One unit is as bad as a line twice as long as the others.
 */
export function senseCost(before: string, after: string): number {
  const last = /[^\s—–-]*$/u.exec(before.trimEnd())?.[0] ?? ''
  const next = /^[^\s—–]*/u.exec(after)?.[0] ?? ''
  const word = last.replace(notLetters, '').toLowerCase()
  if (/[.!?…][”’"')\]]*$/.test(last)) return abbreviation.test(last) ? 0.5 : -0.15
  if (/^[—–]/.test(after)) return 0.6
  if (/[;:—–]$/.test(before.trimEnd())) return -0.15
  if (/[,)”’]$/.test(last)) return -0.05
  if (!/\s$/.test(before)) return 0.25 // within a word: after its hyphen or slash
  if (clinging.has(word)) return 1
  if (leading.has(word)) return 0.3
  if (isName(last) && (isName(next) || /^\d/.test(next))) return 0.2
  if (/^\d[\d,.]*$/.test(last)) return 0.2 // a number and what it counts
  if (/[,;:.!?]$/.test(next) || /^\S+ ?[—–]/.test(after)) return 0.18 // one word alone before a pause
  if (/^\d/.test(next)) return 0.15 // what is counted and its number
  return opening.has(next.replace(notLetters, '').toLowerCase()) ? -0.02 : 0
}

const notLetters = /[^\p{L}\p{N}’]/gu
/** What stands before a name or a number and has a full stop of its own: "Mr.", "No.", "J." */
const abbreviation = /^[“‘(]*(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Sec|Art|vs?|e\.g|i\.e|cf)\.$/u

function isName(word: string): boolean {
  return /^[“‘(]*\p{Lu}[\p{L}.’]/u.test(word)
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Never the last word of a line: they belong to what follows. */
const clinging = words('a an the of to in on at by for from with into than as and or nor')
/** Better not the last word of a line. */
const leading = words(
  'but if that which who how what why whether when where while because so yet not no my your his her its our their this these those ' +
    'i we he she they it you is are was were be been has have had will would can could may must should do does did ' +
    'very more most less only every each any some all both between without within about over under through',
)
/** Good first words of a line: a phrase begins with them. */
const opening = words(
  'and but or nor that which who how what why whether when where while because so yet if than as of to in on at by for from with into ' +
    'between without within about over under through is are was were',
)
