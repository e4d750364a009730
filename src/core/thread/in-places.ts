import type { Article } from '../article/article.ts'
import { lineOf } from '../article/origin.ts'
import type { Problem } from '../problem.ts'
import type { Post } from './thread.ts'

interface Places {
  readonly posts: readonly Post[]
  readonly threads: readonly unknown[]
  readonly article: Pick<Article, 'origins'>
}

/**
 * Problems in the order in which an owner meets them: first those of no place, then post by post; what is said of a line of
 * the article comes with the post that holds it. Those of a series stay as they are: its posts are counted in each thread.
 */
export function inPlaces(problems: readonly Problem[], { posts, threads, article }: Places): readonly Problem[] {
  if (threads.length > 1) return problems
  const starts = posts.flatMap(({ n, source }) => (source === null ? [] : [{ n, line: lineOf(article, source.start) }]))
  const postOf = (problem: Problem): number => {
    if ('n' in problem) return problem.n
    if (!('line' in problem) || problem.line === undefined || 'file' in problem) return 0
    const { line } = problem
    return starts.findLast((post) => post.line <= line)?.n ?? 0
  }
  return problems.toSorted((a, b) => postOf(a) - postOf(b))
}
