import type { Span } from '../../article/article.ts'
import type { Handled, ThreadFile } from '../file/thread-file.ts'
import { wordsOn } from '../file/thread-text.ts'
import { seamIn } from './seam.ts'

interface Around {
  readonly file: Pick<ThreadFile, 'posts' | 'handled' | 'numbering'>
  readonly text: string
  readonly whole: Span
  readonly moved: boolean
}

/** The stretch of the article that a post stands for, empty for one written by hand; null where it cannot be told. */
export function stoodAt(index: number, { file, text, whole, moved }: Around): Span | null {
  const { posts, handled } = file
  const source = posts[index]?.source ?? null
  if (source !== null) return source
  const origin = handled[index]?.origin ?? null
  if (origin !== null && !moved) return origin
  const before = posts.findLastIndex(
    (post, at) => at < index && (post.source !== null || (!moved && handled[at]?.origin)),
  )
  const start = posts[before]?.source?.end ?? (moved ? null : handled[before]?.origin?.end) ?? whole.start
  if (!moved) return { start, end: start }
  // The article was edited: between the nearest posts that it still says stands what these stood for.
  const next = posts.findIndex((post, at) => at > index && post.source !== null)
  const after = next === -1 ? posts.length : next
  const gap = { start, end: posts[after]?.source?.start ?? whole.end }
  /** What was drafted of the posts from one to before another; "" where all of them were written by hand. */
  const drafted = (from: number, to: number): string =>
    posts
      .slice(from, to)
      .filter((_, at) => (handled[from + at]?.origin ?? null) !== null)
      .map((post) => wordsOn(post, file.numbering))
      .join('\n\n')
  /** Where what was drafted before the post at `at` ends, and the rest begins. */
  const seamBefore = (at: number): number | null => {
    const [above, below] = [drafted(before + 1, at), drafted(at, after)]
    if (above === '') return gap.start
    if (below === '') return gap.end
    return seamIn(text, gap, { above, below })
  }
  const [from, to] = [seamBefore(index), seamBefore(index + 1)]
  if (from === null || to === null) return null
  return origin === null ? { start: from, end: from } : { start: from, end: Math.max(from, to) }
}

/** Whether the owner changed, pinned or wrote a post. */
export function isFixed(handled: Handled | undefined): boolean {
  return handled === undefined || handled.origin === null || handled.changed || handled.pinned
}
