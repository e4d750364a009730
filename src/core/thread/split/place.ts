import type { Block } from '../../article/article.ts'
import type { Break } from '../thread.ts'
import { costs } from './costs.ts'

/** A place where one post may end and the next begin. */
export interface Place {
  /** Where the words before it end, and the words after it begin. */
  readonly end: number
  readonly start: number
  readonly kind: Break
  /** Which block it stands in; null between two blocks. */
  readonly block: number | null
  /** What it costs to end a post here, and to begin one. */
  readonly ending: number
  readonly beginning: number
}

/** The place between the block at `index` and the one after it, which there must be. */
export function placeAfter(index: number, blocks: readonly Block[], text: string): Place {
  const [block, next] = [blocks[index]!, blocks[index + 1]!]
  const isHard = next.kind === 'hard-break'
  const kind = isHard ? 'hard' : kindBetween(block, next)
  const { end } = block.span
  const start = (isHard ? blocks[index + 2] : next)?.span.start ?? end
  const ending = costs.break[kind] + (isHard ? 0 : tornAfter(index, blocks, text))
  return { end, start, kind, block: null, ending, beginning: mentionAt(text, start) }
}

/** What it costs to part from what follows a block that leads to it: a heading, a lead-in, the ends of a list. */
function tornAfter(index: number, blocks: readonly Block[], text: string): number {
  const [before, block, next, afterNext] = [blocks[index - 1], blocks[index]!, blocks[index + 1]!, blocks[index + 2]]
  if (isHeading(block)) return costs.strandedHeading
  const leadIn = text[block.span.end - 1] === ':' && !isHeading(next) ? costs.tornLeadIn : 0
  if (!isListed(block) || !isListed(next)) return leadIn
  const [isFirst, isLast] = [!isListed(before), !isListed(afterNext)]
  const head = isFirst && block.kind === 'row' ? costs.tornHeadRow : 0
  return leadIn + head + (isFirst === isLast ? 0 : costs.lonelyItem)
}

function kindBetween(block: Block, next: Block): Break {
  if (isHeading(next)) return isHeading(block) ? 'paragraph' : 'section'
  return isListed(block) && isListed(next) ? 'item' : 'paragraph'
}

function isListed(block: Block | undefined): boolean {
  return block?.kind === 'item' || block?.kind === 'row'
}

export function isHeading({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'title'
}

/** What it costs to begin a post at `start`. */
export function mentionAt(text: string, start: number): number {
  return text[start] === '@' || text[start] === '＠' ? costs.mention : 0
}
