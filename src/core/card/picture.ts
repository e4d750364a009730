import type { Problem } from '../problem.ts'
import type { EmojiArt } from './inlay.ts'
import type { Plane } from './plane.ts'
import type { Scrim } from './scrim.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, TextRun } from './sheet.ts'
import type { Size } from './size.ts'
import { toSvg } from './svg.ts'

/** What a painter makes a file of: a flat card as pixels, or words to be laid over a photo. */
export type Picture = Plane | PhotoCard

/** A photo, cropped to its subject as a card of `size`, with `over`, an SVG, on it. */
export interface PhotoCard {
  readonly kind: 'photo'
  readonly photo: Uint8Array
  readonly size: Size
  readonly scrim: Scrim
  readonly over: string
}

/** What a painter throws where a picture that the owner gave cannot be painted. */
export class UnfitPictureError extends Error {
  override readonly name = 'UnfitPictureError'
  readonly problem: Problem
  constructor(problem: Problem, cause?: unknown) {
    super(`Cannot paint the picture: ${problem.code}`, { cause })
    this.problem = problem
  }
}

/** `layout` as it is to stand on `photo`. */
export function onPhoto(layout: CardLayout, photo: Uint8Array, shaper: Shaper, art: EmojiArt = new Map()): PhotoCard {
  const runs = layout.shapes.filter((shape) => shape.kind === 'text')
  const words = runs.map((run) => boxOf(run, shaper))
  return {
    kind: 'photo',
    photo,
    size: layout.size,
    scrim: { ink: layout.ground, words },
    over: toSvg(layout, shaper, { bare: true, art }),
  }
}

/** The box of a run's ink, a little wider, so that what surrounds the letters counts too. */
function boxOf({ font, size, unitsPerEm, x, y, ink, glyphs }: TextRun, shaper: Shaper): Scrim['words'][number] {
  const scale = size / unitsPerEm
  const { ascender, descender } = shaper.metrics(font)
  const last = glyphs.at(-1)
  const end = last === undefined ? 0 : (last.x + shaper.ink(font, last.id).right) * scale
  return { x, y: y - 0.8 * ascender * scale, width: end, height: (0.8 * ascender - descender) * scale, ink }
}
