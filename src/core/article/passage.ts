import type { ArticleImage, BlockKind, Dropped } from './article.ts'
import type { LinksChoice } from './choices.ts'
import { type Citations, citations } from './markdown/citations.ts'

/** A block as it stands in the source, before the article is composed of what is kept. */
export interface Passage {
  readonly kind: BlockKind
  /** Headings: 1–6. Items: how deep the list is nested, from 1. Else 0. */
  readonly level: number
  /** Its words; a line that is merely wrapped ends in "\n", a line that the owner ended ends in {@link lineEnd}. */
  readonly text: string
  /** What is printed before the words of an item: "• ", "1. ". */
  readonly mark: string
  /** Whether all of it is set in bold. */
  readonly bold: boolean
  /** Its first and last line in the source, from 1. */
  readonly line: number
  readonly lastLine: number
  /** The number of the footnote that it belongs to: footnotes stand below the article. */
  readonly note?: number
  /** What a block of code says of its language. */
  readonly language?: string
  /** What of its words is struck out. */
  readonly struck?: readonly Struck[]
}

export interface Passages {
  readonly passages: readonly Passage[]
  readonly dropped: readonly Dropped[]
  readonly images: readonly FoundImage[]
  /** Addresses for the closing. */
  readonly links: readonly string[]
}

/** Passages while they are read, stretch by stretch. */
export interface Gathering {
  readonly passages: Passage[]
  readonly dropped: Dropped[]
  readonly images: FoundImage[]
  readonly citations: Citations
}

export function gathering(links: LinksChoice = 'inline'): Gathering {
  return { passages: [], dropped: [], images: [], citations: citations(links) }
}

/** Words that are struck out, and their line in the source, from 1. */
export interface Struck {
  readonly words: string
  readonly line: number
}

/** An image before it is known where in the text it stands. */
export type FoundImage = Omit<ArticleImage, 'at'>

/** Stands for a line break that is the owner's own; tidied sources never hold it. */
export const lineEnd = '\u2028'

/** The same, where a tag says so and the source goes on in its line. */
export const tagEnd = '\u2029'

/** The mark of an item in a list that is not numbered. */
export function bulletOf(level: number): string {
  return level <= 1 ? '• ' : level === 2 ? '◦ ' : '▪ '
}
