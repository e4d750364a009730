import type { Article } from '../article/article.ts'
import type { Post } from './thread.ts'

/**
 * The words of `article` that no post of a fresh draft says, "" where there are none: the posts' sources, in their order,
 * and the white space between them must be the whole text, and each post must begin with its source's words.
 */
export function lostWords({ text }: Article, posts: readonly Post[]): string {
  const lost: string[] = []
  let at = 0
  for (const { source, text: said } of posts) {
    if (source === null) continue
    lost.push(text.slice(at, source.start))
    const words = text.slice(source.start, source.end)
    if (!said.startsWith(words) || source.start < at) lost.push(words)
    at = Math.max(at, source.end)
  }
  lost.push(text.slice(at))
  return lost
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join(' … ')
}
