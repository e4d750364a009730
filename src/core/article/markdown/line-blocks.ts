import { bulletOf } from '../passage.ts'
import type { LineBlock } from './line-block.ts'
import { rowsAt } from './line-table.ts'
import { beginsBlock, seemsBlock } from './markup.ts'

/**
 * The blocks of `lines` where these are headings, paragraphs, items, rows and rules as nearly everybody writes them, as
 * the Markdown parser would part them; null where anything else stands among them. `first` is the number of the first line.
 */
export function lineBlocks(lines: readonly string[], first: number): readonly LineBlock[] | null {
  if (lines.some((line) => unclear.test(line))) return null
  const blocks: Open[] = []
  /** The items that the line may belong to, the innermost last. */
  const items: Item[] = []
  /** The paragraph that the next line may go on. */
  let open: Open | null = null
  const add = (block: Omit<LineBlock, 'line' | 'lastLine' | 'words'>, words: string, index: number): Open => {
    const made = { ...block, words: [words], line: first + index, lastLine: first + index }
    blocks.push(made)
    return made
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!
    if (line.trim() === '') {
      open = null
      continue
    }
    const indent = line.length - line.trimStart().length
    const [, signs, title] = heading.exec(line) ?? []
    const item = itemOf(line)
    if (signs !== undefined && title !== undefined) {
      if (title.endsWith('#') || seemsBlock(title)) return null
      items.length = 0
      open = null
      add({ kind: 'heading', level: signs.length, mark: '' }, title, index)
    } else if (rule.test(line)) {
      if (open !== null) return null
      items.length = 0
      add({ kind: 'hard-break', level: 0, mark: '' }, '', index)
    } else if (item !== null) {
      if (spacedRule.test(line) || beginsBlock(item.words) || task.test(item.words)) return null
      const depth = depthAt(items, indent)
      if (indent - (items[depth - 1]?.content ?? 0) > 3) return null
      const above = items[depth]
      const isNext = above?.sign === item.sign
      // Only a list that begins with 1 may begin right below other words.
      if (item.number !== null && !isNext && open !== null && item.written !== '1') return null
      const number = item.number === null ? null : isNext ? above.number! + 1 : item.number
      items.length = depth
      items.push({ ...item, number })
      const mark = number === null ? bulletOf(depth + 1) : `${number}. `
      open = add({ kind: 'item', level: depth + 1, mark }, item.words, index)
    } else if (line.startsWith('|')) {
      const rows = open === null ? rowsAt(lines, index, first) : null
      if (rows === null) return null
      items.length = 0
      blocks.push(...rows.map((row) => ({ ...row, words: [...row.words] })))
      index = (rows.at(-1)?.lastLine ?? first) - first
    } else if (beginsBlock(line)) return null
    else if (open !== null) {
      open.words.push(line)
      open.lastLine = first + index
    } else {
      items.length = depthAt(items, indent)
      open = add({ kind: 'paragraph', level: 0, mark: '' }, line, index)
    }
  }
  return blocks
}

interface Open extends Omit<LineBlock, 'words' | 'lastLine'> {
  readonly words: string[]
  lastLine: number
}

interface Item {
  /** What is written before it; of a number the sign behind it. */
  readonly sign: string
  readonly number: number | null
  /** In which column its words begin: what is indented as far belongs to it. */
  readonly content: number
}

/** Tabs, HTML, images, quotations and fences: what these do depends on more than their line. */
const unclear = /\t|<[a-z!?/]|!\[|^\s*(?:>|```|~~~)/i
const heading = /^(#{1,6}) +(\S(?:.*\S)?) *$/
const rule = /^(?:-{3,}|\*{3,}|_{3,}) *$/
/** Which looks like an item of a list. */
const spacedRule = /^ *([-*])(?: *\1){2,} *$/
const marked = /^( *)([-+*]|(\d{1,9})([.)]))( {1,4})(\S.*)$/
const task = /^\[[ x]\]/i

function itemOf(line: string): (Item & { readonly words: string; readonly written: string | undefined }) | null {
  const [found, indent = '', sign = '', written, delimiter, gap = '', words = ''] = marked.exec(line) ?? []
  if (found === undefined) return null
  const content = indent.length + sign.length + gap.length
  return { sign: delimiter ?? sign, number: written === undefined ? null : Number(written), written, content, words }
}

/** In how many of the items a line stands that is indented so far. */
function depthAt(items: readonly Item[], indent: number): number {
  const outer = items.findIndex(({ content }) => content > indent)
  return outer === -1 ? items.length : outer
}
