import type { Span } from '../article/article.ts'

/** Where two posts were parted: at a heading, between paragraphs … inside a word; `hard` is the owner's own break. */
export type Break = 'section' | 'paragraph' | 'item' | 'sentence' | 'clause' | 'word' | 'grapheme' | 'hard'

/** A quote of the article drawn as a picture, standing on a post. */
export interface CardOnPost {
  /** File name inside the piece's folder: `card-1.png`. */
  readonly file: string
  readonly quote: string
  readonly alt: string
  /** The digest of the quote that the picture shows, where the owner changed the quote since it was drawn. */
  readonly drawn?: string
}

/** A picture of the article, or a card of its code, standing on the post that follows it there or stands above it. */
export interface ImageOnPost {
  /** File name inside the piece's folder: `map.png`. */
  readonly file: string
  readonly alt: string
  /** The digest of the block of code that it shows, where it was drawn of one. */
  readonly drawn?: string
}

/** One message on X, exactly as it will be sent. */
export interface Post {
  /** From 1. */
  readonly n: number
  readonly total: number
  /** What X is sent, numbering included. */
  readonly text: string
  /** Weighted length of `text` as X counts it. */
  readonly weight: number
  /** The post's words in the article's plain text; null for the closing and for what the owner wrote by hand. */
  readonly source: Span | null
  /** The kind of break after the post; null after the last. */
  readonly break: Break | null
  readonly card: CardOnPost | null
  readonly images: readonly ImageOnPost[]
  /** Every URL that X would see in `text`, wanted or not. */
  readonly links: readonly string[]
  /** US dollars that X charges for the post and its pictures' alt texts. */
  readonly price: number
}

/** Which thread of a series: 2 of 3. */
export interface PartOf {
  readonly n: number
  readonly of: number
}

export interface Thread {
  readonly posts: readonly Post[]
}
