import type { LinksChoice } from '../choices.ts'
import { type Gathering, gathering, type Passage, type Passages } from '../passage.ts'
import { type Chunk, chunksOf, goesOn, withBlanks } from './chunks.ts'
import type { LineBlock } from './line-block.ts'
import { lineBlocks } from './line-blocks.ts'
import { readMarkdown } from './markdown.ts'
import { hasFarReach, hasMarkup } from './markup.ts'
import { simpleWords } from './simple-words.ts'

/**
 * Reads the body of an article into passages: what nearly all articles are made of line by line, as the Markdown parser
 * would and thirty times as fast; the rest goes to the parser, stretch by stretch.
 */
export function readSource(body: string, above: number, links: LinksChoice = 'inline'): Passages {
  const found = gathering(links)
  gather(body, above, found)
  return { ...found, links: found.citations.links() }
}

function gather(body: string, above: number, into: Gathering): void {
  if (hasFarReach(body)) {
    parse(body, above, into)
    return
  }
  let marked: Chunk[] = []
  const flush = (): void => {
    const first = marked[0]
    if (first === undefined) return
    readStretch(withBlanks(marked), above + first.line, into)
    marked = []
  }
  for (const chunk of chunksOf(body)) {
    if (!goesOn(chunk)) flush()
    if (marked.length > 0 || chunk.lines.some(hasMarkup)) marked.push(chunk)
    else into.passages.push(paragraph(chunk, above))
  }
  flush()
}

function parse(source: string, above: number, into: Gathering): void {
  readMarkdown(source, { above, into, inHtml: (text) => gather(text, 0, into) })
}

/** `first` is the number of the first line. */
function readStretch(lines: readonly string[], first: number, into: Gathering): void {
  const blocks = lineBlocks(lines, first)
  if (blocks === null) parse(lines.join('\n'), first - 1, into)
  else for (const block of blocks) readBlock(block, into)
}

function readBlock({ words, ...block }: LineBlock, into: Gathering): void {
  const { passages } = into
  if (block.kind === 'hard-break') passages.push({ ...block, text: '', bold: false })
  else if (block.kind === 'row') {
    const cells = words.map((cell) => readWords([cell], block.line, into))
    const text = cells.map((cell) => cell.text).join(' | ')
    if (!/^[\s|]*$/.test(text)) passages.push({ ...block, text, bold: false, ...struckIn(cells) })
  } else {
    const read = readWords(words, block.line, into)
    const bold = read.bold && block.kind !== 'heading'
    if (read.text.trim() !== '') passages.push({ ...block, ...read, bold })
  }
}

/** The words of one block, which the parser takes for a paragraph where they are not simple. */
function readWords(lines: readonly string[], line: number, into: Gathering): Pick<Passage, 'text' | 'bold' | 'struck'> {
  const simple = simpleWords(lines, into)
  if (simple !== null) return simple
  const passages: Passage[] = []
  parse(lines.map((one) => one.trimStart()).join('\n'), line - 1, { ...into, passages })
  return { text: passages.map(({ text }) => text).join('\n'), bold: passages[0]?.bold ?? false, ...struckIn(passages) }
}

function struckIn(all: readonly Pick<Passage, 'struck'>[]): Pick<Passage, 'struck'> {
  const struck = all.flatMap((one) => one.struck ?? [])
  return struck.length === 0 ? {} : { struck }
}

function paragraph({ line, lines }: Chunk, above: number): Passage {
  const text = lines.map((one) => one.trim()).join('\n')
  const first = line + above
  return { kind: 'paragraph', level: 0, text, mark: '', bold: false, line: first, lastLine: first + lines.length - 1 }
}
