import type { BlockKind, Dropped } from './article.ts'

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
}

export interface Passages {
  readonly passages: readonly Passage[]
  readonly dropped: readonly Dropped[]
}

/** Stands for a line break that is the owner's own; tidied sources never hold it. */
export const lineEnd = '\u2028'

/** The mark of an item in a list that is not numbered. */
export function bulletOf(level: number): string {
  return level <= 1 ? '• ' : level === 2 ? '◦ ' : '▪ '
}
