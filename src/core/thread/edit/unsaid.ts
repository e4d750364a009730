import type { Article, Span } from '../../article/article.ts'
import type { ThreadFile } from '../file/thread-file.ts'
import { wordsOn } from '../file/thread-text.ts'
import { flat, timesSaid } from './said.ts'
import { compareWords } from './word-differences.ts'

/** A stretch of the article that a post stands for, and which of the threads the post is of. */
interface Said extends Span {
  readonly thread: number
  /** What the post says besides the words of its stretch. */
  readonly besides: string
  /** The posts after it whose stretch nobody can tell, since the article was edited, and what they say. */
  readonly open: { readonly thread: number; readonly words: string }[]
}

type Thread = Pick<ThreadFile, 'posts' | 'handled' | 'numbering'>

/**
 * What of the article's words no post of `threads` stands for, for each thread what is missing after its posts; "" where
 * nothing is. A post that its owner changed stands for what it was drafted from, and for what of its neighbours it says
 * besides. Of an edited article, the words that the posts between two known places do not say.
 * @param moved whether the article is another than the one the threads were drafted from
 */
export function unsaidIn(
  { text, blocks }: Pick<Article, 'text' | 'blocks'>,
  threads: readonly Thread[],
  { moved }: { readonly moved: boolean },
): readonly string[] {
  const start = blocks[0]?.span.start ?? 0
  const said: Said[] = [{ start, end: start, thread: 0, besides: '', open: [] }]
  for (const [thread, { posts, handled, numbering }] of threads.entries()) {
    for (const [index, post] of posts.entries()) {
      const origin = handled[index]?.origin ?? null
      const span = post.source ?? (moved ? null : origin)
      const besides = span === null || post.source !== null ? '' : besidesIn(text, span, wordsOn(post, numbering))
      if (span !== null) said.push({ ...span, thread, besides, open: [] })
      else if (origin !== null) said.at(-1)!.open.push({ thread, words: wordsOn(post, numbering) })
    }
  }
  const isElsewhere = movedWords(text, threads, moved)
  const unsaid = threads.map((): string[] => [])
  let last = said[0]!
  const gap = (end: number, next: string): void => {
    const words = text.slice(last.end, Math.max(last.end, end)).trim()
    if (words === '' || isElsewhere(words)) return
    const near = [last.besides, ...last.open.map((one) => one.words), next].filter(Boolean).join(' ')
    unsaid[last.open[0]?.thread ?? last.thread]?.push(...lacking(words, near))
  }
  for (const one of said.toSorted((a, b) => a.start - b.start)) {
    gap(one.start, one.besides)
    if (one.end >= last.end) last = one
  }
  gap(blocks.at(-1)?.span.end ?? text.length, '')
  return unsaid.map((words) => words.join(' … '))
}

/** What a post says that stands not in the stretch of the article that it was drafted from. */
function besidesIn(text: string, { start, end }: Span, words: string): string {
  return compareWords(text.slice(start, end), words)
    .flatMap((run) => (run.kind === 'post' ? [run.words] : []))
    .join(' ')
}

/** Whether words stand in posts that their owner changed or wrote, more often than in what these were drafted from. */
function movedWords(text: string, threads: readonly Thread[], moved: boolean): (words: string) => boolean {
  const now: string[] = []
  const then: string[] = []
  for (const { posts, handled, numbering } of threads) {
    for (const [index, post] of posts.entries()) {
      if (post.source !== null) continue
      const origin = handled[index]?.origin ?? null
      now.push(wordsOn(post, numbering))
      if (origin !== null && !moved) then.push(text.slice(origin.start, origin.end))
    }
  }
  const [said, was] = [flat(now.join(' ')), flat(then.join(' '))]
  return (words) => timesSaid(said, flat(words)) > timesSaid(was, flat(words))
}

/** The words that only the article says, run by run, each run once. */
function lacking(article: string, posts: string): readonly string[] {
  const runs = compareWords(article, posts).flatMap(({ kind, words }) => (kind === 'article' ? [words] : []))
  return [...new Set(runs)]
}
