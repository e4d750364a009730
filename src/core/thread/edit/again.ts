import type { Article } from '../../article/article.ts'
import type { Problem } from '../../problem.ts'
import type { Kept, ThreadFile } from '../file/thread-file.ts'
import { digitsOf, leastRoom, lengthOfNumbering } from '../numbering.ts'
import { numberedPosts } from '../posts.ts'
import { aloneIn, slicesIn } from '../split/fit.ts'
import type { Post } from '../thread.ts'
import { weigh } from '../weigh/weigh.ts'
import { carryOver } from './carry.ts'
import { clipped } from './clipped.ts'
import { type Fixed, type Free, runsOf } from './runs.ts'
import { isFixed } from './stood.ts'

/** A thread split anew around what its owner changed or pinned. */
export interface Again {
  readonly posts: readonly Post[]
  readonly kept: Kept
  /** Why there are no posts, where nothing can be split. */
  readonly problem: Problem | null
}

/**
 * Splits `file` again wherever its owner neither changed nor pinned a post: those keep their words and their cards, and
 * the article's words between them are split anew. Cards of the others stand on the posts that hold their quotes now.
 * A post that its owner moved stays where it is, and is split by itself. Null where the article was edited in one of these
 * or right beside one, so that nobody can tell what it stood for.
 * @param moved whether the article is another than the one that the thread was drafted from
 */
export function splitAgain(
  article: Article,
  file: ThreadFile,
  { limit, moved }: { readonly limit: number; readonly moved: boolean },
): Again | null {
  const isElsewhere = file.posts.some(({ source }, index) => source === null && !isFixed(file.handled[index]))
  const runs = runsOf(article, file, moved || isElsewhere)
  if (runs === null) return null
  for (let digits = digitsOf(file.posts.length); ; digits++) {
    const room = limit - lengthOfNumbering(file.numbering, digits, weigh)
    if (room < leastRoom && runs.some(({ kind }) => kind === 'free')) {
      const problem = { code: 'numbering-too-heavy', numbering: file.numbering, limit } as const
      return { posts: [], kept: { posts: new Map(), notes: new Map() }, problem }
    }
    const frame = { file, room, limit: runs.length === 1 ? limit : null }
    const made = runs.flatMap((run) => (run.kind === 'fixed' ? [run] : freshPosts(article, run, frame)))
    if (digitsOf(made.length) > digits) continue
    const posts = numberedPosts(
      made.map(({ draft }, index) => ({ ...draft, break: index === made.length - 1 ? null : (draft.break ?? 'hard') })),
      file.numbering,
    )
    const kept = new Map(made.flatMap((one, index) => (one.kept === null ? [] : [[index + 1, one.kept] as const])))
    const notes = new Map(made.map((one, index) => [index + 1, one.notes] as const))
    return { posts, kept: { posts: kept, notes }, problem: null }
  }
}

interface Frame {
  readonly file: ThreadFile
  readonly room: number
  /** How heavy the post may be that is the whole thread, and so bears no number; null where there are others. */
  readonly limit: number | null
}

function freshPosts(article: Article, { span, carried }: Free, { file, room, limit }: Frame): readonly Fixed[] {
  const { text } = article
  const lead = span.start === (article.blocks[0]?.span.start ?? 0) ? file.lead : ''
  const own = clipped(article, span)
  const alone = limit === null ? null : aloneIn(own, { limit, lead })
  const slices = alone === null ? slicesIn(own, { room, lead }) : [alone]
  const dressed = carryOver(
    slices.map((slice) => slice.span),
    carried,
    article,
  )
  return slices.map((slice, index) => {
    const words = (index === 0 ? lead : '') + text.slice(slice.span.start, slice.span.end)
    const { notes = [], ...on } = dressed[index] ?? { card: null, images: [] }
    return { kind: 'fixed', kept: null, notes, draft: { words, source: slice.span, break: slice.break, ...on } }
  })
}
