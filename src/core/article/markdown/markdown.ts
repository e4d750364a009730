import type { List, ListItem } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { bulletOf, type Gathering, gathering, type Struck } from '../passage.ts'
import { definitionsOf, notesOf } from './definitions.ts'
import { mendEdits } from './edits.ts'
import { imageTaker } from './images.ts'
import { inlineOf } from './inline.ts'
import { codeOf, headingOf, htmlOf, tableOf } from './leaves.ts'
import { quoted } from './quotation-marks.ts'
import { add, drop, type Node, type Place, type Reading, top } from './reading.ts'

/**
 * Reads Markdown (CommonMark and GFM) into passages, after those that were gathered before. Indented text is prose and not
 * code, because pasted prose is indented by spaces.
 */
export function readMarkdown(
  source: string,
  { above = 0, into = gathering(), inHtml = (text) => readMarkdown(text, { into }) }: MarkdownOptions = {},
): Gathering {
  const root = fromMarkdown(source, syntax)
  const { dropped, citations } = into
  const take = imageTaker(into.images, dropped)
  const takeImage: typeof take = (image, said) => take({ ...image, line: image.line + above }, said)
  const struck: Struck[] = []
  const strike = (one: Struck): void => void struck.push({ ...one, line: one.line + above })
  const notes = notesOf(root)
  const inline = inlineOf({ definitions: definitionsOf(root), notes, citations, takeImage, strike, dropped, source })
  const reading: Reading = { ...into, source, above, inline, struck, inHtml, notes, unread: [] }
  for (const node of root.children) block(node, reading, top)
  const shown = new Set(reading.unread.length === 0 ? [] : into.images.map((image) => image.source))
  for (const node of reading.unread) {
    const isUsed = citations.has(node.url) || shown.has(node.url)
    if (!isUsed) drop(reading, node, 'a link that no words point to')
    else if (node.title) dropped.push({ text: node.title, why: 'the title of a link' })
  }
  return into
}

interface MarkdownOptions {
  /** How many lines of the file stand above the source. */
  readonly above?: number
  /** What was gathered before. */
  readonly into?: Gathering
  /** Reads the Markdown that is left of a piece of HTML, after what was gathered. */
  readonly inHtml?: (text: string) => void
}

mendEdits()

const syntax = {
  extensions: [gfm(), { disable: { null: ['codeIndented'] } }],
  mdastExtensions: [gfmFromMarkdown()],
}

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
      reading.unread.push(node)
      return
    case 'footnoteDefinition':
      return noteOf(node, reading)
    default:
      return
  }
}

function quoteOf(children: readonly Node[], reading: Reading, place: Place): void {
  const { passages } = reading
  const from = passages.length
  within(children, reading, { ...place, quotes: place.quotes + 1 })
  const holdsQuote = children.some(({ type }) => type === 'blockquote')
  const said = passages.splice(from)
  for (const passage of quoted(said, { depth: place.quotes, holdsQuote })) passages.push(passage)
}

/** A footnote bears the number under which the article refers to it. */
function noteOf(node: Extract<Node, { type: 'footnoteDefinition' }>, reading: Reading): void {
  const note = reading.notes.get(node.identifier)
  if (note === undefined) return drop(reading, node, 'a footnote that nothing refers to')
  const { passages } = reading
  const from = passages.length
  within(node.children, reading, { ...top, mark: `[${note}] ` })
  for (let index = from; index < passages.length; index++) passages[index] = { ...passages[index]!, note }
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

function isBold(children: readonly { readonly type: string }[]): boolean {
  return children.length === 1 && children[0]?.type === 'strong'
}
