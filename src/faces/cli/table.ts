import Table from 'cli-table3'
import type { Terminal } from './terminal.ts'

/** Rows under a head, aligned by what a terminal shows (CJK and emoji are two wide); figures to the right. */
export function table(
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] },
  { ink }: Pick<Terminal, 'ink'>,
): string {
  const isFigure = (column: number) =>
    rows.length > 0 && rows.every((row) => /^[-–—$€]?[\d.,]*\s?[%k]?$|^[–—?]$|^unknown$/.test(row[column] ?? ''))
  const made = new Table({
    head: head.map((name) => ink.dim(name)),
    colAligns: head.map((_, column) => (isFigure(column) ? 'right' : 'left')),
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: frameless,
  })
  made.push(...rows.map((row) => [...row]))
  return made.toString().replaceAll(/ +$/gm, '')
}

const frameless = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, '']),
)
