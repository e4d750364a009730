import { lineEnd, type Passage } from '../passage.ts'

/** The lines of a passage and where they stand; a line that its owner ended goes on in the next line of the source. */
export function linesOf(passage: Passage): readonly Pick<Passage, 'text' | 'line' | 'lastLine'>[] {
  let next = passage.line
  const lines = passage.text.split('\n').map((text) => {
    const line = Math.min(next, passage.lastLine)
    const lastLine = Math.min(line + text.split(lineEnd).length - 1, passage.lastLine)
    next = lastLine + 1
    return { text, line, lastLine }
  })
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, lastLine: passage.lastLine } : line))
}
