import type { Block } from './article.ts'
import type { Passage } from './passage.ts'

/** The article's plain text, exactly as posts print it, and where its blocks stand in it. */
export function compose(passages: readonly Passage[]): { readonly text: string; readonly blocks: readonly Block[] } {
  const pieces: string[] = []
  const blocks: Block[] = []
  let at = 0
  let previous: Passage | undefined
  for (const passage of passages) {
    if (passage.kind === 'hard-break') {
      // Filled in once it is known where the next words begin.
      blocks.push({ kind: 'hard-break', span: { start: -1, end: -1 }, level: 0 })
      continue
    }
    const gap = previous === undefined ? '' : isTight(previous, passage) ? '\n' : '\n\n'
    const words = passage.mark + passage.text
    const start = at + gap.length
    at = start + words.length
    pieces.push(gap, words)
    blocks.push({ kind: passage.kind, span: { start, end: at }, level: passage.level })
    previous = passage
  }
  return { text: pieces.join(''), blocks: placed(blocks) }
}

/** An item or a row right below the line before it stays there; all else is parted by a blank line. */
function isTight(above: Passage, below: Passage): boolean {
  if (below.kind !== 'item' && below.kind !== 'row') return false
  return below.line === above.lastLine + 1 && above.kind !== 'heading' && above.kind !== 'title'
}

/** A hard break stands where the words after it begin. */
function placed(blocks: readonly Block[]): readonly Block[] {
  let next = 0
  return blocks
    .toReversed()
    .map((block) => {
      if (block.kind === 'hard-break') return { ...block, span: { start: next, end: next } }
      next = block.span.start
      return block
    })
    .toReversed()
}
