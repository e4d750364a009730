import type { Block, Span } from './article.ts'
import { keepSigns, type KeptLines } from './marks/owner-marks.ts'
import type { Passage } from './passage.ts'

export interface Composed {
  readonly text: string
  readonly blocks: readonly ComposedBlock[]
  readonly kept: readonly Span[]
}

/** A block with its first and last line in the source that the passages were read from. */
export interface ComposedBlock extends Block {
  readonly lastLine: number
}

/** The article's plain text, exactly as posts print it, and where its blocks and the passages to keep stand in it. */
export function compose(passages: readonly Passage[], keptLines: readonly KeptLines[] = []): Composed {
  const pieces: string[] = []
  const blocks: ComposedBlock[] = []
  const keeps = keeper(keptLines)
  let at = 0
  let previous: Passage | undefined
  for (const passage of passages) {
    if (passage.kind === 'hard-break') {
      // Filled in once it is known where the next words begin.
      blocks.push({ ...where(passage), kind: 'hard-break', span: { start: -1, end: -1 }, level: 0 })
      continue
    }
    const gap = previous === undefined ? '' : isTight(previous, passage) ? '\n' : '\n\n'
    const start = at + gap.length
    const words = passage.mark + keeps.take(passage, start + passage.mark.length)
    at = start + words.length
    keeps.stand(passage, { start, end: at })
    pieces.push(gap, words)
    blocks.push({ ...where(passage), kind: passage.kind, span: { start, end: at }, level: passage.level })
    previous = passage
  }
  return { text: pieces.join(''), blocks: placed(blocks), kept: keeps.spans() }
}

function where({ line, lastLine }: Passage): Pick<ComposedBlock, 'line' | 'lastLine'> {
  return { line, lastLine }
}

/** `text` without what stands for the owner's marks. */
export function withoutSigns(text: string): string {
  return text.includes(keepSigns.open) || text.includes(keepSigns.close) ? text.replace(signs, '') : text
}

/** With the spaces inside them, where there are some outside as well: "a {keep} b {/keep} c". */
const signs = new RegExp(
  `(?<=^|\\s)${keepSigns.open}[ \\t]+|${keepSigns.open}|[ \\t]+${keepSigns.close}(?=\\s|$)|${keepSigns.close}`,
  'g',
)

/** What both signs begin with. */
const signEdge = keepSigns.open.charAt(0)

/** Finds the passages to keep while the text is composed, by their signs and by their lines. */
function keeper(keptLines: readonly KeptLines[]): {
  take(passage: Passage, at: number): string
  stand(passage: Passage, span: Span): void
  spans(): readonly Span[]
} {
  const found: Span[] = []
  const byLines = new Map<KeptLines, Span>()
  let open: number | null = null
  let next = 0
  return {
    take({ text }, at) {
      if (!text.includes(signEdge)) return text
      let taken = 0
      return text.replace(signs, (sign, index: number) => {
        const here = at + index - taken
        taken += sign.length
        if (sign.includes(keepSigns.open)) open = here
        else if (open !== null) {
          found.push({ start: open, end: here })
          open = null
        }
        return ''
      })
    },
    stand({ line, lastLine }, span) {
      while ((keptLines[next]?.lastLine ?? Infinity) < line) next++
      const lines = keptLines[next]
      if (lines === undefined || line < lines.line || lastLine > lines.lastLine) return
      byLines.set(lines, { start: byLines.get(lines)?.start ?? span.start, end: span.end })
    },
    spans: () =>
      [...found, ...byLines.values()].filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start),
  }
}

/** An item or a row right below the line before it stays there; all else is parted by a blank line. */
function isTight(above: Passage, below: Passage): boolean {
  if (below.kind !== 'item' && below.kind !== 'row') return false
  // Two of one piece of HTML share its lines.
  if (above.kind === below.kind && above.line === below.line) return true
  return below.line === above.lastLine + 1 && above.kind !== 'heading' && above.kind !== 'title'
}

/** A hard break stands where the words after it begin. */
function placed(blocks: readonly ComposedBlock[]): readonly ComposedBlock[] {
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
