import type { Problem } from '../../problem.ts'
import type { Dropped, Span } from '../article.ts'
import { type Mark, pairsIn } from './mark-pairs.ts'

/** A source whose marks are taken out: `{keep}…{/keep}` is not cut, `{skip}…{/skip}` is not posted. */
export interface Marked {
  /** Without the marks and what they skip; {@link keepSigns} stand where a passage to keep begins and ends. */
  readonly body: string
  /** Passages to keep whose marks stand on lines of their own: their first and last line in `body`, from 1. */
  readonly keptLines: readonly KeptLines[]
  readonly dropped: readonly Dropped[]
  readonly problems: readonly Problem[]
  /** The line of the source that a line of `body` stands on, both from 1. */
  lineOf(line: number): number
}

export interface KeptLines {
  readonly line: number
  readonly lastLine: number
}

/**
 * What stands for the marks of a passage to keep. Tidied sources never hold it, and Markdown takes it for punctuation, so
 * that emphasis beside it is read as it would be without.
 */
export const keepSigns = { open: '\ufffc\ufdd0\ufffc', close: '\ufffc\ufdd1\ufffc' } as const

/** Takes the owner's marks out of a tidied source; `above` is how many lines of the file stand above it. */
export function takeMarks(source: string, above: number): Marked {
  const toFile = (line: number): number => line + above
  if (!/\{\/?(?:keep|skip)\}/i.test(source))
    return { body: source, keptLines: [], dropped: [], problems: [], lineOf: toFile }
  const { marks, problems } = pairsIn(source, above)
  const dropped: Dropped[] = []
  const keptLines: KeptLines[] = []
  const pieces: string[] = []
  let at = 0
  let line = 1
  let opened = 1
  const put = (words: string): void => {
    pieces.push(words)
    line += words.split('\n').length - 1
  }
  const lines = lineCounter()
  /** Goes on to where `span` ends, and leaves its words out. */
  const cut = (span: Span): void => {
    put(source.slice(at, span.start))
    at = span.end
    lines.skip(source.slice(span.start, span.end), {
      line,
      isWhole: span.start === 0 || source[span.start - 1] === '\n',
    })
  }
  for (const mark of marks) {
    const { partner } = mark
    if (mark.start < at) continue
    if (partner === null) cut(mark)
    else if (mark.name === 'skip') {
      cut(withLine(source, { start: mark.start, end: partner.end }))
      const text = source.slice(mark.end, partner.start).trim()
      // A passage over several paragraphs leaves the break between those around it.
      if (text.includes('\n\n')) {
        put('\n\n')
        lines.add(2, line)
      }
      if (text !== '') dropped.push({ text, why: 'skipped: the owner marked it {skip}' })
    } else if (!standsAlone(source, mark) || !standsAlone(source, partner)) {
      cut(mark)
      put(mark.opens ? keepSigns.open : keepSigns.close)
    } else {
      cut(withLine(source, mark))
      if (mark.opens) opened = line
      else keptLines.push({ line: opened, lastLine: line - 1 })
    }
  }
  put(source.slice(at))
  return { body: pieces.join(''), keptLines, dropped, problems, lineOf: (one) => toFile(lines.lineOf(one)) }
}

/** Counts the lines that are left out and put in, to say of each line that is left where it stood. */
function lineCounter(): {
  skip(words: string, place: { readonly line: number; readonly isWhole: boolean }): void
  add(count: number, line: number): void
  lineOf(line: number): number
} {
  const shifts: { readonly from: number; readonly by: number }[] = [{ from: 0, by: 0 }]
  const shift = (from: number, by: number): void => {
    if (by !== 0) shifts.push({ from, by: (shifts.at(-1)?.by ?? 0) + by })
  }
  return {
    skip: (words, { line, isWhole }) => shift(isWhole ? line : line + 1, words.split('\n').length - 1),
    add: (count, line) => shift(line, -count),
    lineOf: (line) => line + (shifts.findLast(({ from }) => from <= line)?.by ?? 0),
  }
}

function standsAlone(source: string, mark: Mark): boolean {
  return (
    withLine(source, mark).end > mark.end || (withLine(source, mark).start === mark.start && mark.end === source.length)
  )
}

/** A stretch, with its lines where it stands alone on them, so that no empty line is left. */
function withLine(source: string, { start, end }: Span): Span {
  // No further is looked than a mark may be indented, so that a long line full of marks is read in good time.
  const before = /(?:^|\n)([^\S\n]*)$/.exec(source.slice(Math.max(0, start - most - 1), start))?.[1]
  const after = /^[^\S\n]*(?:\n|$)/.exec(source.slice(end, end + most))?.[0]
  return before !== undefined &&
    after !== undefined &&
    (start - before.length === 0 || source[start - before.length - 1] === '\n')
    ? { start: start - before.length, end: end + after.length }
    : { start, end }
}

/** How many spaces may stand around a mark that is alone on its line. */
const most = 100
