import { frameOf, isPiece } from './code-frame.ts'
import { codeFont, type SetCode } from './code-galley.ts'
import { contrast, enough } from './contrast.ts'
import { setLine } from './line.ts'
import { layOrnaments } from './ornament.ts'
import { runsOf, seenGlyphs } from './run.ts'
import type { Shape, Sheet } from './sheet.ts'
import { inkOf, safe } from './sheet.ts'
import type { Theme } from './theme.ts'

/** The largest and the smallest size of type in the theme's pixels: 80 columns fit at the smallest on any wide card. */
const type = { most: 60, least: 25 }

/** Code is no quotation: of the theme's ornaments the quotation marks are left out. */
export function ornamentsOf(sheet: Sheet): readonly Shape[] {
  const ornaments = sheet.theme.ornaments.filter(({ kind }) => kind === 'rule' || kind === 'frame')
  return layOrnaments({ ...sheet, theme: { ...sheet.theme, ornaments } })
}

/** Where the code may stand, in pixels. */
export interface CodeZone {
  readonly top: number
  readonly width: number
  readonly height: number
  readonly size: { readonly most: number; readonly least: number }
  /** From the baseline of the label to the capitals of the first line. */
  readonly gap: number
}

export function zoneOf(sheet: Sheet, below: number): CodeZone {
  const { theme, size, unit, side } = sheet
  const edges = theme.ornaments.map((ornament) => {
    if (ornament.kind === 'rule') return ornament.top + ornament.thickness + 40
    return ornament.kind === 'frame' ? ornament.inset + ornament.thickness + 52 : 0
  })
  const gap = 40 * unit
  const label = capitalsOf(theme.attribution.handle.font, sheet) * theme.attribution.handle.size * unit
  const top = Math.max(safe * size.height + 8 * unit, 84 * unit, ...edges.map((edge) => edge * unit)) + label + gap
  const bottom = below - Math.min(theme.quote.room.below, 64) * unit
  const scaled = { most: type.most * unit, least: type.least * unit }
  return { top, width: size.width - 2 * side, height: bottom - top, size: scaled, gap }
}

/** The label over the lines, as high in the zone as the theme sets a quote. */
export function layPage(
  page: SetCode['pages'][number],
  { set, label, zone }: { readonly set: SetCode; readonly label: string; readonly zone: CodeZone },
  sheet: Sheet,
): readonly Shape[] {
  const { theme, shaper, side } = sheet
  const { quote, attribution } = theme
  const capitals = capitalsOf(codeFont, sheet) * set.size
  const tall = capitals + (page.rows.length - 1) * set.leading
  const start = Math.round(zone.top + quote.anchor * Math.max(0, zone.height - tall))
  const left = quote.align === 'left' ? side : Math.round((sheet.size.width - set.width) / 2)
  const accent = accentOf(theme)
  const inks = { words: quote.ink, mark: accent, emphasis: accent }
  const look = { role: 'quote', inkOf: (role: keyof typeof inks) => inkOf(theme, inks[role]) } as const
  const rows = page.rows.flatMap((galley, index): readonly Shape[] => {
    const y = Math.round(start + capitals + index * set.leading)
    const seen = seenGlyphs(galley, { from: 0, to: galley.glyphs.length })
    const place = { x: left, y, size: set.size }
    if (!set.ruled) return runsOf(galley, seen, place, { look, shaper })
    const letters = seen.filter(({ glyph }) => !isPiece(galley.text.charAt(glyph.cluster)))
    const frame = frameOf(galley.text, seen, { ...place, leading: set.leading, capitals, ink: look.inkOf('words') })
    return [...frame, ...runsOf(galley, letters, place, { look, shaper })]
  })
  const { font, size } = attribution.handle
  const over = setLine(label, { font, size, ink: accent, tracking: 0.02 }, sheet)
  return [...over.at(left, start - zone.gap), ...rows]
}

/** The ink that stands out, where it can be read on the ground. */
function accentOf({ accent, ground, inks, quote }: Theme): string {
  const ratio = accent === null ? 0 : contrast(inks[accent] ?? '#000000', inks[ground] ?? '#000000')
  return accent !== null && ratio >= enough ? accent : quote.ink
}

/** Height of a font's capitals in ems. */
function capitalsOf(font: string, { shaper }: Sheet): number {
  const { capHeight, unitsPerEm } = shaper.metrics(font)
  return capHeight / unitsPerEm
}
