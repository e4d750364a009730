import type { Dropped } from './article.ts'
import { readMarkdown } from './markdown.ts'
import type { Passage, Passages } from './passage.ts'

/**
 * Reads the body of an article into passages. Stretches that hold no markup are read line by line, as the Markdown parser
 * would and thirty times as fast; the rest goes to the parser.
 */
export function readSource(body: string, above: number): Passages {
  const cited = new Set<string>()
  if (hasFarReach(body)) return readMarkdown(body, { above, cited })
  const passages: Passage[] = []
  const dropped: Dropped[] = []
  let marked: Chunk[] = []
  const flush = (): void => {
    const first = marked[0]
    if (first === undefined) return
    const inner = readMarkdown(sourceOf(marked), { above: above + first.line - 1, cited })
    for (const passage of inner.passages) passages.push(passage)
    for (const one of inner.dropped) dropped.push(one)
    marked = []
  }
  for (const chunk of chunksOf(body)) {
    if (!goesOn(chunk)) flush()
    if (marked.length > 0 || chunk.lines.some(hasMarkup)) marked.push(chunk)
    else passages.push(paragraph(chunk, above))
  }
  flush()
  return { passages, dropped }
}

/** Whether a stretch may belong to the one above it: indented, to a list's item; numbered, to a list that counts. */
function goesOn({ lines }: Chunk): boolean {
  return /^(?:\s|\d{1,9}[.)])/.test(lines[0] ?? '')
}

/** What is written in one place and tells in another, or may hold blank lines: fences, HTML, definitions. */
function hasFarReach(body: string): boolean {
  return /^[ \t>\-*+\d.)]*(?:```|~~~|<[a-z!?/]|\[[^\]\n]+\]:)|<!--/im.test(body)
}

function hasMarkup(line: string): boolean {
  return /[*_`~<>&\\[\]|]|^\s*(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|\d{1,9}[.)](?:\s|$)|[-=]+\s*$)|^\s*-[\s-]*$| {2}$/.test(
    line,
  )
}

/** Lines that no blank line parts. */
interface Chunk {
  readonly line: number
  readonly lines: readonly string[]
}

function* chunksOf(body: string): Generator<Chunk> {
  let lines: string[] = []
  let at = 0
  for (const line of body.split('\n')) {
    at++
    if (line.trim() !== '') lines.push(line)
    else if (lines.length > 0) {
      yield { line: at - lines.length, lines }
      lines = []
    }
  }
  if (lines.length > 0) yield { line: at - lines.length + 1, lines }
}

function paragraph({ line, lines }: Chunk, above: number): Passage {
  const text = lines.map((one) => one.trim()).join('\n')
  const first = line + above
  return { kind: 'paragraph', level: 0, text, mark: '', bold: false, line: first, lastLine: first + lines.length - 1 }
}

function sourceOf(chunks: readonly Chunk[]): string {
  const lines: string[] = []
  const first = chunks[0]?.line ?? 1
  for (const chunk of chunks) {
    while (lines.length < chunk.line - first) lines.push('')
    for (const line of chunk.lines) lines.push(line)
  }
  return lines.join('\n')
}
