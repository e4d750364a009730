import type { Article } from '../../article/article.ts'
import type { Post } from '../thread.ts'

/**
 * The words of `article` that no post of a fresh draft says, "" where there are none: the posts' sources, in their order,
 * and the white space between them must be the whole of its blocks, and each post must say its source's words; above them
 * only the first may say anything, its title line.
 */
export function lostWords({ text, blocks }: Article, posts: readonly Post[]): string {
  const lost: string[] = []
  let at = blocks[0]?.span.start ?? 0
  let isFirst = true
  for (const { source, text: said } of posts) {
    if (source === null) continue
    lost.push(text.slice(at, source.start))
    const words = text.slice(source.start, source.end)
    if (!(said.startsWith(words) || (isFirst && said.includes(words))) || source.start < at) lost.push(words)
    at = Math.max(at, source.end)
    isFirst = false
  }
  lost.push(text.slice(at, Math.max(at, blocks.at(-1)?.span.end ?? text.length)))
  return lost
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .join(' … ')
}
