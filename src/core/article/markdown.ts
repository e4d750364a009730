import type { BlockContent, Code, DefinitionContent, Html, List, ListItem, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Dropped } from './article.ts'
import { hasWords, textOfHtml } from './html.ts'
import { type Inline, inlineOf } from './inline.ts'
import { bulletOf, lineEnd, type Passage, type Passages } from './passage.ts'

/**
 * Reads Markdown (CommonMark and GFM) into passages. Indented text is prose and not code, because pasted prose is
 * indented by spaces. `above` is how many lines of the file stand above `source`.
 */
export function readMarkdown(source: string, { above = 0, cited = new Set<string>() } = {}): Passages {
  const root = fromMarkdown(source, syntax)
  const dropped: Dropped[] = []
  const inline = inlineOf({ definitions: definitionsOf(root), cited, dropped, source })
  const reading: Reading = { source, above, cited, inline, dropped, passages: [] }
  for (const node of root.children) block(node, reading, top)
  return reading
}

const syntax = {
  extensions: [gfm(), { disable: { null: ['codeIndented'] } }],
  mdastExtensions: [gfmFromMarkdown()],
}

interface Reading {
  readonly source: string
  readonly above: number
  readonly cited: Set<string>
  readonly inline: Inline
  readonly dropped: Dropped[]
  readonly passages: Passage[]
}

/** Where a block stands: how deep in lists, in a block quote or not, and the mark that its first words bear. */
interface Place {
  readonly depth: number
  readonly quoted: boolean
  readonly mark: string
}

const top: Place = { depth: 0, quoted: false, mark: '' }

type Node = RootContent | BlockContent | DefinitionContent

function block(node: Node, reading: Reading, place: Place): void {
  switch (node.type) {
    case 'heading':
      return headingOf(node, reading)
    case 'paragraph':
      return add(reading, node, { text: reading.inline(node.children), place, bold: isBold(node.children) })
    case 'blockquote':
      return quoteOf(node.children, reading, place)
    case 'list':
      return listOf(node, reading, place)
    case 'code':
      return codeOf(node, reading)
    case 'table':
      return tableOf(node, reading)
    case 'thematicBreak':
      return add(reading, node, { text: '', place: top, kind: 'hard-break' })
    case 'html':
      return htmlOf(node, reading)
    case 'definition':
      if (!reading.cited.has(node.url)) drop(reading, node, 'a link that no words point to')
      return
    case 'footnoteDefinition':
      return within(node.children, reading, { ...place, mark: `[${node.label ?? node.identifier}] ` })
    default:
      return
  }
}

interface Words {
  readonly text: string
  readonly place: Place
  readonly kind?: Passage['kind']
  readonly level?: number
  readonly bold?: boolean
}

function add(reading: Reading, node: Node, { text, place, bold = false, ...given }: Words): void {
  if (text.trim() === '' && given.kind !== 'hard-break') return
  const isItem = place.depth > 0 && place.mark !== ''
  const kind = given.kind ?? (isItem ? 'item' : place.quoted ? 'quote' : 'paragraph')
  const level = given.level ?? (kind === 'item' ? place.depth : 0)
  const { line, lastLine } = linesOf(node, reading)
  reading.passages.push({ kind, level, text, mark: place.mark, bold, line, lastLine })
}

/** `---` right below a paragraph is a rule to whoever writes it, and a heading to Markdown alone. */
function headingOf(node: Extract<Node, { type: 'heading' }>, reading: Reading): void {
  const text = reading.inline(node.children)
  const underlined = !/^\s{0,3}#/.test(sourceOf(node, reading))
  if (underlined && node.depth === 2 && (text.length > 100 || /[.,;:]$/.test(text))) {
    const { line, lastLine } = linesOf(node, reading)
    const shared = { level: 0, mark: '', bold: false }
    reading.passages.push({ ...shared, kind: 'paragraph', text, line, lastLine: lastLine - 1 })
    reading.passages.push({ ...shared, kind: 'hard-break', text: '', line: lastLine, lastLine })
  } else add(reading, node, { text, place: top, kind: 'heading', level: node.depth })
}

/** A block quote bears quotation marks in a post, where nothing else would tell it from the owner's own words. */
function quoteOf(children: readonly Node[], reading: Reading, place: Place): void {
  const from = reading.passages.length
  within(children, reading, { ...place, quoted: true })
  const said = reading.passages.slice(from)
  const prose = said.filter(({ kind, text }) => kind === 'quote' && !/^\s*[—–-]/.test(text))
  const marked = prose.some(({ text }) => /^["“„«‹「『‘']/.test(text))
  if (marked) return
  for (const [index, passage] of said.entries()) {
    if (!prose.includes(passage)) continue
    const closes = passage === prose.at(-1)
    reading.passages[from + index] = { ...passage, text: `“${passage.text}${closes ? '”' : ''}` }
  }
}

function within(children: readonly Node[], reading: Reading, place: Place): void {
  let { mark } = place
  for (const child of children) {
    const before = reading.passages.length
    block(child, reading, { ...place, mark })
    if (reading.passages.length > before) mark = ''
  }
}

function listOf(list: List, reading: Reading, place: Place): void {
  const depth = place.depth + 1
  for (const [index, item] of list.children.entries()) {
    const number = list.ordered === true ? `${(list.start ?? 1) + index}. ` : ''
    within(item.children, reading, { ...place, depth, mark: `${number}${tickOf(item)}` || bulletOf(depth) })
  }
}

function tickOf({ checked }: ListItem): string {
  return checked === true ? '☑ ' : checked === false ? '☐ ' : ''
}

function codeOf(node: Code, reading: Reading): void {
  const text = node.value.split('\n').join(lineEnd)
  const words = [node.lang, node.meta].filter((word) => word !== null && word !== undefined).join(' ')
  if (words !== '') reading.dropped.push({ text: `\`\`\` ${words}`, why: 'what a block of code says of its language' })
  add(reading, node, { text, place: top, kind: 'code' })
}

function tableOf(table: Table, reading: Reading): void {
  for (const [index, row] of table.children.entries()) {
    const text = row.children.map((cell) => reading.inline(cell.children).replaceAll(lineEnd, ' ')).join(' | ')
    const { line } = linesOf(row, reading)
    // Below the first row stands the line that makes the table one.
    const lastLine = index === 0 ? line + 1 : line
    reading.passages.push({ kind: 'row', level: 0, text, mark: '', bold: false, line, lastLine })
  }
}

/** The words between the tags are the owner's; the tags and all that no browser shows are not. */
function htmlOf(node: Html, reading: Reading): void {
  const text = textOfHtml(node.value)
  if (!hasWords(text)) return drop(reading, node, /^\s*<!--/.test(node.value) ? 'a comment' : 'HTML without words')
  const { line } = linesOf(node, reading)
  const inner = readMarkdown(text, { above: line - 1, cited: reading.cited })
  for (const passage of inner.passages) reading.passages.push(passage)
  reading.dropped.push({ text: node.value, why: 'HTML tags: their words are kept' }, ...inner.dropped)
}

function drop(reading: Reading, node: Node, why: string): void {
  reading.dropped.push({ text: sourceOf(node, reading), why })
}

function isBold(children: readonly { readonly type: string }[]): boolean {
  return children.length === 1 && children[0]?.type === 'strong'
}

type Placed = { readonly position?: RootContent['position'] }

function linesOf({ position }: Placed, { above }: Reading): { readonly line: number; readonly lastLine: number } {
  return { line: (position?.start.line ?? 1) + above, lastLine: (position?.end.line ?? 1) + above }
}

function sourceOf({ position }: Placed, { source }: Reading): string {
  return source.slice(position?.start.offset, position?.end.offset)
}

function definitionsOf(root: Root): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const visit = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url)
      if (node.type === 'blockquote' || node.type === 'footnoteDefinition') visit(node.children)
      if (node.type === 'list') for (const item of node.children) visit(item.children)
    }
  }
  visit(root.children)
  return found
}
