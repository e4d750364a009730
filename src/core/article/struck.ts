import type { Problem } from '../problem.ts'
import type { Passage } from './passage.ts'
import { withoutSigns } from './plain-text.ts'
import { oneLine } from './tidy.ts'

/** Says of the words that are struck out in passages which are posted that X has no such letters. */
export function struckAmong(kept: readonly Passage[]): readonly Extract<Problem, { code: 'words-struck' }>[] {
  // Where a passage was parted in two, both have what is struck out in it.
  return [...new Set(kept.flatMap(({ struck }) => struck ?? []))].map(({ line, words }) => ({
    code: 'words-struck',
    line,
    words: oneLine(withoutSigns(words)),
  }))
}
