import type { Passage } from '../passage.ts'

/** A block that its lines alone tell: what it is, where it stands, and its words as they are written. */
export interface LineBlock extends Pick<Passage, 'kind' | 'level' | 'mark' | 'line' | 'lastLine'> {
  /** Of a row its cells, else its lines. */
  readonly words: readonly string[]
}
