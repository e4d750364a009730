import type { FrozenPicture, Job } from '../queue/job.ts'
import { picturesOf } from '../thread/pictures.ts'
import type { LivePost } from './live-post.ts'
import { isSameText } from './match.ts'

/** One approved post beside the live one, as `verify --json` shows it. */
export interface Compared {
  readonly n: number
  /** `gone`: it was published, and is no longer there; `removed`: you took it back; `unpublished`: it never was, as far as the journal knows. */
  readonly state: 'same' | 'different' | 'gone' | 'removed' | 'unpublished'
  readonly id: string | null
  readonly url: string | null
  /** Each difference as a sentence. */
  readonly differences: readonly string[]
}

/** What the journal knows of a job's posts, by their numbers. */
export interface Found {
  /** The ids of those that were published, and not taken back. */
  readonly published: ReadonlyMap<number, string>
  readonly removed: ReadonlySet<number>
  /** What the network shows of the ids in `published`. */
  readonly live: readonly LivePost[]
}

/** Compares a job with what is live of it, post by post. */
export function compare(
  { posts }: Pick<Job, 'posts'>,
  { published, removed, live }: Found,
  linkTo: (id: string) => string,
): readonly Compared[] {
  return posts.map((post) => {
    const id = published.get(post.n) ?? null
    if (id === null) {
      return { n: post.n, state: removed.has(post.n) ? 'removed' : 'unpublished', id, url: null, differences: [] }
    }
    const shown = live.find((one) => one.id === id)
    const url = linkTo(id)
    if (shown === undefined) return { n: post.n, state: 'gone', id, url, differences: ['it is no longer live'] }
    const differences = differencesOf(post, shown, published.get(post.n - 1) ?? null)
    return { n: post.n, state: differences.length === 0 ? 'same' : 'different', id, url, differences }
  })
}

/** How a live post differs from the approved one, which answers `replyTo`; nothing where it is the same. */
export function differencesOf(
  { text, card, images }: Job['posts'][number],
  live: LivePost,
  replyTo: string | null,
): readonly string[] {
  const pictures = picturesOf<FrozenPicture>({ card, images }).length
  return [
    ...(isSameText(text, live.text) ? [] : [`it says "${live.text}"`]),
    ...(live.replyTo === replyTo ? [] : [`it answers ${live.replyTo ?? 'nothing'} instead of ${replyTo ?? 'nothing'}`]),
    ...(live.mediaKeys.length === pictures
      ? []
      : [`it shows ${live.mediaKeys.length} pictures instead of ${pictures}`]),
  ]
}
