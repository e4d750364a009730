import type { Passage } from '../passage.ts'
import { isByline, isFurnitureAmongOthers } from './byline.ts'
import { isCallToAction } from './call-to-action.ts'
import { isFurniture, isSureFurniture } from './furniture.ts'
import { isNotice, isSignature } from './notice.ts'

/** Furniture is weak among others alone, and faint where nothing else stands beside it. */
export type Part = 'prose' | 'rule' | 'weak' | 'faint' | 'furniture' | 'call to action' | 'notice'

/** Walks from the end to the last prose, and says what each passage on the way is; where the walk came to. */
export function tailFrom(passages: readonly Passage[], lines: readonly string[], end: number, parts: Part[]): number {
  let start = end
  for (let index = end - 1; index >= 0; index--) {
    const below = parts[start] ?? 'prose'
    const part = parts[index] === 'furniture' ? 'furniture' : partOf(passages[index], lines, index, below)
    const count = passages[index]?.kind === 'item' ? itemsAbove(passages, lines, index) : 1
    const tags = part === 'prose' && isFurniturePart(below) ? tagsAbove(passages, lines, index) : 0
    if (count === 0 || (part === 'prose' && tags === 0)) break
    const from = index - Math.max(1, count, tags) + 1
    parts.fill(part === 'prose' ? 'furniture' : part, from, index + 1)
    start = index = from
  }
  start = withCompany(lines, start, end, parts)
  // A date or a row of asterisks right below the last prose is the owner's.
  while (start < end && (parts[start] === 'weak' || parts[start] === 'rule'))
    parts[start++] = parts[start - 1] === 'rule' ? 'rule' : 'prose'
  return start
}

function isFurniturePart(part: Part): boolean {
  return part === 'furniture' || part === 'faint' || part === 'weak'
}

/** One faint line alone may be the article's last: it and what stands above it stay, if it asks for nothing. */
function withCompany(lines: readonly string[], start: number, end: number, parts: Part[]): number {
  const tail = parts.slice(start)
  if (tail.includes('furniture') || tail.filter((part) => part === 'faint').length !== 1) return start
  const index = parts.indexOf('faint', start)
  if (isCallToAction(lines[index] ?? '')) {
    parts[index] = 'call to action'
    return start
  }
  for (let at = start; at <= index; at++) parts[at] = parts[at] === 'rule' ? 'rule' : 'prose'
  return Math.min(end, index + 1)
}

/** How many items from `index` upwards are furniture: all of their list, where a line of the blog's own leads in; or none. */
function itemsAbove(passages: readonly Passage[], lines: readonly string[], index: number): number {
  let first = index
  while (passages[first]?.kind === 'item') {
    if (!isFurniture(lines[first] ?? '')) return 0
    first--
  }
  return isSureFurniture(lines[first] ?? '') ? index - first : 0
}

/**
 * How many lines from `index` upwards are furniture because of what stands around them: three or more labels, each of a
 * word or two, above the line of a blog's own that follows labels, or a name between two of its words.
 */
function tagsAbove(passages: readonly Passage[], lines: readonly string[], index: number): number {
  let count = 0
  while (passages[index - count]?.kind === 'paragraph' && isTag(lines[index - count] ?? '')) count++
  if (count >= 3 && count <= 12 && followsTags.test(lines[index + 1] ?? '')) return count
  const isName = passages[index]?.kind === 'paragraph' && isByline(lines[index] ?? '')
  return isName && isFurniture(lines[index - 1] ?? '') ? 1 : 0
}

const followsTags = /^(?:-{2,}|[—–\d]+|follow|written by .*|[\d,.]+[km]? followers?)$/i

function isTag(line: string): boolean {
  return line.length <= 25 && /^\p{Lu}[\p{L}\p{N}’'-]*(?: [\p{L}\p{N}’'-]+)?$/u.test(line)
}

function partOf(passage: Passage | undefined, lines: readonly string[], index: number, below: Part): Part {
  const line = lines[index] ?? ''
  if (passage === undefined || passage.kind === 'code' || passage.kind === 'row') return 'prose'
  if (passage.kind === 'hard-break') return 'rule'
  if (isNotice(line) || (isSignature(line) && isNotice(lines[index + 1] ?? ''))) return 'notice'
  if (passage.kind === 'heading' && (index === 0 || (!isSureFurniture(line) && below !== 'furniture'))) return 'prose'
  if (isSureFurniture(line)) return 'furniture'
  if (isFurniture(line)) return 'faint'
  if (passage.kind !== 'item' && isCallToAction(line)) return 'call to action'
  return isFurnitureAmongOthers(line) ? 'weak' : 'prose'
}
