import type { Dropped } from './article.ts'
import { isCallToAction } from './call-to-action.ts'
import {
  isCommentLine,
  isFurniture,
  isFurnitureAbove,
  isFurnitureAmongOthers,
  opensComments,
  opensFurniture,
} from './furniture.ts'
import { isNotice, isSignature } from './notice.ts'
import type { Passage } from './passage.ts'
import { oneLine } from './tidy.ts'

export interface Parted {
  readonly kept: readonly Passage[]
  readonly callToAction: string | null
  readonly notice: string | null
  readonly dropped: readonly Dropped[]
}

type Part = 'prose' | 'rule' | 'weak' | 'furniture' | 'call to action' | 'notice'

const why = {
  furniture: 'furniture: the blog prints it around the article',
  weak: 'furniture: the blog prints it around the article',
  'call to action': 'call to action: the closing posts it',
  notice: 'notice: the closing posts it',
} as const

/**
 * Takes from both ends of an article what is none of it: furniture, its call to action, its notice. Whatever prose
 * follows stays, unless readers' comments or a list of other posts begin above it. Without a closing, only furniture goes.
 */
export function partEnds(passages: readonly Passage[], { closing }: { readonly closing: boolean }): Parted {
  const lines = passages.map(({ text }) => oneLine(text))
  const parts = partsOf(passages, lines)
  if (!closing)
    for (const [i, part] of parts.entries()) if (part === 'call to action' || part === 'notice') parts[i] = 'prose'
  const kept = passages.filter((_, index) => parts[index] === 'prose' || parts[index] === 'rule')
  return {
    kept: withoutEdgeRules(kept),
    callToAction: joined(passages, parts, 'call to action'),
    notice: joined(passages, parts, 'notice'),
    dropped: passages.flatMap(({ mark, text }, index) => {
      const part = parts[index] ?? 'prose'
      return part === 'prose' || part === 'rule' ? [] : [{ text: mark + text, why: why[part] }]
    }),
  }
}

function partsOf(passages: readonly Passage[], lines: readonly string[]): Part[] {
  const parts = passages.map((): Part => 'prose')
  const end = furnitureFrom(passages, lines)
  parts.fill('furniture', end)
  const start = tailFrom(passages, lines, end, parts)
  takeStrays(lines, start, parts)
  takeAbove(passages, lines, parts)
  return parts
}

/** Where other posts or readers' comments begin that fill the rest; the number of passages where they do not. */
function furnitureFrom(passages: readonly Passage[], lines: readonly string[]): number {
  const prose = lines.map((line, index) => isProse(line) && !isTeaser(line, lines[index + 1]))
  const lastProse = prose.lastIndexOf(true)
  // A blog's own list of posts may quote the beginning of each below its title.
  const lastRun = prose.findLastIndex((one, index) => one && prose[index - 1] === true)
  for (const [index, line] of lines.entries()) {
    if (index === 0 || passages[index]?.kind === 'item') continue
    if (opensFurniture(line) && index > (/ (?:blog|site)\s*:?$/iu.test(line) ? lastRun : lastProse)) return index
    if (opensComments(line) && lines.slice(index + 1, index + 5).some(isCommentLine)) return index
  }
  return lines.length
}

/** More than a headline and a date: a paragraph of sentences. */
function isProse(line: string): boolean {
  if (line.length > 200) return true
  return /[.!?]["”’)]*$/.test(line) && (line.length > 80 || /[.!?]["”’)]* +["“‘(]?\p{Lu}/u.test(line))
}

/** A cut-off beginning of another post, as lists of posts show it. */
function isTeaser(line: string, next = ''): boolean {
  return /(?:\.{3}|…|read more(?: »)?|continue reading)$/iu.test(line) || /^(?:read more|continue reading)/iu.test(next)
}

/** Walks from the end to the last prose, and says what each passage on the way is. */
function tailFrom(passages: readonly Passage[], lines: readonly string[], end: number, parts: Part[]): number {
  let start = end
  for (let index = end - 1; index >= 0; index--) {
    const part = partOf(passages[index], lines, index)
    if (part === 'prose') break
    parts[index] = part
    start = index
  }
  // A date or a row of asterisks right below the last prose is the owner's.
  while (start < end && (parts[start] === 'weak' || parts[start] === 'rule'))
    parts[start++] = parts[start - 1] === 'rule' ? 'rule' : 'prose'
  return start
}

function partOf(passage: Passage | undefined, lines: readonly string[], index: number): Part {
  const line = lines[index] ?? ''
  if (passage === undefined || passage.kind === 'code' || passage.kind === 'row') return 'prose'
  if (passage.kind === 'hard-break') return 'rule'
  if (isNotice(line) || (isSignature(line) && isNotice(lines[index + 1] ?? ''))) return 'notice'
  if (isFurniture(line)) return 'furniture'
  if (passage.kind !== 'item' && isCallToAction(line)) return 'call to action'
  return isFurnitureAmongOthers(line) ? 'weak' : 'prose'
}

/** A notice near either end is one even where a line about the author follows; so is the call to action beside it. */
function takeStrays(lines: readonly string[], start: number, parts: Part[]): void {
  for (const [index, line] of lines.entries()) {
    if (index >= start || index === 0 || (index > 3 && index < start - 6)) continue
    if (isNotice(line)) parts[index] = 'notice'
  }
  for (const [index, line] of lines.entries()) {
    if (index >= start || index === 0 || index < start - 6 || !isCallToAction(line)) continue
    if (parts[index - 1] === 'notice' || parts[index + 1] === 'notice') parts[index] = 'call to action'
  }
}

function takeAbove(passages: readonly Passage[], lines: readonly string[], parts: Part[]): void {
  for (const [index, line] of lines.slice(0, 12).entries()) {
    if (isProse(line) || passages[index]?.kind === 'item') return
    if (parts[index] === 'prose' && isFurnitureAbove(line) && lines.length > index + 1) parts[index] = 'furniture'
  }
}

function joined(passages: readonly Passage[], parts: readonly Part[], wanted: Part): string | null {
  const texts = passages.filter((_, index) => parts[index] === wanted).map(({ mark, text }) => mark + text)
  return texts.length === 0 ? null : texts.join('\n')
}

/** A break before the first words or after the last parts nothing. */
function withoutEdgeRules(passages: readonly Passage[]): readonly Passage[] {
  const isRule = (passage: Passage): boolean => passage.kind === 'hard-break'
  const first = passages.findIndex((passage) => !isRule(passage))
  const last = passages.findLastIndex((passage) => !isRule(passage))
  return first === -1 ? [] : passages.slice(first, last + 1)
}
