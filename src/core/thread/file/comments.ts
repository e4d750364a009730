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
  const closing = closingLines(source, ours)
  const lines: Line[] = []
  const notes: Line[] = []
  let unclosed: number | null = null
  for (let index = 0; index < source.length; index++) {
    const at = above + index + 1
    let line = source[index] ?? ''
    if (ours[index] || unclosed !== null || !line.includes('<!--')) {
      lines.push({ text: line, at })
      continue
    }
    const words = joiner()
    let from = 0
    let endOf = endsIn(line, from)
    for (let start = line.indexOf('<!--'); start !== -1; start = line.indexOf('<!--', from)) {
      const end = endOf(start)
      const last = end === null ? closing[index] : null
      if (last === undefined) {
        unclosed = at
        break
      }
      words.add(line.slice(from, start))
      if (end !== null) {
        notes.push({ text: line.slice(start, end), at })
        from = end
      } else if (last !== null) {
        const below = source[last] ?? ''
        from = below.indexOf('-->') + 3
        const inside = [line.slice(start), ...source.slice(index + 1, last), below.slice(0, from)]
        notes.push({ text: inside.join('\n'), at })
        line = below
        index = last
        endOf = endsIn(line, from)
      }
    }
    words.add(line.slice(from))
    const text = words.text()
    if (text.trim() !== '') lines.push({ text, at })
  }
  return { lines, notes, unclosed }
}

/** For each line the next one below it that holds the end of a comment; undefined where there is none. */
function closingLines(source: readonly string[], ours: readonly boolean[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = []
  let next: number | undefined
  for (let index = source.length - 1; index >= 0; index--) {
    found[index] = next
    if (!ours[index] && source[index]?.includes('-->')) next = index
  }
  return found
}

/**
 * Where each comment that begins behind `from` ends on its line, those inside it counted; where these are not all ended,
 * at the first end there is. Null where it goes on below.
 */
function endsIn(line: string, from: number): (start: number) => number | null {
  const ends = new Map<number, number>()
  const open: number[] = []
  const signs = Array.from(line.slice(from).matchAll(/<!--|-->/g), ({ 0: sign, index }) => ({ sign, at: from + index }))
  for (const { sign, at } of signs) {
    const start = sign === '-->' ? open.pop() : undefined
    if (start !== undefined) ends.set(start, at + 3)
    if (sign === '<!--') open.push(at)
  }
  let first: number | null = null
  for (const { sign, at } of signs.toReversed()) {
    if (sign === '-->') first = at + 3
    else if (!ends.has(at) && first !== null) ends.set(at, first)
  }
  return (start) => ends.get(start) ?? null
}

/** Joins stretches around comments, with one space where both had one. */
function joiner(): { add(words: string): void; text(): string } {
  const pieces: string[] = []
  let isSpaced = false
  return {
    add(words) {
      const piece = isSpaced ? words.trimStart() : words
      if (piece === '') return
      pieces.push(piece)
      isSpaced = /\s/.test(piece.charAt(piece.length - 1))
    },
    text: () => pieces.join(''),
  }
}
