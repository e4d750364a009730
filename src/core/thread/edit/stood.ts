import type { Span } from '../../article/article.ts'
import type { Handled, ThreadFile } from '../file/thread-file.ts'

/** The stretch of the article that a post stands for, empty for one written by hand; null where it cannot be told. */
export function stoodAt(
  index: number,
  {
    file: { posts, handled },
    whole,
    moved,
  }: { readonly file: Pick<ThreadFile, 'posts' | 'handled'>; readonly whole: Span; readonly moved: boolean },
): Span | null {
  const source = posts[index]?.source ?? null
  if (source !== null) return source
  const origin = handled[index]?.origin ?? null
  if (origin !== null && !moved) return origin
  const before = posts.findLastIndex(
    (post, at) => at < index && (post.source !== null || (!moved && handled[at]?.origin)),
  )
  const start = posts[before]?.source?.end ?? (moved ? null : handled[before]?.origin?.end) ?? whole.start
  if (origin === null) return { start, end: start }
  // The article was edited: all that stands between the nearest posts that it still says is what these stood for.
  const after = posts.findIndex((post, at) => at > index && post.source !== null)
  const between = handled.slice(before + 1, after === -1 ? -1 : after)
  if (!between.every(isFixed)) return null
  const isFirst = handled.slice(before + 1, index).every((one) => one.origin === null)
  const end = posts[after]?.source?.start ?? whole.end
  return isFirst ? { start, end } : { start: end, end }
}

/** Whether the owner changed, pinned or wrote a post. */
export function isFixed(handled: Handled | undefined): boolean {
  return handled === undefined || handled.origin === null || handled.changed || handled.pinned
}
