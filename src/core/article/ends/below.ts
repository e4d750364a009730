import type { Passage } from '../passage.ts'
import { isCallToAction } from './call-to-action.ts'
import { commentsIn } from './comments.ts'
import { isSureFurniture } from './furniture.ts'
import { goingOn } from './goes-on.ts'
import { isNotice } from './notice.ts'
import { opensFurniture } from './openers.ts'
import { isProse, isSentence } from './prose.ts'

/** Prose that went with the furniture, and the line above it that opens the furniture. */
export interface Doubtful {
  readonly line: number
  readonly words: string
  readonly heading: string
}

export interface Below {
  /** Where it begins; the number of passages where nothing does. */
  readonly end: number
  /** What the owner is told of. */
  readonly doubtful: Doubtful | null
}

/** Where other posts or readers' comments begin that fill the rest. */
export function furnitureBelow(passages: readonly Passage[], lines: readonly string[]): Below {
  const comments = commentsIn(passages, lines)
  const until = comments?.at ?? lines.length
  const posts = postsIn(passages.slice(0, until), lines.slice(0, until))
  if (comments !== null && posts === -1)
    return { end: comments.at, doubtful: comments.doubtful ? proseBelow(passages, lines, comments.at) : null }
  if (posts === -1) return { end: lines.length, doubtful: null }
  return { end: posts, doubtful: proseBelow(passages, lines, posts) }
}

/** Where a list of other posts begins, or -1. */
function postsIn(passages: readonly Passage[], lines: readonly string[]): number {
  const opens = (line: string, index: number): boolean => opensPosts(line, lines[index - 1] ?? '')
  if (!lines.some(opens)) return -1
  const prose = lines.map((line, index) => isProse(line) && !isTeaser(line, lines[index + 1]))
  const short = prose.map((one, index) => one && isShort(lines[index] ?? ''))
  const lastProse = prose.findLastIndex((one, index) => one && short[index] !== true)
  // A blog's own list of posts may quote the beginning of each below its title.
  const lastRun = prose.findLastIndex((one, index) => one && prose[index - 1] === true)
  const isTitles = titlesBelow(lines, short)
  const goesOn = goingOn(passages, lines)
  return lines.findIndex((line, index) => {
    const passage = passages[index]
    if (index === 0 || passage === undefined || passage.kind === 'item') return false
    if (!opens(line, index) || goesOn(index)) return false
    const isList = passage.kind !== 'heading' && / (?:blog|site)\s*:?$/i.test(line) && prose[index + 1] !== true
    return index > (isList ? lastRun : lastProse) && isTitles(index)
  })
}

/** A single "Related" is a blog's below what else it prints. */
function opensPosts(line: string, above: string): boolean {
  return opensFurniture(line) || (/^related$/i.test(line) && isSureFurniture(above))
}

/** A title may be of two sentences, and a sentence as short as a title: what most of the lines below are tells. */
function titlesBelow(lines: readonly string[], short: readonly boolean[]): (index: number) => boolean {
  const titlesFrom = Array.from({ length: lines.length + 1 }, () => 0)
  const sentencesFrom = Array.from({ length: lines.length + 1 }, () => 0)
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] ?? ''
    const isWords = /\s/.test(line) && isShort(line) && !isSureFurniture(line) && !isTeaser(line, lines[index + 1])
    const isTold = isWords && (short[index] === true || (isSentence(line) && line.endsWith('.')))
    titlesFrom[index] = (titlesFrom[index + 1] ?? 0) + (isWords && !isTold ? 1 : 0)
    sentencesFrom[index] =
      (sentencesFrom[index + 1] ?? 0) + (isTold && !isNotice(line) && !isCallToAction(line) ? 1 : 0)
  }
  return (index) => (titlesFrom[index + 1] ?? 0) >= 2 * (sentencesFrom[index + 1] ?? 0)
}

function isShort(line: string): boolean {
  return line.length <= 80
}

/** Prose that is taken for furniture, as far as it can be told from readers' comments. */
function proseBelow(passages: readonly Passage[], lines: readonly string[], end: number): Doubtful | null {
  const index = lines.findIndex(
    (line, at) => at > end && isProse(line) && !isTeaser(line, lines[at + 1]) && !isNotice(line),
  )
  const passage = passages[index]
  return passage === undefined ? null : { line: passage.line, words: lines[index] ?? '', heading: lines[end] ?? '' }
}

/** A cut-off beginning of another post, as lists of posts show it. */
function isTeaser(line: string, next = ''): boolean {
  return /(?:\.{3}|…|read more(?: »)?|continue reading)$/i.test(line) || /^(?:read more|continue reading)/i.test(next)
}
