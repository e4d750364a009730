import type { LineBlock } from './line-block.ts'
import { seemsBlock } from './markup.ts'

/**
 * The rows of a table that begins at `index` and ends with its chunk, where each is written between two bars and has as
 * many cells as the first; else null. `first` is the number of the first of `lines`.
 */
export function rowsAt(lines: readonly string[], index: number, first: number): readonly LineBlock[] | null {
  const blank = lines.findIndex((line, at) => at > index && line.trim() === '')
  const [head = '', ruler = '', ...below] = lines.slice(index, blank === -1 ? lines.length : blank)
  if (!isRuler.test(ruler)) return null
  const count = cellsOf(ruler)?.length
  const rows = [head, ...below].map(cellsOf)
  if (rows.some((cells) => cells?.length !== count || cells?.some(seemsBlock))) return null
  return rows.map((cells, at) => {
    // Below the first row stands the line that makes the table one.
    const line = first + index + (at === 0 ? 0 : at + 1)
    return { kind: 'row', level: 0, mark: '', words: cells ?? [], line, lastLine: at === 0 ? line + 1 : line }
  })
}

const isRuler = /^\|(?: *:?-+:? *\|)+ *$/

function cellsOf(row: string): readonly string[] | null {
  if (!/^\|.*[^\\]\| *$/.test(row) || /[\\`]/.test(row)) return null
  return row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
