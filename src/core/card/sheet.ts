import type { Direction } from './direction.ts'
import type { EmojiSet } from './emoji.ts'
import type { Logo } from './logo.ts'
import type { Shaper } from './shaper.ts'
import type { Size } from './size.ts'
import type { Theme } from './theme.ts'

/** Pixels from the card's upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A glyph of a {@link TextRun}, in units of its font from where the run begins, y upwards. */
export interface PlacedGlyph {
  readonly id: number
  readonly x: number
  readonly y: number
}

/** Glyphs of one font, size and ink on one baseline. */
export interface TextRun {
  readonly kind: 'text'
  /** Words are read, and keep within the text area; an ornament may leave it. */
  readonly role: 'quote' | 'attribution' | 'ornament'
  readonly text: string
  readonly font: string
  readonly unitsPerEm: number
  readonly size: number
  /** Where the run begins, on its baseline. */
  readonly x: number
  readonly y: number
  /** As `#rrggbb`. */
  readonly ink: string
  readonly glyphs: readonly PlacedGlyph[]
}

/** A box filled with an ink: a rule, a bar, a band. */
export interface Fill extends Box {
  readonly kind: 'fill'
  readonly ink: string
}

/** A picture in colours of its own: the owner's logo. */
export interface Sign extends Box {
  readonly kind: 'sign'
  /** A `data:` address. */
  readonly href: string
}

/** An emoji of the quote, drawn in colours of its own in a square of `size` pixels whose upper left corner is (x, y). */
export interface Emoji {
  readonly kind: 'emoji'
  /** The emoji as it is written: one grapheme, of one code point or of several. */
  readonly character: string
  readonly x: number
  readonly y: number
  readonly size: number
}

export type Shape = Fill | TextRun | Sign | Emoji

/** A card laid out: all that is drawn on `ground`, the lowest first. */
export interface CardLayout {
  readonly size: Size
  readonly ground: string
  readonly shapes: readonly Shape[]
}

/** The card that is being laid out, in pixels. */
export interface Sheet {
  readonly theme: Theme
  readonly size: Size
  /** How many pixels one of the theme's counts. */
  readonly unit: number
  /** The margin at the left and at the right. */
  readonly side: number
  /** That of the quote: a card in Arabic is the mirror image of one in English. */
  readonly direction: Direction
  /** The quotation mark that opens, for ornaments. */
  readonly mark: string
  readonly shaper: Shaper
  readonly emoji: EmojiSet
  readonly logo: Logo | null
}

/** `shapes`, laid out for text that runs from left to right, as they stand on a card of the other direction. */
export function mirrored(shapes: readonly Fill[], sheet: Sheet): readonly Fill[]
export function mirrored(shapes: readonly Sign[], sheet: Sheet): readonly Sign[]
export function mirrored(shapes: readonly (Fill | Sign)[], { direction, size }: Sheet): readonly (Fill | Sign)[] {
  return direction === 'ltr' ? shapes : shapes.map((shape) => ({ ...shape, x: size.width - shape.x - shape.width }))
}

/** The ink that a theme calls `name`, as `#rrggbb`. */
export function inkOf({ inks }: Theme, name: string): string {
  return inks[name] ?? '#000000'
}

/** How far words keep off the card's edges, as a part of its sides. */
export const safe = 0.05
