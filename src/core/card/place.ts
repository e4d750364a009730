import type { Line } from './balance.ts'
import type { Galley, SetGlyph } from './galley.ts'
import { placeGlyphs } from './line.ts'
import type { Shaper } from './shaper.ts'
import type { Fill, Sheet, TextRun } from './sheet.ts'
import { inkOf, safe } from './sheet.ts'

/** A broken text with its size of type, and the baseline of its first line. Pixels. */
export interface Setting {
  readonly lines: readonly Line[]
  readonly size: number
  readonly leading: number
  readonly firstBaseline: number
}

/** The lines of the quote as runs of ink, with bars behind emphasised phrases where the theme has them. */
export function layLines(galley: Galley, setting: Setting, sheet: Sheet): readonly (Fill | TextRun)[] {
  const bars: Fill[] = []
  const runs: TextRun[] = []
  for (const [index, line] of setting.lines.entries()) {
    const y = Math.round(setting.firstBaseline + index * setting.leading)
    const origin = originOf(galley, line, setting.size, sheet)
    for (const { from, to } of stretches(galley.glyphs, line)) {
      const first = galley.glyphs[from] as SetGlyph
      const x = origin + first.start * setting.size
      const run = runOf(galley, { from, to }, { x, y, size: setting.size }, sheet)
      runs.push(run)
      const bar = sheet.theme.quote.emphasis.bar
      if (first.role !== 'emphasis' || bar === null) continue
      const width = ((galley.glyphs[to - 1]?.end ?? 0) - first.start) * setting.size
      bars.push(barBehind(run, { width, leading: setting.leading, ink: inkOf(sheet.theme, bar) }, sheet.shaper))
    }
  }
  return [...bars, ...runs]
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The glyphs of a line parted where font or ink change. */
function stretches(glyphs: readonly SetGlyph[], { from, to }: Line): readonly Stretch[] {
  const found: Stretch[] = []
  for (let index = from; index < to; index += 1) {
    const [before, here] = [glyphs[index - 1], glyphs[index]]
    const last = found.at(-1)
    if (last !== undefined && before?.font === here?.font && before?.role === here?.role) {
      found[found.length - 1] = { from: last.from, to: index + 1 }
    } else found.push({ from: index, to: index + 1 })
  }
  return found
}

function runOf(
  galley: Galley,
  { from, to }: Stretch,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  { theme, shaper }: Sheet,
): TextRun {
  const { font, role, cluster } = galley.glyphs[from] as SetGlyph
  const { quote } = theme
  const { unitsPerEm } = shaper.metrics(font)
  const inks = { words: quote.ink, mark: quote.marks ?? quote.ink, emphasis: quote.emphasis.ink }
  const text = galley.text.slice(cluster, galley.glyphs[to]?.cluster ?? galley.text.length)
  const glyphs = placeGlyphs(galley, from, to, unitsPerEm)
  return { kind: 'text', role: 'quote', text, font, unitsPerEm, size, x, y, ink: inkOf(theme, inks[role]), glyphs }
}

/** A bar reaches a little beyond its words, and leaves a thin gap to the bar of the next line. */
function barBehind(
  { font, unitsPerEm, size, x, y }: TextRun,
  { width, leading, ink }: { readonly width: number; readonly leading: number; readonly ink: string },
  shaper: Shaper,
): Fill {
  const beyond = 0.09 * size
  const top = Math.round(y - (inkOfLetter('l', font, shaper).top / unitsPerEm) * size - 0.05 * size)
  const bottom = Math.round(
    Math.min(
      y - (inkOfLetter('p', font, shaper).bottom / unitsPerEm) * size + 0.05 * size,
      top + leading - 0.03 * size,
    ),
  )
  const left = Math.round(x - beyond)
  return { kind: 'fill', x: left, y: top, width: Math.round(x + width + beyond) - left, height: bottom - top, ink }
}

function inkOfLetter(letter: string, font: string, shaper: Shaper): ReturnType<Shaper['ink']> {
  return shaper.ink(font, shaper.shape(letter, font)[0]?.id ?? 0)
}

/**
 * Where the galley begins so that `line` stands on the card as the eye wants it: at the left, an opening mark hangs and the
 * first letter's ink, not its side bearing, stands on the margin; in the centre, marks and stops count half.
 */
function originOf(galley: Galley, line: Line, size: number, { theme, size: card, side, shaper }: Sheet): number {
  const glyphs = galley.glyphs.slice(line.from, line.to)
  const signOf = ({ cluster }: SetGlyph): string => galley.text.charAt(cluster)
  const hangs = glyphs[0] !== undefined && /[“‘„«]/.test(signOf(glyphs[0]))
  const first = glyphs[hangs ? 1 : 0] ?? glyphs[0]
  const last = glyphs.findLast((glyph) => !/[”’“».,;:!?…)-]/.test(signOf(glyph))) ?? glyphs.at(-1)
  if (first === undefined || last === undefined) return side
  if (theme.quote.align === 'left') {
    const inkStart = ({ start, font, id }: SetGlyph): number =>
      start + shaper.ink(font, id).left / shaper.metrics(font).unitsPerEm
    const overshoot = /[CGOQTVWYAcdefoqt]/.test(signOf(first)) ? 0.012 : 0
    const onMargin = side - (inkStart(first) + overshoot) * size
    return Math.max(onMargin, safe * card.width + 1 - inkStart(glyphs[0] ?? first) * size)
  }
  const [start, end] = [glyphs[0]?.start ?? 0, glyphs.at(-1)?.end ?? 0]
  const middle = ((start + first.start) / 2 + (end + last.end) / 2) / 2
  return card.width / 2 - middle * size
}
