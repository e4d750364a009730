import type { Span } from '../../article/article.ts'
import type { Problem } from '../../problem.ts'
import type { Day } from '../closing.ts'
import type { PartOf, Thread } from '../thread.ts'

/** What thread.md says above its posts. */
export interface ThreadHead {
  /** Names the article that the thread was drafted from: a hash of its source. */
  readonly article: string
  readonly limit: number
  readonly numbering: string
  /** The last post with {month} and {year} still to fill; null where the thread has no closing. */
  readonly closing: string | null
  /** Which thread of a series it is; null for a piece of one thread. */
  readonly part: PartOf | null
  /** What stands above the article's first words and is none of them: the title line of a part. */
  readonly lead: string
  /** The files of the images that the article had when it was drafted: what of them stands on no post was taken out. */
  readonly images?: readonly string[]
  /** The digests of the blocks of code that were drawn: what of them stands on no post was taken out. */
  readonly code?: readonly string[]
  /** Where the last words that were drafted ended in the article's text: what the thread lacks up to there was taken out. */
  readonly ends?: number
}

/** What the owner did to a post, and where its words came from. */
export interface Handled {
  /** Its stretch of the article's text as it was drafted, whatever it says now; null for what was written by hand. */
  readonly origin: Span | null
  /** Whether its words are no longer those that were drafted. */
  readonly changed: boolean
  readonly pinned: boolean
  /** The owner's own comments on it, as they are written. */
  readonly notes: readonly string[]
}

export interface ThreadFile extends Thread, ThreadHead {
  /** Whether a person changed the file after it was drafted. */
  readonly edited: boolean
  /** For each post, in their order. */
  readonly handled: readonly Handled[]
  readonly problems: readonly Problem[]
}

/** What a thread that is drafted again keeps of its owner's, by the numbers of the posts. */
export interface Kept {
  readonly posts: ReadonlyMap<number, Pick<Handled, 'origin' | 'pinned'>>
  readonly notes: ReadonlyMap<number, readonly string[]>
}

export interface ReadThreadOptions extends Day {
  /** The article's plain text: a post that no longer says its stretch of it has lost its source. */
  readonly text: string
  /** With the @, for a closing that names it; null where the settings name none. */
  readonly handle?: string | null
}
