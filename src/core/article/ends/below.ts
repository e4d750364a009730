import type { Passage } from '../passage.ts'
import { oneLine } from '../tidy.ts'
import { isProse } from './above.ts'
import { isCommentLine, isFurniture, opensComments, opensFurniture } from './furniture.ts'
import { isNotice } from './notice.ts'

/** Prose that went with the furniture, and the line above it that opens the furniture. */
export interface Doubtful {
  readonly line: number
  readonly words: string
  readonly heading: string
}

/** Where other posts or readers' comments begin that fill the rest; the number of passages where they do not. */
export function furnitureBelow(passages: readonly Passage[], lines: readonly string[]): number {
  const prose = proseIn(lines)
  const lastProse = prose.lastIndexOf(true)
  // A blog's own list of posts may quote the beginning of each below its title.
  const lastRun = prose.findLastIndex((one, index) => one && prose[index - 1] === true)
  for (const [index, line] of lines.entries()) {
    const passage = passages[index]
    if (index === 0 || passage === undefined || passage.kind === 'item') continue
    if (opensComments(line) && lines.slice(index + 1, index + 5).some(isCommentLine)) return index
    if (!opensFurniture(line) || goesOn(passage, passages.slice(index + 1))) continue
    const isList = passage.kind !== 'heading' && / (?:blog|site)\s*:?$/i.test(line) && prose[index + 1] !== true
    if (index > (isList ? lastRun : lastProse)) return index
  }
  return lines.length
}

function proseIn(lines: readonly string[]): readonly boolean[] {
  return lines.map((line, index) => isProse(line) && !isTeaser(line, lines[index + 1]))
}

/** Whether the article goes on below a heading of its own: with another one that is as high. */
function goesOn(opener: Passage, below: readonly Passage[]): boolean {
  return (
    opener.kind === 'heading' &&
    below.some(({ kind, level, text }) => kind === 'heading' && level <= opener.level && !isFurniture(oneLine(text)))
  )
}

/** Prose that is taken for furniture with the line that opens it, as far as it can be told from readers' comments. */
export function proseAmong(passages: readonly Passage[], lines: readonly string[], end: number): Doubtful | null {
  if (!opensFurniture(lines[end] ?? '')) return null
  const index = proseIn(lines).findIndex((one, at) => one && at > end && !isNotice(lines[at] ?? ''))
  const passage = passages[index]
  return passage === undefined ? null : { line: passage.line, words: lines[index] ?? '', heading: lines[end] ?? '' }
}

/** A cut-off beginning of another post, as lists of posts show it. */
function isTeaser(line: string, next = ''): boolean {
  return /(?:\.{3}|…|read more(?: »)?|continue reading)$/i.test(line) || /^(?:read more|continue reading)/i.test(next)
}
