import type { Fill, Sheet, TextRun } from './sheet.ts'
import { inkOf, mirrored } from './sheet.ts'
import type { Ornament } from './theme.ts'

type OrnamentOf<Kind extends Ornament['kind']> = Extract<Ornament, { kind: Kind }>

/** What decorates the card whatever the quote: rules, frames, a giant quotation mark. */
export function layOrnaments(sheet: Sheet): readonly (Fill | TextRun)[] {
  return sheet.theme.ornaments.flatMap((ornament): readonly (Fill | TextRun)[] => {
    if (ornament.kind === 'rule') return mirrored([layRule(ornament, sheet)], sheet)
    if (ornament.kind === 'frame') return layFrame(ornament, sheet)
    return ornament.kind === 'giant' ? [layGiant(ornament, sheet)] : []
  })
}

/** A quotation mark over the quote: how much height it takes, and where it stands once the quote has its place. */
export interface Mark {
  readonly height: number
  /** Over a quote whose capitals reach up to `top`. */
  at(top: number): readonly TextRun[]
}

export function layMark(sheet: Sheet): Mark {
  const ornament = sheet.theme.ornaments.find((candidate) => candidate.kind === 'mark')
  if (ornament === undefined) return { height: 0, at: () => [] }
  const { run, ink } = signRun(ornament, sheet)
  const gap = ornament.gap * sheet.unit
  const { width } = sheet.size
  const edges = { ltr: sheet.side - ink.left, rtl: width - sheet.side - ink.right }
  const x = sheet.theme.quote.align === 'left' ? edges[sheet.direction] : (width - ink.left - ink.right) / 2
  return { height: ink.top - ink.bottom + gap, at: (top) => [{ ...run, x, y: Math.round(top - gap + ink.bottom) }] }
}

function layRule({ top, width, thickness, ink }: OrnamentOf<'rule'>, { theme, size, side, unit }: Sheet): Fill {
  const long = Math.round(width * unit)
  const x = theme.quote.align === 'left' ? side : Math.round((size.width - long) / 2)
  return {
    kind: 'fill',
    x,
    y: Math.round(top * unit),
    width: long,
    height: thin(thickness * unit),
    ink: inkOf(theme, ink),
  }
}

function layFrame({ inset, thickness, ink: name }: OrnamentOf<'frame'>, { theme, size, unit }: Sheet): readonly Fill[] {
  const edge = Math.round(inset * unit)
  const line = thin(thickness * unit)
  const ink = inkOf(theme, name)
  const [width, height] = [size.width - 2 * edge, size.height - 2 * edge]
  return [
    { kind: 'fill', x: edge, y: edge, width, height: line, ink },
    { kind: 'fill', x: edge, y: edge + height - line, width, height: line, ink },
    { kind: 'fill', x: edge, y: edge + line, width: line, height: height - 2 * line, ink },
    { kind: 'fill', x: edge + width - line, y: edge + line, width: line, height: height - 2 * line, ink },
  ]
}

/** Where lines end, on the margin of the text, its upper part beyond the card's edge. */
function layGiant(ornament: OrnamentOf<'giant'>, sheet: Sheet): TextRun {
  const { run, ink } = signRun(ornament, sheet.mark === '「' ? { ...sheet, mark: '“' } : sheet) // cut off, it is a bar
  const edge = 0.05 * sheet.size.width
  const x = sheet.direction === 'ltr' ? sheet.size.width - edge - ink.right : edge - ink.left
  return { ...run, x: Math.round(x), y: Math.round(ornament.shown * sheet.unit + ink.bottom) }
}

/** The opening mark at the origin, and the box of its ink in pixels, y upwards. */
function signRun({ font, size, ink }: OrnamentOf<'mark' | 'giant'>, { theme, unit, direction, mark, shaper }: Sheet) {
  const { unitsPerEm } = shaper.metrics(font)
  const scale = (size * unit) / unitsPerEm
  const text = shaper.covers(font, mark) ? mark : '“'
  const id = shaper.shape(text, font, { direction })[0]?.id ?? 0
  const { left, right, top, bottom } = shaper.ink(font, id)
  const run: TextRun = {
    kind: 'text',
    role: 'ornament',
    text,
    font,
    unitsPerEm,
    size: size * unit,
    x: 0,
    y: 0,
    ink: inkOf(theme, ink),
    glyphs: [{ id, x: 0, y: 0 }],
  }
  return { run, ink: { left: left * scale, right: right * scale, top: top * scale, bottom: bottom * scale } }
}

/** A line's thickness: whole pixels, so that it is sharp, and at least one. */
export function thin(pixels: number): number {
  return Math.max(1, Math.round(pixels))
}
