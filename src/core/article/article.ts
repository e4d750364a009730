import type { Problem } from '../problem.ts'
import type { FrontMatter } from './front-matter.ts'

/** A stretch of a text: UTF-16 offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type BlockKind = 'title' | 'heading' | 'paragraph' | 'item' | 'quote' | 'code' | 'row' | 'hard-break'

/** One block of an article: where its words stand in {@link Article.text}. */
export interface Block {
  readonly kind: BlockKind
  readonly span: Span
  /** Headings: 1–6. Items: how deep the list is nested, from 1. Else 0. */
  readonly level: number
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
  /** Passages of `text` that the owner marked not to be cut, in order. */
  readonly kept: readonly Span[]
  /** Quotes that the owner marked for cards, word for word as they stand in `text`. */
  readonly quotes: readonly string[]
  /** BCP 47, "en" unless the front matter says otherwise. */
  readonly language: string
  /** What the owner says above the article. */
  readonly front: FrontMatter
  /** What the owner can mend in the source. */
  readonly problems: readonly Problem[]
}
