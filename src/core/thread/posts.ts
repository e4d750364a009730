import type { Span } from '../article/article.ts'
import { closingPosts } from './closing-posts.ts'
import { urlsOf } from './link/links.ts'
import { digitsOf, numbered } from './numbering.ts'
import { priceOf } from './price.ts'
import type { Break, CardOnPost, ImageOnPost, Post } from './thread.ts'
import { weigh } from './weigh/weigh.ts'

/** A stretch of the article that becomes a post, and the break after it; null after the last. */
export interface Slice {
  readonly span: Span
  readonly break: Break | null
  /** How long its words are, with what stands above them. */
  readonly length: number
}

/** What posts bear besides the article's words. */
interface Dress {
  readonly numbering: string
  readonly closing: string | null
  /** Above the first words. */
  readonly lead: string
  readonly lengthOf: (text: string) => number
}

/** The article's slices and the closing as posts. A closing parts from the article as a section does. */
export function postsOf(
  text: string,
  slices: readonly Slice[],
  { numbering, closing, lead, lengthOf }: Dress,
): readonly Post[] {
  const last = closingPosts(closing).map((words, index, all): Unnumbered => {
    return { words, source: null, break: index === all.length - 1 ? null : 'section', card: null, images: [] }
  })
  const drafts = slices.map(({ span, break: kind, length }, index) => ({
    words: (index === 0 ? lead : '') + text.slice(span.start, span.end),
    source: span,
    length,
    break: kind ?? (index === slices.length - 1 && last.length > 0 ? 'section' : null),
    card: null,
    images: [],
  }))
  return numberedPosts([...drafts, ...last], numbering, lengthOf)
}

/** A post before it is numbered. */
export interface Unnumbered {
  readonly words: string
  /** How long they are, where that is known. */
  readonly length?: number
  readonly source: Span | null
  readonly break: Break | null
  readonly card: CardOnPost | null
  readonly images: readonly ImageOnPost[]
}

/** Numbers, weighs and prices posts; a thread of one bears no number. */
export function numberedPosts(
  drafts: readonly Unnumbered[],
  numbering: string,
  lengthOf: (text: string) => number = weigh,
): readonly Post[] {
  const total = drafts.length
  const lengths = new Map<number, number>()
  /** What stands below a post is as long as below any other whose number has as many digits. */
  const lengthBelow = (n: number, below: string): number => {
    const digits = digitsOf(n)
    const length = lengths.get(digits) ?? lengthOf(below)
    lengths.set(digits, length)
    return length
  }
  return drafts.map(({ words, length = lengthOf(words), source, card, images, break: kind }, index) => {
    const n = index + 1
    const below = total === 1 ? '' : numbered(numbering, { n, total })
    const text = words + below
    // The numbering stands apart, behind a blank line: the lengths of the two add up.
    const weight = words === '' ? lengthOf(text) : length + lengthBelow(n, below)
    const links = urlsOf(text)
    const price = priceOf({ links, card, images })
    return { n, total, text, weight, source, break: kind, card, images, links, price }
  })
}

/** A post with other pictures, and its price with them. */
export function withPictures(post: Post, pictures: Partial<Pick<Post, 'card' | 'images'>>): Post {
  const dressed = { ...post, ...pictures }
  return { ...dressed, price: priceOf(dressed) }
}
