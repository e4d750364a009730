import Table from 'cli-table3'
import type { Terminal } from './terminal.ts'

interface Rows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * Rows under a head, aligned by what a terminal shows (CJK and emoji are two wide); figures to the right. Where it is
 * too narrow for that, the first of `shorter` that it holds, and where it holds none, a paragraph for every row.
 */
export function table(
  all: Rows,
  { ink, width = Infinity }: Pick<Terminal, 'ink'> & { readonly width?: number },
  shorter: readonly Rows[] = [],
): string {
  const flat = [all, ...shorter].map((rows) => aligned(rows, ink))
  const found = flat.find((lines) => lines.split('\n').every((line) => plainLength(line) <= width))
  return found ?? folded(all, { ink, width })
}

/** The first cell above, the others below it with their names, as many on a line as there is room for. */
function folded({ head, rows }: Rows, { ink, width }: { ink: Terminal['ink']; width: number }): string {
  const paragraphs = rows.map(([first = '', ...cells]) => {
    const lines = ['']
    for (const [index, cell] of cells.entries()) {
      const said = `${head[index + 1]} ${cell}`
      const line = lines.at(-1) ?? ''
      if (line !== '' && line.length + said.length + 5 > width) lines.push(said)
      else lines[lines.length - 1] = line === '' ? said : `${line} · ${said}`
    }
    return [ink.bold(first), ...lines.map((line) => `  ${line}`)].join('\n')
  })
  return paragraphs.join('\n')
}

/** Without the signs that colour it. */
function plainLength(line: string): number {
  // oxlint-disable-next-line no-control-regex
  return line.replaceAll(/\u001B\[\d+m/g, '').length
}

function aligned({ head, rows }: Rows, ink: Terminal['ink']): string {
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
