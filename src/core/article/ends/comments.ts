import type { Passage } from '../passage.ts'
import { isInstantLine } from './dates.ts'
import { isSureFurniture } from './furniture.ts'
import { goingOn } from './goes-on.ts'
import { opensComments } from './openers.ts'
import { isProse } from './prose.ts'

/** Where readers' comments begin, and whether they may be the article's own words all the same. */
export interface Comments {
  readonly at: number
  readonly doubtful: boolean
}

/** How far below its heading the first comment shows what it is. */
const near = 6
/** How many paragraphs a reader writes before a name, a date or a button follows. */
const longestComment = 3
/** How many passages one lone reader may have left. */
const longestLone = 2

/**
 * Finds the heading below which nothing but readers' comments follows. What a blog counts ("3 comments") needs one line
 * that only comments hold; a word that an article may use as well needs more of them. An item of a list is never one.
 */
export function commentsIn(passages: readonly Passage[], lines: readonly string[]): Comments | null {
  if (!lines.some(opensComments)) return null
  const signs = lines.map((line, index) => passages[index]?.kind !== 'item' && isCommentLine(line))
  const hard = lines.map((line, index) => signs[index] === true && isButtonOfComment(line))
  const words = lines.map((line, index) => signs[index] !== true && !isSureFurniture(line))
  const signsFrom = countsFrom(signs)
  const hardFrom = countsFrom(hard)
  const wordsFrom = countsFrom(words)
  const goesOn = goingOn(passages, lines)
  const lastLong = endOfLastRun(lines.map((line, index) => (words[index] === true ? isProse(line) : null)))
  for (const [index, line] of lines.entries()) {
    const passage = passages[index]
    if (index === 0 || index <= lastLong || passage === undefined || passage.kind === 'item' || !opensComments(line))
      continue
    const first = index + 1 + signs.slice(index + 1, index + 1 + near).indexOf(true)
    if (first === index || goesOn(index)) continue
    if (isCounted.test(line)) return { at: index, doubtful: false }
    const count = signsFrom[index + 1] ?? 0
    if (count > 1 && ((hardFrom[index + 1] ?? 0) > 0 || isComments.test(line))) return { at: index, doubtful: false }
    const isLone = first === index + 1 && (wordsFrom[first] ?? 0) <= longestLone
    if (!isComments.test(line) || !isLone) continue
    // A box to write another comment in says that these are.
    const isAlone = count + (wordsFrom[index + 1] ?? 0) === lines.length - index - 1
    return { at: index, doubtful: isAlone }
  }
  return null
}

const isCounted = /^(?:\d|no |one |discussion about|leave |post |add |write )|\(\d+\)\s*:?$/i
const isComments = /^comments?\b/i

/** What only the comments below a post hold: "Jane said…", "Pete R. says:", "Reply", "3 hours ago". */
function isCommentLine(line: string): boolean {
  return (
    line.length <= longestSign &&
    (/^(?:.{1,60}? said\s*(?:\.{3}|…)|.{1,60}? says:|anonymous)$/i.test(line) || isButtonOfComment(line))
  )
}

const longestSign = 90

/** What no writer sets on a line of its own: buttons, and the instant of a comment. */
export function isButtonOfComment(line: string): boolean {
  if (line.length > longestSign) return false
  return buttons.some((pattern) => pattern.test(line)) || isInstantLine(line)
}

const buttons: readonly RegExp[] = [
  /^(?:reply|delete|replies|reply ?delete|(?:reply|like) \(\d+\)|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago|expand full comment)$/i,
  /^(?:liked by .{1,60}|\d+ more comments?\s*(?:\.{3}|…)?|\d+ repl(?:y|ies) by .{1,60})$/i,
]

/** How many of `flags` are set from each place on. */
function countsFrom(flags: readonly boolean[]): readonly number[] {
  const counts = Array.from({ length: flags.length + 1 }, () => 0)
  for (let index = flags.length - 1; index >= 0; index--)
    counts[index] = (counts[index + 1] ?? 0) + (flags[index] === true ? 1 : 0)
  return counts
}

/** Where the last stretch of prose ends that is longer than a comment; null parts stretches. */
function endOfLastRun(prose: readonly (boolean | null)[]): number {
  let last = -1
  let count = 0
  for (const [index, one] of prose.entries()) {
    count = one === null ? 0 : count + (one ? 1 : 0)
    if (one === true && count > longestComment) last = index
  }
  return last
}
