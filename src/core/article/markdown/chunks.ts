/** Lines that no blank line parts, or a block of code between two fences. */
export interface Chunk {
  /** The line that it begins on, from 1. */
  readonly line: number
  readonly lines: readonly string[]
}

export function* chunksOf(body: string): Generator<Chunk> {
  let lines: string[] = []
  let fence: RegExp | null = null
  let at = 0
  for (const line of body.split('\n')) {
    at++
    const opens: RegExpExecArray | null = fence === null ? opening.exec(line) : null
    // Whether a fence right below HTML is a fence is for the parser to say: then the rest is one chunk.
    if (opens !== null && lines.some((one) => html.test(one))) fence = never
    if (fence === null && lines.length > 0 && (opens !== null || line.trim() === '')) {
      yield { line: at - lines.length, lines }
      lines = []
    }
    if (fence === null && opens === null && line.trim() === '') continue
    lines.push(line)
    if (fence?.test(line)) {
      yield { line: at - lines.length + 1, lines }
      lines = []
      fence = null
    } else if (opens !== null) fence ??= new RegExp(`^\\s*${opens[1] ?? opens[2]}[\`~]*\\s*$`)
  }
  if (lines.length > 0) yield { line: at - lines.length + 1, lines }
}

const html = /^\s*<\/?[a-z]/i
const never = /(?!)/

/** Three signs or more at the very beginning of a line, which end whatever stood above. */
const opening = /^(?:(`{3,})[^`]*|(~{3,}).*)$/

/** Whether a chunk may belong to the one above it: indented, to a list's item; numbered, to a list that counts. */
export function goesOn({ lines }: Chunk): boolean {
  return /^(?:\s|\d{1,9}[.)])/.test(lines[0] ?? '')
}

/** The lines of chunks that follow each other, with the blank ones between them. */
export function withBlanks(chunks: readonly Chunk[]): readonly string[] {
  const lines: string[] = []
  const first = chunks[0]?.line ?? 1
  for (const chunk of chunks) {
    while (lines.length < chunk.line - first) lines.push('')
    for (const line of chunk.lines) lines.push(line)
  }
  return lines
}
