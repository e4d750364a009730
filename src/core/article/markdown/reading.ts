import type { BlockContent, Definition, DefinitionContent, RootContent } from 'mdast'
import type { Gathering, Passage, Struck } from '../passage.ts'
import type { Inline } from './inline.ts'

/** A Markdown document while its tree is read into passages. */
export interface Reading extends Gathering {
  readonly source: string
  readonly above: number
  readonly inline: Inline
  /** What was read of words that are struck out, and is not yet with its passage. */
  readonly struck: Struck[]
  readonly inHtml: (text: string) => void
  /** The number of each footnote that something refers to. */
  readonly notes: ReadonlyMap<string, number>
  /** Definitions of links: whether something points to them is known at the end. */
  readonly unread: Definition[]
}

/** Where a block stands: how deep in lists and in block quotes, and the mark that its first words bear. */
export interface Place {
  readonly depth: number
  readonly quotes: number
  readonly mark: string
}

export const top: Place = { depth: 0, quotes: 0, mark: '' }

export type Node = RootContent | BlockContent | DefinitionContent

interface Words {
  readonly text: string
  readonly place: Place
  readonly kind?: Passage['kind']
  readonly level?: number
  readonly bold?: boolean
}

export function add(reading: Reading, node: Node, { text, place, bold = false, ...given }: Words): void {
  if (text.trim() === '' && given.kind !== 'hard-break') return
  const isItem = place.depth > 0 && place.mark !== ''
  const kind = given.kind ?? (isItem ? 'item' : place.quotes > 0 ? 'quote' : 'paragraph')
  const level = given.level ?? (kind === 'item' ? place.depth : 0)
  const { line, lastLine } = linesOf(node, reading)
  push(reading, { kind, level, text, mark: place.mark, bold, line, lastLine })
}

/** Adds a passage, with what of its words is struck out. */
export function push({ passages, struck }: Reading, passage: Passage): void {
  passages.push(struck.length === 0 ? passage : { ...passage, struck: struck.splice(0) })
}

export function drop(reading: Reading, node: Node, why: string): void {
  reading.dropped.push({ text: sourceOf(node, reading), why })
}

type Placed = { readonly position?: RootContent['position'] }

export function linesOf(
  { position }: Placed,
  { above }: Reading,
): { readonly line: number; readonly lastLine: number } {
  return { line: (position?.start.line ?? 1) + above, lastLine: (position?.end.line ?? 1) + above }
}

export function sourceOf({ position }: Placed, { source }: Reading): string {
  return source.slice(position?.start.offset, position?.end.offset)
}
