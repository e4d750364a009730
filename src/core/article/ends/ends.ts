import type { Dropped } from '../article.ts'
import type { Passage } from '../passage.ts'
import { oneLine } from '../tidy.ts'
import { furnitureAbove } from './above.ts'
import { type Doubtful, furnitureBelow, proseAmong } from './below.ts'
import { isCallToAction } from './call-to-action.ts'
import { isByline, isFurniture, isFurnitureAmongOthers } from './furniture.ts'
import { isNotice, isSignature } from './notice.ts'

export interface Parted {
  readonly kept: readonly Passage[]
  readonly callToAction: string | null
  readonly notice: string | null
  readonly dropped: readonly Dropped[]
  /** What the owner is told of. */
  readonly doubtful: Doubtful | null
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
  const end = furnitureBelow(passages, lines)
  const parts = partsOf(passages, lines, end)
  if (!closing)
    for (const [i, part] of parts.entries()) if (part === 'call to action' || part === 'notice') parts[i] = 'prose'
  const kept = passages.filter((_, index) => parts[index] === 'prose' || parts[index] === 'rule')
  return {
    kept: withoutEdgeRules(kept),
    callToAction: joined(passages, parts, 'call to action'),
    notice: joined(passages, parts, 'notice'),
    doubtful: proseAmong(passages, lines, end),
    dropped: passages.flatMap(({ mark, text }, index) => {
      const part = parts[index] ?? 'prose'
      return part === 'prose' || part === 'rule' ? [] : [{ text: mark + text, why: why[part] }]
    }),
  }
}

function partsOf(passages: readonly Passage[], lines: readonly string[], end: number): Part[] {
  const parts = passages.map((): Part => 'prose')
  parts.fill('furniture', end)
  const start = tailFrom(passages, lines, end, parts)
  takeStrays(lines, start, parts)
  for (const index of furnitureAbove(passages, lines)) if (parts[index] === 'prose') parts[index] = 'furniture'
  return parts
}

/** Walks from the end to the last prose, and says what each passage on the way is. */
function tailFrom(passages: readonly Passage[], lines: readonly string[], end: number, parts: Part[]): number {
  let start = end
  for (let index = end - 1; index >= 0; index--) {
    const part = partOf(passages[index], lines, index)
    const tags = part === 'prose' && start < lines.length ? tagsAbove(passages, lines, index) : 0
    if (part === 'prose' && tags === 0) break
    parts.fill(part === 'prose' ? 'furniture' : part, index - Math.max(0, tags - 1), index + 1)
    index -= Math.max(0, tags - 1)
    start = index
  }
  // A date or a row of asterisks right below the last prose is the owner's.
  while (start < end && (parts[start] === 'weak' || parts[start] === 'rule'))
    parts[start++] = parts[start - 1] === 'rule' ? 'rule' : 'prose'
  return start
}

/**
 * How many lines from `index` upwards are furniture because of what stands around them: three or more labels, each of a
 * word or two, above a blog's own words, or a name between two of them.
 */
function tagsAbove(passages: readonly Passage[], lines: readonly string[], index: number): number {
  let count = 0
  while (passages[index - count]?.kind === 'paragraph' && isTag(lines[index - count] ?? '')) count++
  if (count >= 3 && count <= 12) return count
  const isName = passages[index]?.kind === 'paragraph' && isByline(lines[index] ?? '')
  return isName && isFurniture(lines[index - 1] ?? '') ? 1 : 0
}

function isTag(line: string): boolean {
  return line.length <= 25 && /^\p{Lu}[\p{L}\p{N}’'-]*(?: [\p{L}\p{N}’'-]+)?$/u.test(line)
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
