import type { Coverage } from './coverage.ts'
import { coverageOf } from './coverage.ts'
import type { EmojiArt, Inlay } from './inlay.ts'
import { inlaysOf } from './inlay.ts'
import type { Outline } from './outline.ts'
import { edgesOf, readOutline } from './outline.ts'
import type { Palette } from './palette.ts'
import { newPalette } from './palette.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, Fill, TextRun } from './sheet.ts'

/** A flat card as pixels: each is a place in the palette. */
export interface Plane {
  readonly kind: 'plane'
  readonly width: number
  readonly height: number
  /** Row by row, each after a byte of 0, as a PNG whose rows are not filtered has them. */
  readonly rows: Uint8Array
  /** Red, green and blue of each colour, at most 256. */
  readonly palette: Uint8Array
  /** Pictures that are yet to be laid into it: emoji, and the owner's logo. */
  readonly inlays: readonly Inlay[]
}

/** A flat card as pixels, drawn glyph by glyph: the same layout gives the same pixels everywhere. */
export function toPlane(layout: CardLayout, shaper: Shaper, art: EmojiArt = new Map()): Plane {
  const press = presses.get(shaper) ?? planePress(shaper)
  presses.set(shaper, press)
  return { ...press(layout), inlays: inlaysOf(layout, art) }
}

type Press = (layout: CardLayout) => Omit<Plane, 'inlays'>

/** The glyphs that were drawn are kept: that changes how long a card takes, and never how it looks. */
const presses = new WeakMap<Shaper, Press>()

/** Letters stand on quarters of a pixel. */
const quarters = 4
/** Bytes of glyphs that are kept; the cards of one thread need less. */
const most = 16_000_000

function planePress(shaper: Shaper): Press {
  const outlines = new Map<string, Outline>()
  /** By font and size, and then by glyph and quarter. */
  const fonts = new Map<string, Map<number, Coverage>>()
  let kept = 0

  function glyphsOf({ font, size }: TextRun): Map<number, Coverage> {
    if (kept > most) {
      fonts.clear()
      kept = 0
    }
    const key = `${font} ${size}`
    const glyphs = fonts.get(key) ?? new Map<number, Coverage>()
    fonts.set(key, glyphs)
    return glyphs
  }

  function drawn({ font, size, unitsPerEm }: TextRun, glyph: number, quarter: number): Coverage {
    const coverage = coverageOf(edgesOf(outlineOf(font, glyph), size / unitsPerEm, quarter / quarters))
    kept += coverage.whole.byteLength + coverage.part.byteLength + 400
    return coverage
  }

  function outlineOf(font: string, glyph: number): Outline {
    const key = `${font} ${glyph}`
    const outline = outlines.get(key) ?? readOutline(shaper.outline(font, glyph))
    outlines.set(key, outline)
    return outline
  }

  function setRun(run: TextRun, sheet: Sheet): void {
    const glyphs = glyphsOf(run)
    const ink = sheet.palette.placeOf(run.ink)
    const scale = run.size / run.unitsPerEm
    for (const { id, x, y } of run.glyphs) {
      const at = Math.round((run.x + x * scale) * quarters)
      const left = Math.floor(at / quarters)
      const key = id * quarters + at - left * quarters
      let coverage = glyphs.get(key)
      if (coverage === undefined) glyphs.set(key, (coverage = drawn(run, id, at - left * quarters)))
      stamp(coverage, { left, top: Math.round(run.y - y * scale), ink }, sheet)
    }
  }

  return ({ size: { width, height }, ground, shapes }) => {
    const palette = newPalette()
    const sheet: Sheet = { width, height, rows: new Uint8Array((width + 1) * height), palette }
    palette.placeOf(ground) // place 0, which every pixel is to begin with
    for (const shape of shapes) {
      if (shape.kind === 'fill') fill(shape, sheet)
      else if (shape.kind === 'text') setRun(shape, sheet)
    }
    return { kind: 'plane', width, height, rows: sheet.rows, palette: palette.bytes() }
  }
}

interface Sheet {
  readonly width: number
  readonly height: number
  readonly rows: Uint8Array
  readonly palette: Palette
}

function fill({ x, y, width, height, ink }: Fill, sheet: Sheet): void {
  const place = sheet.palette.placeOf(ink)
  const [left, right] = [Math.max(0, x), Math.min(sheet.width, x + width)]
  for (let row = Math.max(0, y); row < Math.min(sheet.height, y + height); row += 1) {
    const start = row * (sheet.width + 1) + 1
    sheet.rows.fill(place, start + left, start + right)
  }
}

/** Lays a glyph's ink on the sheet, clipped to it. Whatever is under it, ink that covers wholly hides it. */
function stamp(
  { whole, part }: Coverage,
  at: { readonly left: number; readonly top: number; readonly ink: number },
  { width, height, rows, palette }: Sheet,
): void {
  for (let span = 0; span < whole.length; span += 3) {
    const y = at.top + (whole[span] as number)
    if (y < 0 || y >= height) continue
    const from = Math.max(0, at.left + (whole[span + 1] as number))
    const to = Math.min(width, at.left + (whole[span + 2] as number))
    const start = y * (width + 1) + 1
    for (let pixel = start + from; pixel < start + to; pixel += 1) rows[pixel] = at.ink
  }
  let under = -1
  let ramp: Uint8Array = new Uint8Array(0)
  for (let edge = 0; edge < part.length; edge += 3) {
    const y = at.top + (part[edge] as number)
    const x = at.left + (part[edge + 1] as number)
    if (x < 0 || x >= width || y < 0 || y >= height) continue
    const pixel = y * (width + 1) + 1 + x
    const here = rows[pixel] as number
    if (here !== under) {
      under = here
      ramp = palette.ramp(here, at.ink)
    }
    rows[pixel] = ramp[part[edge + 2] as number] as number
  }
}
