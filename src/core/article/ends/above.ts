import type { Passage } from '../passage.ts'
import { isBar, isByline, isFurnitureAbove, isFurnitureAmongOthers } from './furniture.ts'

/** How many passages from the top a blog may print around a title. */
const most = 14

/**
 * Which of the first passages a blog printed around the title. Dates, bylines and single buttons are furniture only beside
 * something that is nothing else.
 */
export function furnitureAbove(passages: readonly Passage[], lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>()
  const weak = new Set<number>()
  for (const [index, line] of lines.slice(0, most).entries()) {
    if (passages[index]?.kind === 'hard-break') continue
    if (isFurnitureAbove(line)) found.add(index)
    else if (isProse(line)) break
    else if (isBar(line) || isFurnitureAmongOthers(line)) weak.add(index)
    else if (!isPlain(passages[index])) break
    else if (isByline(line)) weak.add(index)
  }
  // A word alone at the very top is the title, whatever it says.
  if (found.size === 1 && found.has(0) && weak.size === 0) return new Set()
  if (found.size === 0 && [...weak].filter((index) => isBar(lines[index] ?? '')).length < 2) return new Set()
  const title = lines.findIndex((_, index) => !found.has(index) && !weak.has(index))
  for (const index of weak) {
    const line = lines[index] ?? ''
    const isSure = isBar(line) || isFurnitureAmongOthers(line)
    // A name may be the title; below the title and beside other furniture it is who wrote it.
    const isBeside = [index - 1, index + 1].some(
      (other) => found.has(other) || (weak.has(other) && !isByline(lines[other] ?? '')),
    )
    if (isSure || (index > title && title >= 0 && isBeside)) found.add(index)
  }
  return found.size < lines.length ? found : new Set()
}

function isPlain(passage: Passage | undefined): boolean {
  return passage?.kind === 'paragraph' || passage?.kind === 'heading'
}

/** More than a headline and a date: a paragraph of sentences. */
export function isProse(line: string): boolean {
  if (line.length > 200) return true
  return /[.!?]["”’)]*$/.test(line) && (line.length > 80 || /[.!?]["”’)]* +["“‘(]?\p{Lu}/u.test(line))
}
