import type { Article, Span } from '../../article/article.ts'
import { closingPosts } from '../closing-posts.ts'
import type { ThreadFile } from '../file/thread-file.ts'
import { wordsOn } from '../file/thread-text.ts'
import type { Unnumbered } from '../posts.ts'
import { type Carried, carriedFrom } from './carry.ts'
import { isWithin, outside, ownPlacesIn } from './own-places.ts'
import { isFixed, stoodAt } from './stood.ts'
import { type Moved, takenOut } from './taken-out.ts'

/** A post that stays as its owner left it, or one that was split anew. */
export interface Fixed {
  readonly kind: 'fixed'
  readonly draft: Unnumbered
  /** What the owner did to it; null for what was split anew, and for the closing. */
  readonly kept: { readonly origin: Span | null; readonly pinned: boolean } | null
  /** The owner's own comments on it. */
  readonly notes: readonly string[]
}

/** A stretch of the article that is split anew, and the pictures that stood on it. */
export interface Free {
  readonly kind: 'free'
  readonly span: Span
  readonly carried: readonly Carried[]
}

/** The thread as posts that stay and stretches between them. What its owner took out of it belongs to none. */
export function runsOf({ text, blocks }: Article, file: ThreadFile, moved: boolean): readonly (Fixed | Free)[] | null {
  const { posts, handled, closing } = file
  const closingFrom = posts.length - closingPosts(closing).length
  const whole = { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? text.length }
  const places = ownPlacesIn(file, { whole, moved })
  if (places === null) return null
  const { displaced, settled, holes } = places
  const runs: (Fixed | Free)[] = []
  let at = whole.start
  // How far the posts go that are split anew; words beyond, up to the next of them, were taken out.
  let reach = at
  let carried: Carried[] = []
  const free = (end: number): void => {
    const spans = outside({ start: at, end }, holes).filter((span) => text.slice(span.start, span.end).trim() !== '')
    for (const [index, span] of spans.entries()) {
      const isHere = (one: Carried): boolean => index === spans.length - 1 || one.at < span.end
      runs.push({ kind: 'free', span, carried: carried.filter(isHere) })
      carried = carried.filter((one) => !isHere(one))
    }
    at = Math.max(at, end)
    reach = at
  }
  for (const [index, post] of posts.entries()) {
    const { pinned = false, notes = [] } = handled[index] ?? {}
    const { source, card, images } = post
    const draft = { words: wordsOn(post, file.numbering), source, break: post.break, card, images }
    if (index >= closingFrom) {
      if (index === closingFrom) free(moved ? endOfWords() : reach)
      runs.push({ kind: 'fixed', draft, kept: null, notes })
    } else if (!isFixed(settled.handled[index])) {
      const out = moved ? takenOutBefore(index) : gapBefore(source)
      if (out !== null) {
        free(out.start)
        at = out.end
      }
      if (!moved && source !== null) reach = source.end
      carried.push(carriedFrom({ ...post, notes }, reach))
    } else {
      const stood = stoodAt(index, { file: { ...settled, numbering: file.numbering }, text, whole, moved })
      if (stood === null || stood.start < at) return null
      free(moved ? (takenOutBefore(index)?.start ?? stood.start) : Math.min(reach, stood.start))
      at = stood.end
      reach = at
      const own = displaced.has(index) ? (source ?? handled[index]?.origin ?? null) : stood
      const origin = own !== null && own.end > own.start ? own : null
      if (source !== null && displaced.has(index) && isWithin(source, whole) && !isFixed(handled[index]))
        runs.push({ kind: 'free', span: source, carried: [carriedFrom({ ...post, notes }, at)] })
      else runs.push({ kind: 'fixed', draft, kept: { origin, pinned }, notes })
    }
  }
  if (closing === null) free(moved ? endOfWords() : reach)
  return runs

  function gapBefore(source: Span | null): Span | null {
    return source === null || text.slice(reach, source.start).trim() === '' ? null : { start: reach, end: source.start }
  }

  function takenOutBefore(index: number): Span | null {
    const end = { old: settled.handled[index]?.origin?.start, now: settled.posts[index]?.source?.start }
    return takenOut(text, { start: wordsEnd(index - 1), end })
  }

  function endOfWords(): number {
    const start = wordsEnd(closingFrom - 1)
    return takenOut(text, { start, end: { old: file.ends, now: whole.end } })?.start ?? whole.end
  }

  /** Where the words of a post ended in the article as it was drafted, and where they end now. */
  function wordsEnd(index: number): Moved {
    const isFirst = (file.part?.n ?? 1) === 1
    if (index < 0) return isFirst ? { old: 0, now: whole.start } : { old: undefined, now: undefined }
    if (displaced.has(index)) return wordsEnd(index - 1)
    return { old: settled.handled[index]?.origin?.end, now: settled.posts[index]?.source?.end }
  }
}
