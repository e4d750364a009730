import { compareWords, type Difference } from './compare.ts'
import { wordsOn } from './markdown.ts'
import type { ThreadFile } from './thread-file.ts'

/** The posts of a thread that no longer say what `text`, the article's, says where they were drafted from. */
export function differencesIn({ posts, handled, numbering, lead }: ThreadFile, text: string): readonly Difference[] {
  return posts.flatMap((post, index): readonly Difference[] => {
    const { origin = null } = handled[index] ?? {}
    if (origin === null || post.source !== null) return []
    const words = wordsOn(post, numbering)
    const own = index === 0 && words.startsWith(lead) ? words.slice(lead.length) : words
    return [{ n: post.n, origin, stretches: compareWords(text.slice(origin.start, origin.end), own) }]
  })
}
