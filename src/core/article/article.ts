import type { Problem } from '../problem.ts'
import type { FrontMatter } from './front/front-matter.ts'

/** A stretch of a text: UTF-16 offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'row' | 'hard-break'

/** One block of an article: where its words stand in {@link Article.text}, and where in the source. */
export interface Block {
  readonly kind: BlockKind
  readonly span: Span
  /** Headings: 1–6. Items: how deep the list is nested, from 1. Else 0. */
  readonly level: number
  /** The line of the source that it begins on, from 1. */
  readonly line: number
}

/** A place in {@link Article.text} and where it came from: what follows it runs on in the source up to the next such place. */
export interface Origin {
  readonly at: number
  /** UTF-16 offset in the source as it was given. */
  readonly source: number
  /** Its line in the source, from 1. */
  readonly line: number
}

/** A picture of the article's own: it goes with the post that holds `at`. */
export interface ArticleImage {
  /** Its address or its file, as written. */
  readonly source: string
  /** What it shows, for those who cannot see it; "" where the owner does not say. */
  readonly alt: string
  /** Offset in {@link Article.text}: where the block begins that holds it or follows it, or the last one. */
  readonly at: number
  /** In the source, from 1. */
  readonly line: number
}

/** A block of code that is to be drawn: it goes with the post that holds `at`, the last word above it. */
export interface CodeCard {
  /** Its lines, parted by "\n". */
  readonly code: string
  /** As the owner names it behind the fence; null where that says nothing. */
  readonly language: string | null
  /** The code itself, for those who cannot see the drawing. */
  readonly alt: string
  readonly at: number
  /** In the source, from 1. */
  readonly line: number
}

/** Something of the source that is not posted as part of the body, and why. */
export interface Dropped {
  readonly text: string
  readonly why: string
}

/**
 * What the owner wrote, read: `text` is the article's plain text exactly as posts will print it (title, blank line, blocks
 * in order, items with their bullets), so that every post of a thread is a slice of it, and the slices and the white space
 * between them are the whole of it.
 */
export interface Article {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** The article's own call to action and copyright notice, which the closing posts once. */
  readonly callToAction: string | null
  readonly notice: string | null
  /** Furniture, the call to action and the notice, word for word. */
  readonly dropped: readonly Dropped[]
  /** The article's pictures, in order. */
  readonly images: readonly ArticleImage[]
  /** The blocks of code that are drawn and not printed, in order; none unless the owner chose so. */
  readonly codeCards: readonly CodeCard[]
  /** Addresses that the closing prints, each once, in order; none where they stand behind their words. */
  readonly links: readonly string[]
  /** Where each stretch of `text` came from, in order: read it with {@link originOf}. */
  readonly origins: readonly Origin[]
  /** Passages of `text` that the owner marked not to be cut, in order. */
  readonly kept: readonly Span[]
  /** Quotes that the owner marked for cards, word for word as they stand in `text`. */
  readonly quotes: readonly string[]
  /** The line of the source on which the front matter begins to list quotes. */
  readonly quotesLine?: number
  /** BCP 47: what the front matter says, or what the words are. */
  readonly language: string
  /** What the owner says above the article. */
  readonly front: FrontMatter
  /** What the owner can mend in the source. */
  readonly problems: readonly Problem[]
}
