import { directionOf } from './direction.ts'
import { graphemesOf } from './emoji.ts'
import { setGalley } from './galley.ts'
import { runsOf, seenGlyphs } from './run.ts'
import type { Shape, Sheet } from './sheet.ts'
import { inkOf } from './sheet.ts'
import type { Type } from './theme.ts'

/** A single line of text that is ready to be put somewhere. */
export interface SetLine {
  /** Pixels. */
  readonly width: number
  /** Height of the capitals in pixels. */
  readonly capHeight: number
  /** The line with its left end at `x`, on the baseline `y`. */
  at(x: number, y: number): readonly Shape[]
}

/** Sets `text` on one line; `type` counts in the theme's pixels. */
export function setLine(text: string, type: Type, sheet: Sheet): SetLine {
  const { theme, unit, shaper } = sheet
  const { font, tracking } = type
  const wording = { text, emphases: [], marks: { opening: 0, closing: 0 } }
  const galley = setGalley(wording, { font, emphasisFont: font, tracking, direction: directionOf(text) }, sheet)
  const seen = seenGlyphs(galley, { from: 0, to: galley.glyphs.length })
  const { unitsPerEm, capHeight } = shaper.metrics(font)
  const size = type.size * unit
  const look = { role: 'attribution', inkOf: () => inkOf(theme, type.ink) } as const
  return {
    width: (seen.at(-1)?.right ?? 0) * size,
    capHeight: (capHeight / unitsPerEm) * size,
    at: (x, y) => runsOf(galley, seen, { x, y: Math.round(y), size }, { look, shaper }),
  }
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
  const letters = graphemesOf(words[0] ?? '')
  for (let count = letters.length - 1; count > 0; count -= 1) {
    const candidate = ended(letters.slice(0, count).join(''))
    if (fits(candidate)) return candidate
  }
  return '…'
}

function ended(text: string): string {
  return `${text.replace(/[\s\p{P}]+$/u, '')}…`
}
