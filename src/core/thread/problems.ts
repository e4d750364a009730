import type { Article } from '../article/article.ts'
import { lineOf } from '../article/origin.ts'
import type { Problem } from '../problem.ts'
import { accidentsIn } from './link/accidents.ts'
import type { Post } from './thread.ts'

interface Frame {
  readonly limit: number
  readonly closing: string | null
  /** What the posts say word for word; absent where their owner may have changed them. */
  readonly article?: Pick<Article, 'text' | 'origins'>
}

/** What X would refuse, or do that the owner did not ask for, in the posts of a thread. */
export function problemsOf(posts: readonly Post[], { limit, closing, article }: Frame): readonly Problem[] {
  return posts.flatMap((post): readonly Problem[] => {
    const { n, weight, text, source } = post
    // The words stand before the numbering; where there are none, the text begins with its blank line.
    if (/^(?:\n|\s*$)/.test(text)) return [{ code: 'post-empty', n }]
    if (weight <= limit) return accidentsOn(post, article)
    const isClosing = source === null && n === posts.length && closing !== null
    return [isClosing ? { code: 'closing-too-heavy', weight, limit } : { code: 'post-too-heavy', n, weight, limit }]
  })
}

function accidentsOn({ n, text, links, source }: Post, article: Frame['article']): readonly Problem[] {
  if (links.length === 0) return []
  return accidentsIn(text).map(({ link, mend }): Problem => {
    const found = { code: 'link-by-accident', n, link: link.text, mend } as const
    if (article === undefined || source === null) return found
    // Above the article's words may stand the title line of a part.
    const lead = Math.max(0, text.indexOf(article.text.slice(source.start, source.end)))
    return { ...found, line: lineOf(article, source.start + link.span.start - lead) }
  })
}
