import type { Code, Html, Table } from 'mdast'
import { droppedFence } from '../code.ts'
import { lineEnd, type Passage } from '../passage.ts'
import { textOfHtml, whyWithoutTags } from './html.ts'
import { add, drop, linesOf, type Node, push, type Reading, sourceOf, top } from './reading.ts'

/** `---` right below a paragraph is a rule to whoever writes it, and a heading to Markdown alone. */
export function headingOf(node: Extract<Node, { type: 'heading' }>, reading: Reading): void {
  const text = reading.inline(node.children)
  const underlined = !/^\s{0,3}#/.test(sourceOf(node, reading))
  if (underlined && node.depth === 2 && (text.length > 100 || /[.,;:]$/.test(text))) {
    const { line, lastLine } = linesOf(node, reading)
    const shared = { level: 0, mark: '', bold: false }
    push(reading, { ...shared, kind: 'paragraph', text, line, lastLine: lastLine - 1 })
    reading.passages.push({ ...shared, kind: 'hard-break', text: '', line: lastLine, lastLine })
  } else add(reading, node, { text, place: top, kind: 'heading', level: node.depth })
}

export function codeOf(node: Code, reading: Reading): void {
  const text = atMargin(node.value.split('\n')).join(lineEnd)
  const words = [node.lang, node.meta].filter((word) => word !== null && word !== undefined).join(' ')
  if (words !== '') reading.dropped.push(droppedFence(words))
  if (text.trim() === '') return
  const { line, lastLine } = linesOf(node, reading)
  const shared = { kind: 'code' as const, level: 0, text, mark: '', bold: false, line, lastLine }
  reading.passages.push(node.lang ? { ...shared, language: node.lang } : shared)
}

/** The lines of code without the empty ones around them, without what indents them all, and without spaces at their ends. */
function atMargin(lines: readonly string[]): readonly string[] {
  const isFull = (line: string): boolean => line.trim() !== ''
  const full = lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
  const margin = full.filter(isFull).map((line) => line.length - line.trimStart().length)
  const common = margin.reduce((least, one) => Math.min(least, one), Infinity)
  return full.map((line) => line.slice(common).trimEnd())
}

export function tableOf(table: Table, reading: Reading): void {
  for (const [index, row] of table.children.entries()) {
    const text = row.children.map((cell) => reading.inline(cell.children).replace(/[\u2028\u2029]/g, ' ')).join(' | ')
    if (/^[\s|]*$/.test(text)) continue
    const { line } = linesOf(row, reading)
    // Below the first row stands the line that makes the table one.
    const lastLine = index === 0 ? line + 1 : line
    push(reading, { kind: 'row', level: 0, text, mark: '', bold: false, line, lastLine })
  }
}

/** The words between the tags are the owner's; the tags and all that no browser shows are not. */
export function htmlOf(node: Html, reading: Reading): void {
  const text = textOfHtml(node.value)
  drop(reading, node, whyWithoutTags(node.value, text))
  if (text === '') return
  // Which line of the source a word between tags stands on is not known: it is one of these.
  const lines = linesOf(node, reading)
  const { passages, images } = reading
  const [from, firstImage] = [passages.length, images.length]
  reading.inHtml(text)
  for (let index = from; index < passages.length; index++) passages[index] = standingOn(passages[index]!, lines)
  for (let index = firstImage; index < images.length; index++) images[index] = { ...images[index]!, line: lines.line }
}

function standingOn(passage: Passage, lines: Pick<Passage, 'line' | 'lastLine'>): Passage {
  const { struck } = passage
  if (struck === undefined) return { ...passage, ...lines }
  return { ...passage, ...lines, struck: struck.map(({ words }) => ({ words, line: lines.line })) }
}
