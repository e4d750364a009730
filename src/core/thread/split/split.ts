import type { Article } from '../../article/article.ts'
import type { Problem } from '../../problem.ts'
import { closingPosts } from '../closing-posts.ts'
import { postsOf } from '../posts.ts'
import { problemsOf } from '../problems.ts'
import type { Thread } from '../thread.ts'
import { fitOf } from './fit.ts'
import { isTold } from './heavy-code.ts'
import { lostWords } from './lost.ts'
import { counters, type Measure } from './measure.ts'

export interface SplitOptions {
  /** How long a post may be, numbering included. */
  readonly limit?: number
  /** How the limit counts: as X weighs, or by the letters that a reader sees. */
  readonly measure?: Measure
  /** Put below every post of a thread of two or more; "" for none. */
  readonly numbering?: string
  /** The last post, as it will be sent but for its numbering; null for none. */
  readonly closing?: string | null
  /** Put above the first words, white space included: the title line of a part. It is none of the article's words. */
  readonly lead?: string
}

export interface Draft extends Thread {
  /** What the owner can mend; a thread is not to be published while it has one that is no warning. */
  readonly problems: readonly Problem[]
}

/**
 * Splits `article` into posts that weigh at most `limit`, at the breaks that cost least (see `costs.ts`). Every post's
 * words are a slice of the article's text, and between the slices there is only white space.
 * Time O(n) for posts of one size.
 * @example split(readArticle('One. Two.'), { limit: 5, numbering: '' }).posts.map((post) => post.text) // ['One.', 'Two.']
 */
export function split(article: Article, options: SplitOptions = {}): Draft {
  const { limit = 280, measure = 'weight', numbering = '{n}/{total}', closing = null, lead = '' } = options
  if (article.blocks.every(({ span }) => span.end === span.start)) return { posts: [], problems: article.problems }
  const fit = fitOf(article, { limit, measure, numbering, lead, closing: closingPosts(closing).length })
  if (fit === null)
    return { posts: [], problems: [...article.problems, { code: 'numbering-too-heavy', numbering, limit }] }
  const posts = postsOf(article.text, fit.slices, { numbering, closing, lead, lengthOf: counters[measure].of })
  const lost = lostWords(article, posts)
  return {
    posts,
    problems: [
      ...article.problems,
      ...fit.problems,
      ...problemsOf(posts, { limit, closing, article }).filter(
        (one) => one.code !== 'post-too-heavy' || !isTold(posts[one.n - 1], { article, problems: fit.problems }),
      ),
      ...(lost === '' ? [] : [{ code: 'words-lost', words: lost } as const]),
    ],
  }
}
