import type { Problem } from '../problem.ts'
import { accidentsIn } from './link-accidents.ts'
import type { Post } from './thread.ts'

/** What X would refuse, or do that the owner did not ask for, in the posts of a thread. */
export function problemsOf(
  posts: readonly Post[],
  { limit, closing }: { readonly limit: number; readonly closing: string | null },
): readonly Problem[] {
  return posts.flatMap((post): readonly Problem[] => {
    const { n, weight, text, source } = post
    // The words stand before the numbering; where there are none, the text begins with its blank line.
    if (/^(?:\s|$)/.test(text)) return [{ code: 'post-empty', n }]
    if (weight <= limit) return accidentsOn(post)
    const isClosing = source === null && n === posts.length && closing !== null
    return [isClosing ? { code: 'closing-too-heavy', weight, limit } : { code: 'post-too-heavy', n, weight, limit }]
  })
}

function accidentsOn({ n, text, links }: Post): readonly Problem[] {
  if (links.length === 0) return []
  return accidentsIn(text).map(({ link, mend }) => ({ code: 'link-by-accident', n, link: link.text, mend }))
}
