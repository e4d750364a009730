import type { Problem } from '../problem.ts'
import type { Source } from './attribution.ts'
import { legible } from './legible.ts'
import { marksOf } from './marks.ts'
import type { Setter } from './stretch.ts'
import type { Theme } from './theme.ts'
import { clean, withPrintersSigns } from './wording.ts'

export type ReadSource =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Title, handle and name as the foot of a card can draw them; emoji that cannot be drawn are left out. */
export function readSource(
  words: Source,
  { theme: { attribution }, language }: { readonly theme: Theme; readonly language: string },
  setter: Setter,
): ReadSource {
  const source = { title: '', handle: '', name: '' }
  for (const part of ['title', 'handle', 'name'] as const) {
    const text = withPrintersSigns(clean(words[part]), marksOf(language))
    const read = legible(text, { fonts: [attribution[part].font], leaveOut: 'anywhere' }, setter)
    if (read.kind === 'problem') return read
    source[part] = read.text
  }
  return { kind: 'source', source }
}
