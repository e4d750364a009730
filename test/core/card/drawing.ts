import type { CardWords } from '../../../src/core/card/layout.ts'
import { layOut } from '../../../src/core/card/layout.ts'
import type { CardLayout } from '../../../src/core/card/sheet.ts'
import type { Size } from '../../../src/core/card/size.ts'
import { readSize, sizes } from '../../../src/core/card/size.ts'
import type { Theme } from '../../../src/core/card/theme.ts'
import { loadShaper } from '../../../src/edges/harfbuzz.ts'
import { loadThemes } from '../../../src/edges/themes.ts'

const assets = new URL('../../../assets/', import.meta.url)

/** The fonts and themes that come with the program: cards are laid out with what they are drawn with. */
export const shaper = await loadShaper(new URL('fonts/', assets))
export const themes = await loadThemes(new URL('themes/', assets))

/** As though every emoji could be drawn. */
export const anyEmoji = { has: () => true }

export const themeNames = [...themes.keys()]

export function theme(name: string): Theme {
  const found = themes.get(name)
  if (found === undefined) throw new Error(`there is no theme "${name}"`)
  return found
}

export function size(text: string): Size {
  const read = readSize(text)
  if (read === null) throw new Error(`there is no size "${text}"`)
  return read
}

export const everySize: readonly Size[] = sizes.map(size)

/** Words for a card, complete unless told otherwise. */
export function words(change: Partial<CardWords> = {}): CardWords {
  return { quote: 'Power is borrowed.', title: 'On power', handle: '@ann_example', name: 'Ann Example', ...change }
}

/** The layout of a card that can be drawn. */
export function laidOut(change: Partial<CardWords> = {}, name = 'broadsheet', on = '1600x900'): CardLayout {
  const laid = layOut(words(change), theme(name), size(on), shaper, anyEmoji)
  if (laid.kind === 'problem') throw new Error(`it could not be laid out: ${laid.problem.code}`)
  return laid.layout
}

/** The quote's lines as they stand on the card, the highest first. */
export function linesOf({ shapes }: CardLayout): readonly string[] {
  const lines = new Map<number, string>()
  for (const shape of shapes) {
    if (shape.kind === 'text' && shape.role === 'quote') lines.set(shape.y, (lines.get(shape.y) ?? '') + shape.text)
  }
  return [...lines].toSorted(([a], [b]) => a - b).map(([, text]) => text.trim())
}
