import type { Direction } from './direction.ts'

/** One glyph of shaped text. Lengths are in the font's units, y upwards. */
export interface Glyph {
  /** Names the glyph within its font. */
  readonly id: number
  /** UTF-16 offset in the shaped text of the first character that the glyph stands for. */
  readonly cluster: number
  readonly advance: number
  /** How far the glyph is drawn from the pen: kerned accents, for one. */
  readonly dx: number
  readonly dy: number
}

/** A font's measures, in its units above (or, when negative, below) the baseline. */
export interface FontMetrics {
  readonly unitsPerEm: number
  readonly ascender: number
  readonly descender: number
  readonly capHeight: number
  readonly xHeight: number
}

/** The box that a glyph's ink fills, in the font's units from the glyph's origin, y upwards. */
export interface Ink {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** OpenType features to switch on or off, by tag: `{ liga: false }`. */
export type Features = Readonly<Record<string, boolean>>

/** What laying out a card asks of fonts, and of the order and the parts of words. Every answer depends on the arguments alone. */
export interface Shaper {
  /** The names of the fonts there are. */
  readonly fonts: readonly string[]
  /** `text`, which runs one way, as the glyphs of `font`, in the order of the text. */
  shape(
    text: string,
    font: string,
    options?: { readonly features?: Features; readonly direction?: Direction },
  ): readonly Glyph[]
  /** The glyph's shape as SVG path data in the font's units, y upwards; empty for a space. */
  outline(font: string, glyph: number): string
  ink(font: string, glyph: number): Ink
  metrics(font: string): FontMetrics
  /** Whether `font` has a glyph for every character of `text`. */
  covers(font: string, text: string): boolean
  /** Of each UTF-16 unit of a text that begins in `direction`: even where it runs from left to right, odd where not (UAX #9). */
  levels(text: string, direction: Direction): ArrayLike<number>
  /** The parts that `word` may be broken into in `language`; the whole where no patterns of the language are known. */
  syllables(word: string, language: string): readonly string[]
}
