import { isCallToAction } from './call-to-action.ts'
import { isNotice } from './notice.ts'
import { bulletOf, lineEnd, type Passage } from './passage.ts'
import { oneLine } from './tidy.ts'

/**
 * Gives pasted text the shape that its lines show and Markdown does not see: items that begin with a bullet, paragraphs
 * one a line, verse. Lines that were merely wrapped are joined.
 */
export function shaped(passages: readonly Passage[], { markdown }: { readonly markdown: boolean }): readonly Passage[] {
  const dashes = countOf(passages, dash) >= 2
  const fromEnd = passages.length - nearEnd
  return passages
    .flatMap((passage, index) => (index < fromEnd ? [passage] : closingApart(passage)))
    .flatMap((passage) => {
      if (passage.kind === 'code') return [{ ...passage, text: passage.text.split(lineEnd).join('\n') }]
      if (passage.kind === 'hard-break') return [passage]
      if (/^\[(?:\.{3}|…)\]$/.test(passage.text.trim())) return [{ ...passage, kind: 'hard-break', text: '' }]
      const lines = passage.text.split('\n')
      if (passage.kind === 'paragraph' && lines.some((line) => startsItem(line, dashes)))
        return itemsOf(passage, dashes)
      if (passage.kind === 'paragraph' && !markdown && lines.some((line) => line.length > widest)) return apart(passage)
      const isVerse = passage.kind === 'paragraph' && !markdown && lines.every((line) => line.length <= narrow)
      return [{ ...passage, text: isVerse ? lines.map(oneLine).join('\n') : unwrapped(passage.text) }]
    })
}

/** How many passages from the end a call to action or a notice may share a paragraph with something else. */
const nearEnd = 15

/** A call to action and a notice that were written on lines of one paragraph, or on one line, as passages of their own. */
function closingApart(passage: Passage): readonly Passage[] {
  if (passage.kind !== 'paragraph') return [passage]
  const lines = passage.text.split('\n').flatMap((line, index) => partedLine(line).map((text) => ({ text, index })))
  const isApart = (line: string): boolean => isCallToAction(line) || isNotice(line)
  if (lines.length < 2 || !lines.some(({ text }) => isApart(text))) return [passage]
  const groups: { text: string; line: number; lastLine: number; closed: boolean }[] = []
  for (const { text, index } of lines) {
    const line = passage.line + index
    const last = groups.at(-1)
    if (last === undefined || last.closed || isApart(text))
      groups.push({ text, line, lastLine: line, closed: isApart(text) })
    else groups[groups.length - 1] = { ...last, text: `${last.text}\n${text}`, lastLine: line }
  }
  return groups.map(({ text, line, lastLine }) => ({ ...passage, text, line, lastLine }))
}

/** "Please share @someone DEC. 2025 Copyright …" is two. */
function partedLine(line: string): readonly string[] {
  const parts = line.split(/\s+(?=@\w{1,30}\s+(?:\p{L}+\.?\s+)?(?:19|20)\d\d\s+(?:copyright|©))/iu)
  return parts.length === 2 && isCallToAction(parts[0] ?? '') ? parts : [line]
}

/** No mail or editor wraps its lines wider than this: a longer line is a paragraph. */
const widest = 120
/** No mail or editor wraps its lines narrower than this: shorter lines are verse, or an address. */
const narrow = 50

const bullet = /^\s*[•·∙‣⁃▪▫■□●○◦◆◇►▶➤➢❖✦]\s*(?=\S)/u
const dash = /^\s*[–]\s+(?=\S)/u

function startsItem(line: string, dashes: boolean): boolean {
  return bullet.test(line) || (dashes && dash.test(line))
}

function itemsOf(passage: Passage, dashes: boolean): readonly Passage[] {
  const found: Passage[] = []
  for (const [index, text] of passage.text.split('\n').entries()) {
    const line = passage.line + index
    const last = found.at(-1)
    if (startsItem(text, dashes)) {
      const words = text.replace(bullet.test(text) ? bullet : dash, '')
      found.push({ ...passage, kind: 'item', level: 1, mark: bulletOf(1), text: words, line, lastLine: line })
    } else if (last !== undefined && (last.kind === 'paragraph' || isWrapped(last.text))) {
      found[found.length - 1] = { ...last, text: `${last.text}\n${text}`, lastLine: line }
    } else found.push({ ...passage, text, line, lastLine: line })
  }
  return found.map((one) => ({ ...one, text: unwrapped(one.text) }))
}

/** Whether the last line of an item ends where a line would be wrapped, and not where its words end. */
function isWrapped(text: string): boolean {
  const last = text.split('\n').at(-1) ?? ''
  return last.length > narrow && last.length <= widest
}

function apart(passage: Passage): readonly Passage[] {
  return passage.text.split('\n').map((text, index) => ({
    ...passage,
    text: unwrapped(text),
    line: passage.line + index,
    lastLine: passage.line + index,
  }))
}

function unwrapped(text: string): string {
  return text.split(lineEnd).map(oneLine).join('\n').trim()
}

function countOf(passages: readonly Passage[], pattern: RegExp): number {
  return passages.reduce((sum, { text }) => sum + text.split('\n').filter((line) => pattern.test(line)).length, 0)
}
