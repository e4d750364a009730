import type { Article, CodeCard } from '../article/article.ts'
import { digestOf } from './file/lines.ts'
import type { Thread } from './thread.ts'

/** Of each of `threads` the blocks of code that are to be drawn and that no picture of any of them shows. */
export function undrawnIn(
  { codeCards }: Pick<Article, 'codeCards'>,
  threads: readonly Thread[],
): readonly (readonly CodeCard[])[] {
  const shown = new Set(threads.flatMap(({ posts }) => posts.flatMap(({ images }) => images.map(({ drawn }) => drawn))))
  const undrawn = codeCards.filter(({ code }) => code.trim() !== '' && !shown.has(digestOf(code)))
  const holding = ({ at }: CodeCard): number => {
    const found = threads.findIndex(({ posts }) => posts.some(({ source }) => source !== null && source.end > at))
    return found === -1 ? threads.length - 1 : found
  }
  return threads.map((_, index) => undrawn.filter((card) => holding(card) === index))
}
