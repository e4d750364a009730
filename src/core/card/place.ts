import type { Line } from './balance.ts'
import type { Galley } from './galley.ts'
import { emojiAdvance, emojiSize } from './galley.ts'
import type { Look, Place, Seen } from './run.ts'
import { runsOf, seenGlyphs } from './run.ts'
import type { Shaper } from './shaper.ts'
import type { Emoji, Fill, Sheet, TextRun } from './sheet.ts'
import { inkOf, safe } from './sheet.ts'

/** A broken text with its size of type, and the baseline of its first line. Pixels. */
export interface Setting {
  readonly lines: readonly Line[]
  readonly size: number
  readonly leading: number
  /** How far the lines stand in from the margin where reading begins. */
  readonly indent: number
  readonly firstBaseline: number
}

/** The lines of the quote as runs of ink, with bars behind emphasised phrases where the theme has them. */
export function layLines(galley: Galley, setting: Setting, sheet: Sheet): readonly (Fill | TextRun | Emoji)[] {
  const { theme, shaper } = sheet
  const { quote } = theme
  const inks = { words: quote.ink, mark: quote.marks ?? quote.ink, emphasis: quote.emphasis.ink }
  const look: Look = { role: 'quote', inkOf: (role) => inkOf(theme, inks[role]) }
  const bars: Fill[] = []
  const runs: (TextRun | Emoji)[] = []
  for (const [index, line] of setting.lines.entries()) {
    const y = Math.round(setting.firstBaseline + index * setting.leading)
    const seen = seenGlyphs(galley, line)
    const place = { x: leftOf(galley, seen, setting, sheet), y, size: setting.size }
    runs.push(...runsOf(galley, seen, place, { look, shaper }))
    if (quote.emphasis.bar === null) continue
    const bar = { ink: inkOf(theme, quote.emphasis.bar), leading: setting.leading }
    bars.push(...emphasised(seen).map((phrase) => barBehind(phrase, place, { bar, shaper })))
  }
  return [...bars, ...runs]
}

/** The stretches of a line that are emphasised. */
function emphasised(seen: readonly Seen[]): readonly (readonly Seen[])[] {
  const found: Seen[][] = []
  for (const [index, each] of seen.entries()) {
    if (each.glyph.role !== 'emphasis') continue
    if (seen[index - 1]?.glyph.role === 'emphasis') found.at(-1)?.push(each)
    else found.push([each])
  }
  return found
}

/** A bar reaches a little beyond its words, and leaves a thin gap to the bar of the next line. */
function barBehind(
  phrase: readonly Seen[],
  { x, y, size }: Place,
  { bar, shaper }: { readonly bar: { readonly ink: string; readonly leading: number }; readonly shaper: Shaper },
): Fill {
  const { font } = (phrase[0] as Seen).glyph
  const { unitsPerEm } = shaper.metrics(font)
  const beyond = 0.09 * size
  const top = Math.round(y - (inkOfLetter('l', font, shaper).top / unitsPerEm) * size - 0.05 * size)
  const bottom = Math.round(
    Math.min(
      y - (inkOfLetter('p', font, shaper).bottom / unitsPerEm) * size + 0.05 * size,
      top + bar.leading - 0.03 * size,
    ),
  )
  const left = Math.round(x + (phrase[0]?.left ?? 0) * size - beyond)
  const right = Math.round(x + (phrase.at(-1)?.right ?? 0) * size + beyond)
  return { kind: 'fill', x: left, y: top, width: right - left, height: bottom - top, ink: bar.ink }
}

function inkOfLetter(letter: string, font: string, shaper: Shaper): ReturnType<Shaper['ink']> {
  return shaper.ink(font, shaper.shape(letter, font)[0]?.id ?? 0)
}

/**
 * Where the left end of a line stands so that the eye is content: on the side where reading begins an opening mark hangs,
 * and the ink of the first letter, not its side bearing, stands on the margin; in the centre, marks and stops count half.
 */
function leftOf(
  galley: Galley,
  seen: readonly Seen[],
  { size, indent }: Setting,
  { theme, size: card, side: margin, direction, shaper }: Sheet,
): number {
  const side = margin + indent
  const wide = seen.filter((each) => each.right > each.left) // an accent without a letter is no edge
  const [left, right] = [wide[0], wide.at(-1)]
  if (left === undefined || right === undefined) return side
  const isLight = ({ glyph }: Seen): boolean => lightSigns.test(galley.text.charAt(glyph.cluster))
  const solid = wide.filter((each) => !isLight(each))
  if (theme.quote.align === 'centre') {
    const [from, to] = [solid[0] ?? left, solid.at(-1) ?? right]
    return card.width / 2 - ((left.left + from.left) / 2 + (right.right + to.right) / 2) * 0.5 * size
  }
  const [width, least] = [card.width, safe * card.width + 1]
  if (direction === 'rtl') {
    const first = hangs(galley, right) ? (wide.findLast((each) => !isOpening(galley, each)) ?? right) : right
    return Math.min(
      width - side - inkOfSeen(first, shaper).right * size,
      width - least - inkOfSeen(right, shaper).right * size,
    )
  }
  const first = hangs(galley, left) ? (wide.find((each) => !isOpening(galley, each)) ?? left) : left
  const overshoot = /[CGOQTVWYAcdefoqt]/.test(galley.text.charAt(first.glyph.cluster)) ? 0.012 : 0
  const onMargin = side - (inkOfSeen(first, shaper).left + overshoot) * size
  return Math.max(onMargin, least - inkOfSeen(left, shaper).left * size)
}

/** Signs that weigh little at the ends of a line. */
const lightSigns = /[”’“‘„‚«»‹›「」『』.,;:!?…)(،؛؟、。\u00a0\u202f-]/

function hangs(galley: Galley, { glyph }: Seen): boolean {
  return /[“‘„‚«‹»›”「『]/.test(galley.text.charAt(glyph.cluster))
}

function isOpening({ text }: Galley, { glyph }: Seen): boolean {
  return /[“‘„‚«‹»›”「『\u202f]/.test(text.charAt(glyph.cluster))
}

/** The left and the right end of a glyph's ink, in ems from the line's left end. */
function inkOfSeen({ glyph, left }: Seen, shaper: Shaper): { readonly left: number; readonly right: number } {
  if (glyph.emoji !== null) {
    const gap = (emojiAdvance - emojiSize) / 2
    return { left: left + gap, right: left + gap + emojiSize }
  }
  const { unitsPerEm } = shaper.metrics(glyph.font)
  const ink = shaper.ink(glyph.font, glyph.id)
  return { left: left + glyph.dx + ink.left / unitsPerEm, right: left + glyph.dx + ink.right / unitsPerEm }
}
