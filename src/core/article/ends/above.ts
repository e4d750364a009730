import type { Passage } from '../passage.ts'
import { isBar, isBreadcrumb, isMenu } from './bars.ts'
import { isByline, isFurnitureAmongOthers, isMetaLine, isSignedBy } from './byline.ts'
import { isDateLine } from './dates.ts'
import { cookies } from './furniture.ts'
import { mastheadOf } from './masthead.ts'
import { isProse } from './prose.ts'

/** How many passages from the top a blog may print around a title. */
const most = 20

/**
 * Which of the first passages a blog printed around the title. Dates, bylines and single buttons are furniture only beside
 * something that is nothing else; a marked heading and a list are the article's own.
 */
export function furnitureAbove(passages: readonly Passage[], lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  const weak = new Set<number>()
  const masthead = mastheadOf(passages, lines)
  for (const [index, line] of lines.slice(0, most).entries()) {
    const kind = passages[index]?.kind
    if (index < masthead) found.add(index)
    else if (kind === 'hard-break' || kind === 'heading') continue
    else if (kind === 'item' && isListed(passages, lines, index)) break
    else if (isFurnitureAbove(line)) found.add(index)
    else if (isProse(line)) break
    else if (isBar(line) || isLabel(line)) weak.add(index)
    else if (kind !== 'paragraph') break
    else if (isByline(line)) weak.add(index)
  }
  // A word alone at the very top is the title, whatever it says.
  if (found.size === 1 && found.has(0) && weak.size === 0 && !isRow(lines[0] ?? '')) return new Set()
  const title = lines.findIndex((_, index) => !found.has(index) && !weak.has(index))
  const signed = signedBelow(found, lines)
  if (found.size === 0 && [...weak].filter((index) => isBar(lines[index] ?? '')).length < 2) return new Set(signed)
  for (const index of weak) {
    const line = lines[index] ?? ''
    // A name may be the title; below the title and beside other furniture it is who wrote it.
    const isBeside = [index - 1, index + 1].some(
      (other) => found.has(other) || (weak.has(other) && !isByline(lines[other] ?? '')),
    )
    if (isBar(line) || isLabel(line) || (index > title && title >= 0 && isBeside)) found.add(index)
  }
  for (const index of signed) found.add(index)
  return found.size < lines.length ? found : new Set()
}

/** Whether an item belongs to a list: a dash before one date alone is the blog's. */
function isListed(passages: readonly Passage[], lines: readonly string[], index: number): boolean {
  const beside = [passages[index - 1], passages[index + 1]]
  return beside.some((other) => other?.kind === 'item') || (lines[index - 1] ?? '').endsWith(':')
}

/**
 * Lines right below the title that say who wrote it and when, both or in one. A mere name right below it may be the title
 * itself, below that of the blog.
 */
function signedBelow(found: ReadonlySet<number>, lines: readonly string[]): readonly number[] {
  const isName = (index: number): boolean => isByline(lines[index] ?? '') && !isSignedBy(lines[index] ?? '')
  let first = 0
  while (found.has(first)) first++
  do first++
  while (isName(first))
  const run: number[] = []
  for (let index = first; index < Math.min(lines.length, most); index++) {
    if (!isName(index) && !isSignedBy(lines[index] ?? '') && !isLabel(lines[index] ?? '')) break
    run.push(index)
  }
  const says = (is: (line: string) => boolean): boolean => run.some((index) => is(lines[index] ?? ''))
  if (says(isMetaLine)) return run
  return says(isDateLine) && (says(isSignedBy) || says(isCommentLink)) ? run : []
}

function isLabel(line: string): boolean {
  return isFurnitureAmongOthers(line) || isCommentLink(line)
}

/** The way from the title to what readers say. */
function isCommentLink(line: string): boolean {
  return /^(?:leave a comment|(?:\d+|no) comments?)$/i.test(line)
}

function isRow(line: string): boolean {
  return isMenu(line) || isBreadcrumb(line)
}

/** A line that a blog prints above an article, and no article begins with. */
function isFurnitureAbove(line: string): boolean {
  return (
    above.some((pattern) => pattern.test(line)) ||
    isRow(line) ||
    (isBar(line) && /\s/.test(line) && !line.endsWith(':'))
  )
}

const above: readonly RegExp[] = [
  /^(?:skip to (?:main )?content|(?:[·•∙]\s*)?\d+ min(?:ute)?s? read|get link|other apps|advertisements?|share this (?:post|article|story)|open in app|sign (?:in|up|out)|log (?:in|out)|member-only story|follow|search this blog|search for:|listen|(?:[∙·•] )?paid|(?:accept|reject|allow|decline) all(?: cookies)?|(?:manage|cookie) (?:preferences|settings|policy)|got it!?)$/i,
  /^.{4,40}\s[—–|·•-]\s*\d+ min(?:ute)?s? read$/i,
  cookies,
]
