import type { Article, Block, Span } from '../../article/article.ts'
import { sentenceSpans } from '../../article/sentence/sentences.ts'
import type { Break } from '../thread.ts'
import { costs } from './costs.ts'
import { type Cut, cutsWithin } from './cuts.ts'
import { freedom } from './keep.ts'
import type { Measured } from './measure.ts'
import { openPairs } from './pairs.ts'

/** A place where one post may end and the next begin. */
export interface Place {
  /** Where the words before it end, and the words after it begin. */
  readonly end: number
  readonly start: number
  readonly kind: Break
  /** Which block it stands in; null between two blocks. */
  readonly block: number | null
  /** What it costs to end a post here, and to begin one. */
  readonly ending: number
  readonly beginning: number
}

/**
 * Every place where `article` may be cut, in order: the first stands before its first word, the last after its last.
 * Inside a sentence there is none, unless it cannot stand in one post (with the headings right above it); inside a line of
 * code there is none at all.
 */
export function placesIn(article: Article, { room, weightOf }: Measured): readonly Place[] {
  const { text, language } = article
  const blocks = article.blocks.filter(({ kind, span }) => kind === 'hard-break' || span.end > span.start)
  const found: Place[] = []
  const isFree = freedom(article, { room, weightOf })
  const first = blocks.find(({ kind }) => kind !== 'hard-break')
  if (first === undefined) return found
  found.push({
    end: 0,
    start: first.span.start,
    kind: 'hard',
    block: null,
    ending: 0,
    beginning: mentionAt(text, first.span.start),
  })
  let stuck: number | null = null
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'hard-break') continue
    addWithin(block, index, stuck)
    const after = blocks[index + 1]
    if (after !== undefined) found.push(between(block, after, blocks[index + 2]))
    stuck = isHeading(block) ? (stuck ?? block.span.start) : null
  }
  const end = blocks.findLast(({ kind }) => kind !== 'hard-break')?.span.end ?? text.length
  found.push({ end, start: end, kind: 'hard', block: null, ending: 0, beginning: 0 })
  const places = found.toSorted((one, other) => one.end - other.end)
  return article.kept.length === 0 ? places : keeping(places)

  /** Adds the places inside a block. `above` is where the headings begin that must stand in one post with its first words. */
  function addWithin(block: Block, index: number, above: number | null): void {
    const { start: offset } = block.span
    const words = text.slice(offset, block.span.end)
    const pairs = openPairs(words)
    const units = unitsOf(words, block, language)
    const inner = block.kind === 'code' || block.kind === 'row' ? 'item' : 'sentence'
    const cost = block.kind === 'item' ? costs.tornItem : 0
    for (const [at, unit] of units.entries()) {
      const span = { start: unit.start + offset, end: unit.end + offset }
      const from = at === 0 && above !== null ? above : span.start
      const isWide = isHeading(block) && weightOf(span.start, span.end) > room * 0.6
      if (block.kind !== 'code' && (isWide || weightOf(from, span.end) > room)) {
        const whole = { text, span, from, room: isWide ? room * 0.6 : room, weightOf, language, isFree }
        for (const cut of cutsWithin(whole)) found.push(placed(cut, index, pairs(cut.end - offset)))
      }
      const next = units[at + 1]
      if (next === undefined) return
      found.push(placed({ end: span.end, start: next.start + offset, kind: inner, cost }, index, pairs(unit.end)))
    }
  }

  /** Where what is kept leaves more between two places than a post holds, sentences beside it are cut. */
  function keeping(all: readonly Place[]): readonly Place[] {
    const free = all.filter((place, index) => index === 0 || index === all.length - 1 || isFree(place))
    return free.flatMap((place, index) => {
      const next = free[index + 1]
      if (next === undefined || weightOf(place.start, next.end) <= room) return [place]
      const span = { start: place.start, end: next.end }
      const cuts = cutsWithin({ text, span, from: span.start, room, weightOf, language, isFree })
      const isUncut = (cut: Cut): boolean =>
        blocks[blockAt(cut.end)]?.kind !== 'code' || text.slice(cut.end, cut.start).includes('\n')
      return [place, ...cuts.filter(isUncut).map((cut) => placed(cut, blockAt(cut.end), 0))]
    })
  }

  function blockAt(offset: number): number {
    return blocks.findIndex(({ span }) => offset <= span.end)
  }

  function placed({ end: before, start, kind, cost }: Cut, within: number, open: number): Place {
    const ending = costs.break[kind] + cost + open * costs.torn
    return { end: before, start, kind, block: within, ending, beginning: mentionAt(text, start) }
  }

  function between(block: Block, next: Block, afterNext: Block | undefined): Place {
    const isHard = next.kind === 'hard-break'
    const follows = isHard ? afterNext : next
    const kind = isHard ? 'hard' : kindBetween(block, next)
    const start = follows?.span.start ?? block.span.end
    const isStranded = isHeading(block) && !isHard
    const isTorn = !isHard && !isHeading(next) && text[block.span.end - 1] === ':' && !isHeading(block)
    const ending = costs.break[kind] + (isStranded ? costs.strandedHeading : 0) + (isTorn ? costs.tornLeadIn : 0)
    return { end: block.span.end, start, kind, block: null, ending, beginning: mentionAt(text, start) }
  }
}

function kindBetween(block: Block, next: Block): Break {
  if (isHeading(next)) return isHeading(block) ? 'paragraph' : 'section'
  const listed = (one: Block): boolean => one.kind === 'item' || one.kind === 'row'
  return listed(block) && listed(next) ? 'item' : 'paragraph'
}

function isHeading({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'title'
}

/** The sentences of a block, or the lines of what has none. Offsets are the block's. */
function unitsOf(words: string, { kind }: Block, language: string): readonly Span[] {
  const lines = linesOf(words)
  if (kind === 'code' || kind === 'row' || kind === 'heading' || kind === 'title') return lines
  return lines.flatMap((line) =>
    sentenceSpans(words.slice(line.start, line.end), language).map(({ start, end }) => ({
      start: line.start + start,
      end: line.start + end,
    })),
  )
}

function linesOf(words: string): readonly Span[] {
  if (!words.includes('\n')) return [{ start: 0, end: words.length }]
  const found: Span[] = []
  for (const { 0: line, index } of words.matchAll(/\S[^\n]*/g)) {
    found.push({ start: index, end: index + line.trimEnd().length })
  }
  return found
}

function mentionAt(text: string, start: number): number {
  return text[start] === '@' || text[start] === '＠' ? costs.mention : 0
}
