import { withoutUnseen } from './wording.ts'

/** A line of a card of code: one of the code's own, or what of it had no room on the line above. */
export interface CodeLine {
  readonly text: string
  /** Where the arrow stands that says so; null for a line of the code's own. */
  readonly arrow: number | null
}

/** How many columns a tab reaches. */
const tab = 4

/**
 * The lines of `code` as they are drawn: tabs as spaces, nothing behind the last letter of a line, no empty line at either
 * end, and nothing that has no shape or turns what stands around it.
 */
export function codeLines(code: string): readonly string[] {
  const lines = code
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => withoutUnseen(spaced(line)).trimEnd().normalize('NFC'))
  const isWritten = (line: string): boolean => line !== ''
  return lines.slice(Math.max(0, lines.findIndex(isWritten)), lines.findLastIndex(isWritten) + 1)
}

function spaced(line: string): string {
  let drawn = ''
  for (const part of line.split(/(\t)/)) drawn += part === '\t' ? ' '.repeat(tab - (drawn.length % tab)) : part
  return drawn
}

/**
 * `line` in lines that fit, parted at spaces alone, what follows set in by two columns behind an arrow; null where a word
 * is wider than a line.
 * @param room how many characters of a text, from its start, fit on a line
 */
export function partedAtSpaces(line: string, room: (text: string) => number): readonly CodeLine[] | null {
  const found: CodeLine[] = [{ text: line, arrow: null }]
  const indent = / */.exec(line)?.[0].length ?? 0
  for (;;) {
    const last = found.at(-1) as CodeLine
    const fits = room(last.text)
    if (fits >= last.text.length) return found
    const first = last.arrow === null ? indent : last.arrow + 2
    const at = last.text.lastIndexOf(' ', fits)
    const head = last.text.slice(0, Math.max(0, at)).trimEnd()
    if (head.length <= first) return null
    const arrow = Math.min(indent + 2, Math.floor(fits / 3))
    found.splice(-1, 1, { ...last, text: head }, { text: `${' '.repeat(arrow)}↳ ${last.text.slice(at).trim()}`, arrow })
  }
}

/**
 * `lines` in at most `most` pages of at most `rows` lines; null where they do not fit. Pages are about equal, and part
 * where a reader would: at an empty line, else before a line that begins far to the left, never above an arrow.
 */
export function pagesOf(
  lines: readonly CodeLine[],
  { rows, most }: { readonly rows: number; readonly most: number },
): readonly (readonly CodeLine[])[] | null {
  const count = Math.ceil(lines.length / rows)
  if (count > most) return null
  const pages: (readonly CodeLine[])[] = []
  let from = 0
  for (let left = count; left > 0; left -= 1) {
    const rest = lines.length - from
    const least = from + Math.max(1, rest - (left - 1) * rows)
    let best = Math.min(lines.length, from + rows)
    const cost = (at: number): number => tornAt(lines, at) + (12 * Math.abs(at - from - rest / left)) / rows
    if (left > 1) for (let at = best - 1; at >= least; at -= 1) if (cost(at) < cost(best)) best = at
    pages.push(withoutEmptyEnds(lines.slice(from, best)))
    from = best
  }
  return pages.filter((page) => page.length > 0)
}

/** How much a reader misses where the line at `at` begins a page. */
function tornAt(lines: readonly CodeLine[], at: number): number {
  const [above, line] = [lines[at - 1], lines[at]]
  if (line === undefined) return 0
  if (line.arrow !== null) return 100
  if (above?.text === '' || line.text === '') return 0
  return 2 + Math.min(4, / */.exec(line.text)?.[0].length ?? 0) + (/^\s*[)\]}]/.test(line.text) ? 3 : 0)
}

function withoutEmptyEnds(page: readonly CodeLine[]): readonly CodeLine[] {
  const first = page.findIndex(({ text }) => text !== '')
  return first === -1 ? [] : page.slice(first, page.findLastIndex(({ text }) => text !== '') + 1)
}
