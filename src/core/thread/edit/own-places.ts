import type { Span } from '../../article/article.ts'
import type { ThreadFile } from '../file/thread-file.ts'
import { displacedIn } from './displaced.ts'

type Posts = Pick<ThreadFile, 'posts' | 'handled'>

/** The posts of a thread that their owner moved, which stay where they are. */
export interface OwnPlaces {
  readonly displaced: ReadonlySet<number>
  /** The thread as though they were written by hand: they say nothing of where their neighbours stood. */
  readonly settled: Posts
  /** The stretches of the edited article that they say, and no other post does: nothing splits them anew. */
  readonly holes: readonly Span[]
}

interface Frame {
  /** The thread's own stretch of the article: a post of a series may come from another thread. */
  readonly whole: Span
  readonly moved: boolean
}

/** Null where the article was edited in a post that was moved, so that nobody can tell what it stood for. */
export function ownPlacesIn({ posts, handled }: Posts, { whole, moved }: Frame): OwnPlaces | null {
  const foreign = posts.flatMap(({ source }, index) => {
    const span = source ?? (moved ? null : handled[index]?.origin)
    return span && !isWithin(span, whole) ? [index] : []
  })
  const own = handled.map(({ origin }, index) => (foreign.includes(index) ? null : origin))
  const displaced = new Set([...displacedIn(own), ...foreign])
  const settled = {
    posts: posts.map((post, index) => (displaced.has(index) ? { ...post, source: null } : post)),
    handled: handled.map((one, index) => (displaced.has(index) ? { ...one, origin: null } : one)),
  }
  if (!moved) return { displaced, settled, holes: [] }
  const said = [...displaced].flatMap((index) => posts[index]?.source ?? [])
  if (said.length < displaced.size) return null
  const others = settled.posts.flatMap(({ source }) => source ?? [])
  return { displaced, settled, holes: said.filter((hole) => !others.some((span) => overlap(span, hole))) }
}

/** What of `span` stands in none of `holes`. */
export function outside({ start, end }: Span, holes: readonly Span[]): readonly Span[] {
  const spans: Span[] = []
  let at = start
  for (const hole of holes.toSorted((a, b) => a.start - b.start)) {
    if (hole.end <= at || hole.start >= end) continue
    if (hole.start > at) spans.push({ start: at, end: hole.start })
    at = hole.end
  }
  return at < end ? [...spans, { start: at, end }] : spans
}

export function isWithin(span: Span, whole: Span): boolean {
  return span.start >= whole.start && span.end <= whole.end
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
