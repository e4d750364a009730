import type { Galley } from './galley.ts'
import { setGalley, widthOf } from './galley.ts'
import type { PlacedGlyph, Shape, Sheet } from './sheet.ts'
import { inkOf } from './sheet.ts'
import type { Type } from './theme.ts'

/** A single line of text that is ready to be put somewhere. */
export interface SetLine {
  /** Pixels. */
  readonly width: number
  /** Height of the capitals in pixels. */
  readonly capHeight: number
  /** The line with its start at `x`, on the baseline `y`. */
  at(x: number, y: number): readonly Shape[]
}

/** Sets `text` on one line; `type` counts in the theme's pixels. */
export function setLine(text: string, type: Type, { theme, unit, shaper }: Sheet): SetLine {
  const { font, tracking } = type
  const galley = setGalley({ text, emphases: [], marked: false }, { font, emphasisFont: font, tracking }, shaper)
  const { unitsPerEm, capHeight } = shaper.metrics(font)
  const size = type.size * unit
  return {
    width: widthOf(galley, 0, galley.glyphs.length) * size,
    capHeight: (capHeight / unitsPerEm) * size,
    at: (x, y) => [
      {
        kind: 'text',
        role: 'attribution',
        text,
        font,
        unitsPerEm,
        size,
        x,
        y: Math.round(y),
        ink: inkOf(theme, type.ink),
        glyphs: placeGlyphs(galley, 0, galley.glyphs.length, unitsPerEm),
      },
    ],
  }
}

/** The glyphs from `from` up to `to`, from where the first of them stands, in units of their font. */
export function placeGlyphs({ glyphs }: Galley, from: number, to: number, unitsPerEm: number): readonly PlacedGlyph[] {
  const start = glyphs[from]?.start ?? 0
  return glyphs.slice(from, to).map((glyph) => ({
    id: glyph.id,
    x: Math.round((glyph.start - start + glyph.dx) * unitsPerEm),
    y: Math.round(glyph.dy * unitsPerEm),
  }))
}

/**
 * As much of `text`, in whole words, as is at most `width` pixels wide, with an ellipsis where words are left out.
 * @example shortened('Fair use, and what it is not', …) // 'Fair use, and what…'
 */
export function shortened(text: string, type: Type, width: number, sheet: Sheet): string {
  const fits = (candidate: string): boolean => setLine(candidate, type, sheet).width <= width
  if (fits(text)) return text
  const words = text.split(' ')
  for (let count = words.length - 1; count > 0; count -= 1) {
    const candidate = ended(words.slice(0, count).join(' '))
    if (fits(candidate)) return candidate
  }
  const letters = Array.from(words[0] ?? '')
  for (let count = letters.length - 1; count > 0; count -= 1) {
    const candidate = ended(letters.slice(0, count).join(''))
    if (fits(candidate)) return candidate
  }
  return '…'
}

function ended(text: string): string {
  return `${text.replace(/[\s\p{P}]+$/u, '')}…`
}
