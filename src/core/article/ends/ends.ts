import type { Dropped } from '../article.ts'
import type { Passage } from '../passage.ts'
import { oneLine } from '../tidy.ts'
import { furnitureAbove } from './above.ts'
import { type Doubtful, furnitureBelow } from './below.ts'
import { buttonsAmong, looksLikeFurniture } from './buttons.ts'
import { isCallToAction } from './call-to-action.ts'
import { isNotice } from './notice.ts'
import { type Part, tailFrom } from './tail.ts'

export interface Parted {
  readonly kept: readonly Passage[]
  readonly callToAction: string | null
  readonly notice: string | null
  readonly dropped: readonly Dropped[]
  /** What the owner is told of. */
  readonly doubtful: Doubtful | null
  /** Lines that are kept and look like furniture. */
  readonly lookalikes: readonly Lookalike[]
}

export interface Lookalike {
  readonly line: number
  readonly words: string
}

const why = {
  furniture: 'furniture: the blog prints it around the article',
  weak: 'furniture: the blog prints it around the article',
  faint: 'furniture: the blog prints it around the article',
  'call to action': 'call to action: the closing posts it',
  notice: 'notice: the closing posts it',
} as const

/**
 * Takes from both ends of an article what is none of it: furniture, its call to action, its notice. Whatever prose
 * follows stays, unless readers' comments or a list of other posts begin above it. Without a closing, only furniture goes.
 */
export function partEnds(passages: readonly Passage[], { closing }: { readonly closing: boolean }): Parted {
  const lines = passages.map(({ text }) => oneLine(text))
  const { end, doubtful } = furnitureBelow(passages, lines)
  const buttons = buttonsAmong(passages, lines)
  const parts = partsOf(passages, lines, { end, buttons })
  if (!closing)
    for (const [i, part] of parts.entries()) if (part === 'call to action' || part === 'notice') parts[i] = 'prose'
  const kept = passages.filter((_, index) => parts[index] === 'prose' || parts[index] === 'rule')
  return {
    kept: withoutEdgeRules(kept),
    callToAction: joined(passages, parts, 'call to action'),
    notice: joined(passages, parts, 'notice'),
    doubtful,
    lookalikes: passages.flatMap((passage, index) => {
      const words = lines[index] ?? ''
      return parts[index] === 'prose' && looksLikeFurniture(passage, words, { hasButtons: buttons.size > 0 })
        ? [{ line: passage.line, words }]
        : []
    }),
    dropped: passages.flatMap(({ mark, text }, index) => {
      const part = parts[index] ?? 'prose'
      return part === 'prose' || part === 'rule' ? [] : [{ text: mark + text, why: why[part] }]
    }),
  }
}

function partsOf(
  passages: readonly Passage[],
  lines: readonly string[],
  { end, buttons }: { readonly end: number; readonly buttons: ReadonlySet<number> },
): Part[] {
  const parts = passages.map((): Part => 'prose')
  parts.fill('furniture', end)
  for (const index of buttons) parts[index] = 'furniture'
  const start = tailFrom(passages, lines, end, parts)
  takeStrays(lines, start, parts)
  for (const index of furnitureAbove(passages, lines)) if (parts[index] === 'prose') parts[index] = 'furniture'
  return parts
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
