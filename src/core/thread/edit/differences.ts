import type { Article, Span } from '../../article/article.ts'
import type { ThreadFile } from '../file/thread-file.ts'
import { wordsOn } from '../file/thread-text.ts'
import { isFixed, stoodAt } from './stood.ts'
import { compareWords, type Difference, type Stretch } from './word-differences.ts'

/**
 * The posts of a thread that no longer say what the article says where they were drafted from.
 * @param moved whether the article is another than the one that the thread was drafted from; of what its owner changed a
 * post is then told only where the words around it show what it stood for
 */
export function differencesIn(
  file: ThreadFile,
  { text, blocks }: Pick<Article, 'text' | 'blocks'>,
  { moved }: { readonly moved: boolean },
): readonly Difference[] {
  const { posts, handled, numbering, lead } = file
  const whole = { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? text.length }
  return posts.flatMap((post, index): readonly Difference[] => {
    if (post.source !== null || (handled[index]?.origin ?? null) === null) return []
    // What its owner left alone differs because the article was edited.
    if (moved && (!isFixed(handled[index]) || isAtSeam(index, file))) return []
    const origin = stoodAt(index, { file, text, whole, moved })
    if (origin === null || origin.end <= origin.start) return []
    const words = wordsOn(post, numbering)
    const own = index === 0 && words.startsWith(lead) ? words.slice(lead.length) : words
    const [closest] = stretchesAround(index, { origin, file, text, whole, moved })
      .map((span) => ({ span, stretches: compareWords(text.slice(span.start, span.end), own) }))
      .toSorted((a, b) => otherWords(a.stretches) - otherWords(b.stretches))
    if (closest === undefined || otherWords(closest.stretches) === 0) return []
    return [{ n: post.n, origin: closest.span, stretches: closest.stretches }]
  })
}

/** Whether nothing between a post and the end of its part says where it stands: what it stood for may be another part's. */
function isAtSeam(index: number, { posts, part }: ThreadFile): boolean {
  if (part === null) return false
  const isFirst = posts.slice(0, index).every(({ source }) => source === null)
  const isLast = posts.slice(index + 1).every(({ source }) => source === null)
  return (isFirst && part.n > 1) || (isLast && part.n < part.of)
}

interface Around {
  readonly origin: Span
  readonly file: ThreadFile
  readonly text: string
  readonly whole: Span
  readonly moved: boolean
}

/** What a post may stand for: what it was drafted from, with or without what its neighbours leave: posts may be made one. */
function stretchesAround(index: number, { origin, file, text, whole, moved }: Around): readonly Span[] {
  const spans = file.posts.map(({ source }, at) => source ?? (moved ? null : file.handled[at]?.origin) ?? null)
  const { n, of } = file.part ?? { n: 1, of: 1 }
  const before = spans.slice(0, index).findLast((span) => span !== null)?.end ?? (n === 1 ? whole.start : origin.start)
  const after = spans.slice(index + 1).find((span) => span !== null)?.start ?? (n === of ? whole.end : origin.end)
  const starts = gapFrom(text, before, origin.start) ? [origin.start, before] : [origin.start]
  const ends = gapFrom(text, origin.end, after) ? [origin.end, after] : [origin.end]
  return starts.flatMap((start) => ends.map((end) => ({ start, end })))
}

function gapFrom(text: string, start: number, end: number): boolean {
  return start < end && text.slice(start, end).trim() !== ''
}

function otherWords(stretches: readonly Stretch[]): number {
  return stretches.reduce((sum, { kind, words }) => (kind === 'both' ? sum : sum + words.split(' ').length), 0)
}
