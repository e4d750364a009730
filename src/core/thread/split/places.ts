import type { Article, Block, Span } from '../../article/article.ts'
import { sentenceSpans } from '../../article/sentence/sentences.ts'
import { costs } from './costs.ts'
import { type Cut, cutsWithin } from './cuts.ts'
import { freedom } from './keep.ts'
import type { Measured } from './measure.ts'
import { openPairs } from './pairs.ts'
import { isHeading, mentionAt, type Place, placeAfter } from './place.ts'

/**
 * Every place where `article` may be cut, in order: the first stands before its first word, the last after its last.
 * Inside a sentence there is none, unless it cannot stand in one post (with the headings right above it); inside a line of
 * code there is none at all.
 */
export function placesIn(article: Article, { room, weightOf }: Measured): readonly Place[] {
  const { text, language } = article
  const full = article.blocks.filter(({ kind, span }) => kind === 'hard-break' || span.end > span.start)
  // A break below the last words parts nothing.
  const blocks = full.slice(0, full.findLastIndex(({ kind }) => kind !== 'hard-break') + 1)
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
    if (index < blocks.length - 1) found.push(placeAfter(index, blocks, text))
    stuck = isHeading(block) ? (stuck ?? block.span.start) : null
  }
  const end = blocks.at(-1)?.span.end ?? text.length
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
    const cost = block.kind === 'item' ? costs.tornItem : block.kind === 'code' ? costs.tornCode : 0
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
