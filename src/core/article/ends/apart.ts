import type { Passage } from '../passage.ts'
import { isBar, isBreadcrumb, isMenu } from './bars.ts'
import { isByline, isFurnitureAmongOthers, isMetaLine } from './byline.ts'
import { isCallToAction } from './call-to-action.ts'
import { isButtonOfComment } from './comments.ts'
import { isFurniture, isSureFurniture } from './furniture.ts'
import { linesOf } from './lines.ts'
import { steers } from './masthead.ts'
import { isNotice } from './notice.ts'
import { isProse } from './prose.ts'

/** How many passages from the top may be lines of a site's head. */
export const nearTop = 12

/** What a site prints above an article, line by line, where no blank lines part it. */
export function mastheadApart(passage: Passage): readonly Passage[] {
  if (passage.kind !== 'paragraph' || !passage.text.includes('\n')) return [passage]
  const lines = linesOf(passage)
  const isHead =
    lines.some(({ text }) => isMenu(text) || isBreadcrumb(text) || isMetaLine(text)) ||
    lines.every(({ text }) => steers(text) || isBar(text) || isByline(text) || isFurnitureAmongOthers(text))
  if (!isHead || lines.some(({ text }) => isProse(text))) return [passage]
  return lines.map((line) => ({ ...passage, ...line }))
}

/** A reader's comment or a box of buttons, line by line, where no blank lines part them. */
export function buttonsApart(passage: Passage): readonly Passage[] {
  if (passage.kind !== 'paragraph' || !passage.text.includes('\n')) return [passage]
  const lines = linesOf(passage)
  const says = lines.map(({ text }) => text)
  const isBox = says.every(isFurniture) && says.some(isSureFurniture)
  return isBox || says.some(isButtonOfComment) ? lines.map((line) => ({ ...passage, ...line })) : [passage]
}

/** How many passages from the end a call to action or a notice may share a paragraph with something else. */
export const nearEnd = 15

/** A call to action and a notice that were written on lines of one paragraph, or on one line, as passages of their own. */
export function closingApart(passage: Passage): readonly Passage[] {
  if (passage.kind !== 'paragraph') return [passage]
  const lines = linesOf(passage).flatMap((line) => partedLine(line.text).map((text) => ({ ...line, text })))
  const furniture = furnitureFrom(lines.map(({ text }) => text))
  const isApart = (line: string, index: number): boolean => index >= furniture || isCallToAction(line) || isNotice(line)
  if (lines.length < 2 || !lines.some(({ text }, index) => isApart(text, index))) return [passage]
  const groups: { text: string; line: number; lastLine: number; closed: boolean }[] = []
  for (const [index, { text, line, lastLine }] of lines.entries()) {
    const last = groups.at(-1)
    const closed = isApart(text, index)
    if (last === undefined || last.closed || closed) groups.push({ text, line, lastLine, closed })
    else groups[groups.length - 1] = { ...last, text: `${last.text}\n${text}`, lastLine }
  }
  return groups.map(({ text, line, lastLine }) => ({ ...passage, text, line, lastLine }))
}

/** "Please share @someone DEC. 2025 Copyright …" is two. */
function partedLine(line: string): readonly string[] {
  const parts = line.split(/(?<!\s)\s+(?=@\w{1,30}\s+(?:\p{L}+\.?\s+)?(?:19|20)\d\d\s+(?:copyright|©))/iu)
  return parts.length === 2 && isCallToAction(parts[0] ?? '') ? parts : [line]
}

/** From which line on all are furniture, one of them for certain; the number of lines where they are not. */
function furnitureFrom(lines: readonly string[]): number {
  let first = lines.length
  while (first > 0 && isFurniture(lines[first - 1] ?? '')) first--
  const found = lines.slice(first)
  return found.length > 1 && found.some(isSureFurniture) ? first : lines.length
}
