import { bulletOf, lineEnd, type Passage } from '../passage.ts'
import { oneLine } from '../tidy.ts'
import { closingApart, buttonsApart, mastheadApart, nearEnd, nearTop } from './apart.ts'
import { linesOf } from './lines.ts'

/**
 * Gives pasted text the shape that its lines show and Markdown does not see: items that begin with a bullet, paragraphs
 * one a line, verse. Lines that were merely wrapped are joined.
 */
export function shaped(passages: readonly Passage[], { markdown }: { readonly markdown: boolean }): readonly Passage[] {
  const dashes = countOf(passages, dash) >= 2
  return passages
    .flatMap((passage, index) => (index < nearTop ? mastheadApart(passage) : [passage]))
    .flatMap(buttonsApart)
    .flatMap((passage, index, all) => (index < all.length - nearEnd ? [passage] : closingApart(passage)))
    .flatMap((passage) => {
      if (passage.kind === 'code') return [{ ...passage, text: passage.text.split(lineEnd).join('\n') }]
      if (passage.kind === 'hard-break') return [passage]
      if (/^\[(?:\.{3}|…)\]$/.test(passage.text.trim())) return [{ ...passage, kind: 'hard-break', text: '' }]
      const lines = passage.text.split('\n')
      if (passage.kind === 'paragraph' && lines.some((line) => startsItem(line, dashes)))
        return itemsOf(passage, dashes)
      if (passage.kind === 'paragraph' && !markdown && lines.length > 1 && lines.some((line) => line.length > widest))
        return apart(passage)
      const isVerse =
        passage.kind === 'paragraph' &&
        passage.note === undefined &&
        !markdown &&
        lines.every((line) => line.length <= narrow)
      return [{ ...passage, text: isVerse ? lines.map(unwrapped).join('\n') : unwrapped(passage.text) }]
    })
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
  for (const { text, line, lastLine } of linesOf(passage)) {
    const last = found.at(-1)
    if (startsItem(text, dashes)) {
      const words = text.replace(bullet.test(text) ? bullet : dash, '')
      found.push({ ...passage, kind: 'item', level: 1, mark: bulletOf(1), text: words, line, lastLine })
    } else if (last !== undefined && (last.kind === 'paragraph' || isWrapped(last.text))) {
      found[found.length - 1] = { ...last, text: `${last.text}\n${text}`, lastLine }
    } else found.push({ ...passage, text, line, lastLine })
  }
  return found.map((one) => ({ ...one, text: unwrapped(one.text) }))
}

/** Whether the last line of an item ends where a line would be wrapped, and not where its words end. */
function isWrapped(text: string): boolean {
  const last = text.split('\n').at(-1) ?? ''
  return last.length > narrow && last.length <= widest
}

function apart(passage: Passage): readonly Passage[] {
  return linesOf(passage).map((line) => ({ ...passage, ...line, text: unwrapped(line.text) }))
}

function unwrapped(text: string): string {
  if (!/[\u2028\u2029]/.test(text)) return oneLine(text)
  return text
    .split(/[\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .trim()
}

function countOf(passages: readonly Passage[], pattern: RegExp): number {
  return passages.reduce((sum, { text }) => sum + text.split('\n').filter((line) => pattern.test(line)).length, 0)
}
