import type { Span } from '../article/article.ts'
import { urlsOf } from './links.ts'
import { numbered } from './numbering.ts'
import { priceOf } from './price.ts'
import type { Break, CardOnPost, Post } from './thread.ts'
import { weigh } from './weigh.ts'

/** A stretch of the article that becomes a post, and the break after it; null after the last. */
export interface Part {
  readonly span: Span
  readonly break: Break | null
}

/** What posts bear besides the article's words. */
interface Dress {
  readonly numbering: string
  readonly closing: string | null
  /** Above the first words. */
  readonly lead: string
  readonly lengthOf: (text: string) => number
}

/** The article's parts and the closing as posts. A closing parts from the article as a section does. */
export function postsOf(
  text: string,
  parts: readonly Part[],
  { numbering, closing, lead, lengthOf }: Dress,
): readonly Post[] {
  const last =
    closing === null || closing.trim() === '' ? [] : [{ words: closing, source: null, break: null, card: null }]
  const drafts = parts.map(({ span, break: kind }, index) => ({
    words: (index === 0 ? lead : '') + text.slice(span.start, span.end),
    source: span,
    break: kind ?? (index === parts.length - 1 && last.length > 0 ? 'section' : null),
    card: null,
  }))
  return numberedPosts([...drafts, ...last], numbering, lengthOf)
}

/** A post before it is numbered. */
export interface Unnumbered {
  readonly words: string
  readonly source: Span | null
  readonly break: Break | null
  readonly card: CardOnPost | null
}

/** Numbers, weighs and prices posts; a thread of one bears no number. */
export function numberedPosts(
  drafts: readonly Unnumbered[],
  numbering: string,
  lengthOf: (text: string) => number = weigh,
): readonly Post[] {
  const total = drafts.length
  return drafts.map(({ words, source, card, break: kind }, index) => {
    const n = index + 1
    const text = total === 1 ? words : words + numbered(numbering, { n, total })
    const links = urlsOf(text)
    return { n, total, text, weight: lengthOf(text), source, break: kind, card, links, price: priceOf({ links, card }) }
  })
}
