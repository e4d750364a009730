import type { Problem } from '../../problem.ts'

/** One of the owner's marks where it stands in the source. */
export interface Mark {
  readonly name: 'keep' | 'skip'
  readonly opens: boolean
  readonly start: number
  readonly end: number
  /** From 1. */
  readonly line: number
}

/** A mark with the one that it opens or closes with; null where it stands astray. */
export interface PairedMark extends Mark {
  readonly partner: Mark | null
}

/** The marks of a source in their order, and a problem for each that is unclosed, unopened, nested or empty. */
export function pairsIn(
  source: string,
  above: number,
): { readonly marks: readonly PairedMark[]; readonly problems: readonly Problem[] } {
  const marks: PairedMark[] = []
  const problems: Problem[] = []
  let open: Mark | null = null
  const complain = ({ line, name }: Mark, why: 'unclosed' | 'unopened' | 'nested' | 'empty'): void => {
    problems.push({ code: 'mark-bad', line: line + above, mark: name, why })
  }
  for (const mark of marksIn(source)) {
    if (mark.opens && open === null) open = mark
    else if (mark.opens || open === null || open.name !== mark.name) {
      marks.push({ ...mark, partner: null })
      // The end of a nested mark was told with its beginning.
      if (mark.opens || open === null) complain(mark, mark.opens ? 'nested' : 'unopened')
    } else {
      if (source.slice(open.end, mark.start).trim() === '') complain(open, 'empty')
      marks.push({ ...open, partner: mark }, { ...mark, partner: open })
      open = null
    }
  }
  if (open !== null) {
    marks.push({ ...open, partner: null })
    complain(open, 'unclosed')
  }
  return { marks: marks.toSorted((a, b) => a.start - b.start), problems }
}

/** Code is passed over, and so is a mark with a backslash before it: both show the mark to the reader. */
const pattern = /^[ \t]*(```+|~~~+)[^\n]*\n(?:[\s\S]*?^[ \t]*\1[^\n]*$)?|`[^`\n]+`|\\\{|\{(\/?)(keep|skip)\}/gim

function marksIn(source: string): readonly Mark[] {
  const marks: Mark[] = []
  let line = 1
  let at = 0
  for (const { 0: all, 2: slash, 3: name, index } of source.matchAll(pattern)) {
    if (name === undefined) continue
    line += source.slice(at, index).split('\n').length - 1
    at = index
    const named = name.toLowerCase() === 'keep' ? 'keep' : 'skip'
    marks.push({ name: named, opens: slash === '', start: index, end: index + all.length, line })
  }
  return marks
}
