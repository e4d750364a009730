import type { Article, Origin, Span } from './article.ts'
import { type Seen, seen } from './unseen.ts'

/** Where in the source the character of an article's text at `offset` came from. */
export function originOf({ origins }: Pick<Article, 'origins'>, offset: number): Omit<Origin, 'at'> {
  let [low, high] = [0, origins.length]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((origins[middle]?.at ?? 0) <= offset) low = middle
    else high = middle
  }
  const { at = 0, source = 0, line = 1 } = origins[low] ?? {}
  const next = origins[low + 1]
  const within = next === undefined || next.source <= source ? Infinity : next.source - source - 1
  return { source: source + Math.max(0, Math.min(offset - at, within)), line }
}

/** UTF-16 offset in the source, as it was given, of what stands at `offset` in the article's text. */
export function sourceOffsetOf(article: Pick<Article, 'origins'>, offset: number): number {
  return originOf(article, offset).source
}

/** The line of the source, from 1, of what stands at `offset` in the article's text. */
export function lineOf(article: Pick<Article, 'origins'>, offset: number): number {
  return originOf(article, offset).line
}

interface Lined {
  readonly span: Span
  readonly line: number
  readonly lastLine: number
}

/**
 * Finds the words of `blocks` again in the lines of `source` that each was read from, word after word. What is printed and
 * not written (a bullet, the number of a footnote) is where the words before it are.
 */
export function originsOf(text: string, blocks: readonly Lined[], source: string): readonly Origin[] {
  const bare = seen(source)
  return inSource(originsIn(text, blocks, bare.text), text.length, bare)
}

/** Origins in what is seen of a source as origins in the source: where something unseen stands between, one more. */
function inSource(found: readonly Origin[], length: number, { inSource: place, gapsWithin }: Seen): readonly Origin[] {
  return found.flatMap((origin, index) => {
    const next = found[index + 1]
    const end = origin.source + (next?.at ?? length) - origin.at
    const within = next === undefined || next.source <= origin.source ? end : Math.min(end, next.source)
    const { at, source, line } = origin
    const behind = gapsWithin(source, within).map((gap) => ({ at: at + gap - source, source: place(gap), line }))
    return [{ at, source: place(source), line }, ...behind]
  })
}

function originsIn(text: string, blocks: readonly Lined[], source: string): readonly Origin[] {
  const starts = lineStarts(source)
  const found: Origin[] = []
  let above = { lastLine: 0, cursor: 0 }
  for (const { span, line, lastLine } of blocks) {
    if (span.end <= span.start) continue
    const begin = Math.max(starts[line - 1] ?? source.length, above.lastLine === lastLine ? above.cursor : 0)
    const end = starts[lastLine] ?? source.length
    const first = { at: span.start, source: Math.min(skipSpace(source, begin), Math.max(begin, end - 1)), line }
    found.push(first)
    const isWritten = line === lastLine && source.startsWith(text.slice(span.start, span.end), first.source)
    const cursor = isWritten
      ? first.source + span.end - span.start
      : align(text, { span, found, source, starts, line, end })
    above = { lastLine, cursor }
  }
  return found
}

interface Aligning {
  readonly span: Span
  readonly found: Origin[]
  readonly source: string
  readonly starts: readonly number[]
  readonly line: number
  readonly end: number
}

/** How far ahead of the word before it a word is looked for: past an address in between, and no further. */
const reach = 400

/**
 * Adds an origin wherever the words stop running on as they do in the source, and at each line of it; gives back where the
 * last one ends.
 */
function align(text: string, { span, found, source, starts, line, end }: Aligning): number {
  let last = found.at(-1)!
  let cursor = last.source
  let row = line
  for (const { 0: word, index } of text.slice(span.start, span.end).matchAll(words)) {
    const at = span.start + index
    const expected = last.source + at - last.at
    const runsOn = expected >= cursor && source.startsWith(word, expected) && expected < (starts[row] ?? Infinity)
    const place = runsOn ? expected : find(word, source, cursor, end)
    if (place === -1) continue
    cursor = place + word.length
    if (runsOn) continue
    while ((starts[row] ?? Infinity) <= place) row++
    last = { at, source: place, line: row }
    if (found.at(-1)?.at === at) found[found.length - 1] = last
    else found.push(last)
  }
  return cursor
}

/** An address is one word: that of a reference is printed where it is not written. */
const words = /https?:\/\/[^\s)]+|[\p{L}\p{M}\p{N}]+/gu

/** The next place where `word` stands, and is no part of another one; -1 where there is none near. */
function find(word: string, source: string, from: number, end: number): number {
  const near = source.slice(from, Math.min(end, from + reach + word.length))
  for (let place = near.indexOf(word); place !== -1; place = near.indexOf(word, place + 1)) {
    if (!letter.test(near.charAt(place - 1)) && !letter.test(near.charAt(place + word.length))) return from + place
  }
  return -1
}

const letter = /[\p{L}\p{N}]/u

/** Where each line begins, as {@link tidy} counts lines. */
function lineStarts(source: string): readonly number[] {
  const starts = [0]
  for (const { 0: ending, index } of source.matchAll(/\r\n?|[\n\v\f\u0085\u2028\u2029]/g))
    starts.push(index + ending.length)
  return starts
}

function skipSpace(source: string, index: number): number {
  while (index < source.length && /[\s\ufeff\u200b]/.test(source.charAt(index))) index++
  return index
}
