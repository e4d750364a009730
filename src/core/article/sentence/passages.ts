import type { Span } from '../article.ts'

/**
 * The stretches of `text` that no sentence goes beyond, without the white space around them: parted by blank lines, before
 * each item of a list (be its items on lines of their own or counted within a line: "1. … 2. …"), and after lines that
 * stand for themselves: short ones before a capital, and rows of a few words without a stop.
 */
export function passagesIn(text: string): readonly Span[] {
  const whole = { start: 0, end: text.length }
  if (isOneLine(text))
    return spansBetween(text, whole, []).flatMap((line) => spansBetween(text, line, itemsWithin(text, line)))
  return spansBetween(text, whole, boundariesIn(text))
    .flatMap((passage) => spansBetween(text, passage, linesApart(text, passage)))
    .flatMap((passage) => spansBetween(text, passage, itemsWithin(text, passage)))
}

/** Whether `text` is one passage, as almost any paragraph: a single line that begins with no count and no bullet. */
export function isOnePassage(text: string): boolean {
  return onePassage.test(text)
}

function isOneLine(text: string): boolean {
  return !/[\n\r\u2028\u2029]/.test(text)
}

const onePassage = /^(?![\s\d•⁃‣]|[a-y][.)])[^\n\u2028\u2029]*\S$/

/** `whole`, parted at `boundaries`: each part without the white space around it, and none empty. */
function spansBetween(text: string, whole: Span, boundaries: Iterable<number>): readonly Span[] {
  const spans: Span[] = []
  let start = whole.start
  for (const end of [...boundaries, whole.end]) {
    const part = text.slice(start, end)
    const span = { start: end - part.trimStart().length, end: start + part.trimEnd().length }
    if (span.start < span.end) spans.push(span)
    start = end
  }
  return spans
}

const bullet = '[•‣◦⁃▪●○■–—*+-]'
const counter = '(?:\\(?\\d{1,3}[.)]\\)?|\\(?[a-z][.)]|\\(?[ivx]{1,4}\\))'
/** A blank line, or a new line that starts an item. */
const boundary = new RegExp(
  `\\n[^\\S\\n]*\\n|\\n(?=[^\\S\\n]*(?:${bullet}\\s+|[•‣◦⁃▪●]|${counter}\\s+)\\S)|[\\u2028\\u2029]`,
  'g',
)

function* boundariesIn(text: string): Generator<number> {
  for (const { index } of text.replaceAll('\r', ' ').matchAll(boundary)) yield index + 1
}

/** Within a paragraph, a line much shorter than the longest was not wrapped: what comes after it with a capital is apart. */
function* linesApart(text: string, { start, end }: Span): Generator<number> {
  const lines = text.slice(start, end).split('\n')
  if (lines.length === 1) return
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const rows =
    lines.length > 2 && lines.every((line) => !/[.!?…,;:]\s*$/.test(line) && !/(?:\s+\S+){6}/.test(line.trim()))
  let at = start
  for (const [index, line] of lines.entries()) {
    at += line.length + 1
    const next = lines[index + 1]
    if (next === undefined) return
    const short = line.length < longest * 0.6 && !/[,;:–—-]\s*$/.test(line) && /^\s*["“‘']?\p{Lu}/u.test(next)
    if (rows || short) yield at
  }
}

/** How an item within a line may be counted, and what counts the one after it. */
const styles: readonly { readonly first: RegExp; readonly next: (count: string) => string }[] = [
  { first: /^(?:[•⁃‣]\s*)?(\d{1,2})(\.\)|\.|\)) /, next: (count) => String(Number(count) + 1) },
  { first: /^()([•⁃‣])/, next: () => '' },
  { first: /^([a-y])(\.|\)) /, next: (count) => String.fromCharCode(count.charCodeAt(0) + 1) },
]

/** Where the second and later items start in a passage that counts them one after the other. */
function itemsWithin(text: string, passage: Span): readonly number[] {
  const whole = text.slice(passage.start, passage.end)
  for (const { first, next } of styles) {
    const [found, count = '', sign = ''] = first.exec(whole) ?? []
    if (found === undefined) continue
    const starts = itemStarts(whole, { count: next(count), sign, next })
    if (starts.length > 0) return starts.map((start) => passage.start + start)
  }
  return []
}

function itemStarts(
  whole: string,
  { count, sign, next }: { count: string; sign: string; next: (count: string) => string },
): readonly number[] {
  const starts: number[] = []
  for (let from = 1; ; count = next(count)) {
    const at = count === '' ? whole.indexOf(sign, from) : countedAt(whole, `${count}${sign} `, from)
    if (at < 0) return starts
    starts.push(at)
    from = at + 1
  }
}

/** Where `item` stands as a word of its own, with the bullet before it if there is one. */
function countedAt(whole: string, item: string, from: number): number {
  for (let at = whole.indexOf(item, from); at >= 0; at = whole.indexOf(item, at + 1)) {
    const bulleted = /[•⁃‣]\s*$/.exec(whole.slice(Math.max(0, at - 3), at))
    if (bulleted !== null) return at - bulleted[0].length
    if (/\s/.test(whole.charAt(at - 1))) return at
  }
  return -1
}
