import type { Span } from '../../article/article.ts'
import { compareWords } from './word-differences.ts'

/**
 * Where in a stretch of the edited article what `above` says ends and what `below` says begins; null where the words on
 * neither side of that place are those of old, so that nobody can tell. What was put in between goes with what follows.
 */
export function seamIn(
  text: string,
  { start, end }: Span,
  { above, below }: { readonly above: string; readonly below: string },
): number | null {
  const words = Array.from(text.slice(start, end).matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
  const wordsAbove = above.split(/\s+/).filter(Boolean).length
  /** For each word of the article, how many words of the two have been read with it; 0 where it is new. */
  const read: number[] = []
  let count = 0
  for (const { kind, words: run } of compareWords(text.slice(start, end), `${above}\n\n${below}`)) {
    for (let left = run.split(' ').length; left > 0; left--) {
      if (kind !== 'article') count++
      if (kind !== 'post') read.push(kind === 'both' ? count : 0)
    }
  }
  const last = read.findLastIndex((at) => at > 0 && at <= wordsAbove)
  const first = read.findIndex((at) => at > wordsAbove)
  if (last !== -1 && read[last] === wordsAbove) return words[last]?.end ?? null
  return first !== -1 && read[first] === wordsAbove + 1 ? (words[first]?.start ?? null) : null
}
