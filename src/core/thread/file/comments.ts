import { markOf } from './lines.ts'
import { pictureOn } from './picture-line.ts'

/** A line of thread.md and its number in the file. */
export interface Line {
  readonly text: string
  readonly at: number
}

/** thread.md parted from its comments. */
interface Uncommented {
  /** A line that held nothing but a comment is gone. */
  readonly lines: readonly Line[]
  /** The comments, as they are written and with the line that they begin on, over however many lines they go. */
  readonly notes: readonly Line[]
  /** The line of a comment without an end. */
  readonly unclosed: number | null
}

/**
 * The lines of `body` without its comments, which are the owner's notes and never posted. The marks of posts and of cards
 * stay, inside a comment too they end nothing.
 * @param above how many lines of the file stand above `body`
 */
export function withoutComments(body: string, above: number): Uncommented {
  const source = body.split('\n')
  const ours = source.map((line) => markOf(line) !== null || pictureOn(line) !== null)
  const lines: Line[] = []
  const notes: Line[] = []
  let unclosed: number | null = null
  for (let index = 0; index < source.length; index++) {
    const at = above + index + 1
    const whole = source[index] ?? ''
    if (ours[index]) {
      lines.push({ text: whole, at })
      continue
    }
    let text = whole
    for (;;) {
      const start = unclosed === null ? text.indexOf('<!--') : -1
      if (start === -1) break
      const end = endIn(text, start)
      if (end !== -1) {
        notes.push({ text: text.slice(start, end), at })
        text = joined(text.slice(0, start), text.slice(end))
        continue
      }
      const last = source.findIndex((line, below) => below > index && !ours[below] && line.includes('-->'))
      if (last === -1) {
        unclosed = at
        break
      }
      const closing = source[last] ?? ''
      const after = closing.indexOf('-->') + 3
      notes.push({
        text: [text.slice(start), ...source.slice(index + 1, last), closing.slice(0, after)].join('\n'),
        at,
      })
      text = joined(text.slice(0, start), closing.slice(after))
      index = last
    }
    if (text === whole || text.trim() !== '') lines.push({ text, at })
  }
  return { lines, notes, unclosed }
}

/** Where the comment that begins at `start` ends on its line, those inside it counted; -1 where it goes on below. */
function endIn(text: string, start: number): number {
  let depth = 0
  let first = -1
  for (const { 0: sign, index } of text.slice(start).matchAll(/<!--|-->/g)) {
    depth += sign === '-->' ? -1 : 1
    if (sign === '-->' && first === -1) first = start + index + 3
    if (depth === 0) return start + index + 3
  }
  return first
}

/** Two stretches around a comment, with one space where both had one. */
function joined(before: string, after: string): string {
  return /\s$/.test(before) && /^\s/.test(after) ? before + after.trimStart() : before + after
}
