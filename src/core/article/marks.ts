import type { Problem } from '../problem.ts'
import type { Dropped, Span } from './article.ts'
import { type Mark, pairsIn } from './mark-pairs.ts'

/** A source whose marks are taken out: `{keep}…{/keep}` is not cut, `{skip}…{/skip}` is not posted. */
export interface Marked {
  /** Without the marks and what they skip; {@link keepSigns} stand where a passage to keep begins and ends. */
  readonly body: string
  /** Passages to keep whose marks stand on lines of their own: their first and last line in `body`, from 1. */
  readonly keptLines: readonly KeptLines[]
  readonly dropped: readonly Dropped[]
  readonly problems: readonly Problem[]
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
  if (!/\{\/?(?:keep|skip)\}/i.test(source)) return { body: source, keptLines: [], dropped: [], problems: [] }
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
  /** Goes on to where `span` ends, and leaves its words out. */
  const cut = (span: Span): void => {
    put(source.slice(at, span.start))
    at = span.end
  }
  for (const mark of marks) {
    const { partner } = mark
    if (mark.start < at) continue
    if (partner === null) cut(mark)
    else if (mark.name === 'skip') {
      cut(withLine(source, { start: mark.start, end: partner.end }))
      const text = source.slice(mark.end, partner.start).trim()
      // A passage over several paragraphs leaves the break between those around it.
      if (text.includes('\n\n')) put('\n\n')
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
  return { body: pieces.join(''), keptLines, dropped, problems }
}

function standsAlone(source: string, mark: Mark): boolean {
  return (
    withLine(source, mark).end > mark.end || (withLine(source, mark).start === mark.start && mark.end === source.length)
  )
}

/** A stretch, with its lines where it stands alone on them, so that no empty line is left. */
function withLine(source: string, { start, end }: Span): Span {
  const opening = source.lastIndexOf('\n', start - 1) + 1
  const closing = source.indexOf('\n', end)
  const close = closing === -1 ? source.length : closing + 1
  const isAlone = start - opening <= most && close - end <= most
  return isAlone && (source.slice(opening, start) + source.slice(end, close)).trim() === ''
    ? { start: opening, end: close }
    : { start, end }
}

/** How many spaces may stand around a mark that is alone on its line. */
const most = 100
