import type { Article, Span } from '../../article/article.ts'
import { lineOf } from '../../article/origin.ts'
import type { Problem } from '../../problem.ts'
import { excerpt } from '../excerpt.ts'
import type { Measured } from './measure.ts'

/** Whether a cut stands in no passage that the owner keeps together and that fits in a post. */
export function freedom(article: Article, measured: Measured): (cut: Span) => boolean {
  const kept = keptWhole(article).filter(({ start, end }) => measured.weightOf(start, end) <= measured.room)
  if (kept.length === 0) return () => true
  return ({ start, end }) => {
    const near = kept[endingAfter(kept, start)]
    return near === undefined || near.start >= end
  }
}

/** Says of each passage kept together that no post holds that it is cut all the same. */
export function keptInVain(article: Article, { room, weightOf }: Measured): readonly Problem[] {
  return keptWhole(article)
    .map(({ start, end }) => ({
      line: lineOf(article, start),
      words: excerpt(article.text.slice(start, end), 40),
      weight: weightOf(start, end),
    }))
    .filter(({ weight }) => weight > room)
    .map((facts) => ({ code: 'keep-too-heavy', room, ...facts }))
}

/** Says of each passage kept together that holds a break of the owner's that the one undoes the other. */
export function keptAndBroken(article: Article): readonly Problem[] {
  const breaks = article.blocks.filter(({ kind }) => kind === 'hard-break')
  return article.kept.flatMap(({ start, end }) => {
    const inside = breaks.find(({ span }) => span.start > start && span.start < end)
    return inside === undefined ? [] : [{ code: 'keep-broken', line: inside.line } as const]
  })
}

/** The passages with the punctuation that clings to them, since no cut may part the two. */
function keptWhole({ text, kept }: Article): readonly Span[] {
  return kept.map(({ start, end }) => {
    const before = /[\p{P}\p{S}]{1,20}$/u.exec(text.slice(Math.max(0, start - 20), start))?.[0].length ?? 0
    const after = /^[\p{P}\p{S}]{1,20}/u.exec(text.slice(end, end + 20))?.[0].length ?? 0
    return { start: start - before, end: end + after }
  })
}

/** The first of `spans` that ends after `offset`. */
function endingAfter(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
