import { lineBlocks } from './line-blocks.ts'
import { hasFarReach } from './markup.ts'

/**
 * Paragraphs that hold more markup than anyone writes: the time that Markdown takes to pair it grows with its square. They
 * are read as the letters that they are. The same holds for lines nested deeper than anyone nests, for lists that are
 * longer than anyone's and not plain, and for quotations and items that run on over more lines than anyone's.
 */
export interface Tamed {
  /** Markup that is not read is written in letters that stand for it: {@link restored} gives them back. */
  readonly body: string
  /** The first line of each such paragraph, from 1. */
  readonly lines: readonly number[]
}

export function tamed(body: string): Tamed {
  const lines = body.split('\n')
  const found: number[] = []
  for (const { from, to } of longLists(lines)) {
    if (!hasFarReach(body) && lineBlocks(lines.slice(from, to), 1) !== null) continue
    found.push(from + 1)
    for (let index = from; index < to; index++) lines[index] = spelled(lines[index] ?? '')
  }
  for (const { from, to } of paragraphsIn(lines)) {
    const isDense = to - from > 0 && (countOf(lines, from, to) > most || isLazy(lines, from, to))
    if (isDense) found.push(from + 1)
    for (let index = from; index < to; index++) {
      const line = lines[index] ?? ''
      const isDeep = nested.test(line) && !rule.test(line)
      if (isDeep && !isDense) found.push(index + 1)
      if (isDeep || isDense) lines[index] = spelled(line)
    }
  }
  if (found.length === 0) return { body, lines: [] }
  return { body: lines.join('\n'), lines: found.toSorted((a, b) => a - b) }
}

/** A line with letters in the place of its markup. */
function spelled(line: string): string {
  return line.replace(signs, (sign) => letters.charAt(markup.indexOf(sign)))
}

/** `text` with the markup as it was written. */
export function restored(text: string): string {
  return text.replace(stands, (letter) => markup.charAt(letters.indexOf(letter)))
}

/** As many signs as these in one paragraph are more than a thousand words of emphasis and links. */
const most = 2_000
const markup = '*_`~[]!<&\\>-+|.)'
/** Tidied sources never hold these. */
const letters = '\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9\ufdda\ufddb\ufddc\ufddd\ufdde\ufddf\ufde0\ufde1\ufde2'
/** A full stop or a bracket is one behind the number of an item. */
const signs = /[*_`~[\]!<&\\>+|-]|(?<=\d)[.)]/g
const stands = new RegExp(`[${letters}]`, 'g')

const nested = /^(?:[ \t]*(?:[>+*-]|\d{1,9}[.)])){32}|^[ \t]{100,}(?:[>+*-]|\d{1,9}[.)])/
const rule = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/
const fence = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:```|~~~)/
/** Begins a paragraph of its own though no blank line stands above it. */
const begins = /^[ \t]*(?:[-+*][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t])/

/** As many items as these in one list. */
const mostItems = 1_000
const item = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/

/** Runs of items and of what is indented below them. */
function* longLists(lines: readonly string[]): Generator<{ readonly from: number; readonly to: number }> {
  let [from, count] = [0, 0]
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index] ?? 'the end'
    if (item.test(line)) {
      if (count === 0) from = index
      count++
    } else if (/^\s|^$/.test(line)) continue
    else {
      if (count > mostItems) yield { from, to: Math.min(index, lines.length) }
      count = 0
    }
  }
}

/** Runs of lines whose markup is paired among itself; code is none. */
function* paragraphsIn(lines: readonly string[]): Generator<{ readonly from: number; readonly to: number }> {
  let from = 0
  let isCode = false
  for (const [index, line] of lines.entries()) {
    const isFence = fence.test(line)
    if (isFence || isCode || begins.test(line) || line.trim() === '') {
      if (!isCode) yield { from, to: index }
      from = isCode || isFence || line.trim() === '' ? index + 1 : index
    }
    if (isFence) isCode = !isCode
  }
  yield { from, to: lines.length }
}

function countOf(lines: readonly string[], from: number, to: number): number {
  let length = 0
  for (let index = from; index < to; index++) length += lines[index]?.length ?? 0
  if (length <= most) return 0
  let count = 0
  for (let index = from; index < to; index++) {
    for (const { 0: sign } of (lines[index] ?? '').matchAll(signs)) if (sign !== '.' && sign !== ')') count++
  }
  return count
}

/** As many lines as these below one quotation or item that they go on without a sign of it. */
const mostLazy = 1_000
const container = /^[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^)/

/** For each line that goes on a quotation or an item without its sign, the parser goes through all such lines above it. */
function isLazy(lines: readonly string[], from: number, to: number): boolean {
  if (to - from <= mostLazy) return false
  let first = from
  while (first < to && !container.test(lines[first] ?? '')) first++
  let count = 0
  for (let index = first + 1; index < to; index++) if (!container.test(lines[index] ?? '')) count++
  return count > mostLazy
}
