import type { Problem } from '../problem.ts'
import type { Source } from './attribution.ts'
import { layAttribution } from './attribution.ts'
import type { Zone } from './fit.ts'
import { capacity, fit } from './fit.ts'
import { setGalley } from './galley.ts'
import { legible } from './legible.ts'
import type { Logo } from './logo.ts'
import { layMark, layOrnaments } from './ornament.ts'
import { layLines } from './place.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, Sheet } from './sheet.ts'
import { inkOf, safe } from './sheet.ts'
import type { Size } from './size.ts'
import { unitOf } from './size.ts'
import type { Theme } from './theme.ts'
import type { Wording } from './wording.ts'
import { clean, withPrintersSigns, wordingOf } from './wording.ts'

/** What stands on a card. An empty title, handle or name is left out. */
export interface CardWords {
  readonly quote: string
  readonly title: string
  /** With the @. */
  readonly handle: string
  readonly name: string
  readonly logo?: Logo | null
}

export type LaidOut =
  | { readonly kind: 'card'; readonly layout: CardLayout }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Lays a quote and its attribution out on a card of `size`, as `theme` has it. */
export function layOut(words: CardWords, theme: Theme, size: Size, shaper: Shaper): LaidOut {
  const read = readWords(words, theme, shaper)
  if (read.kind === 'problem') return read
  const side = Math.round(theme.side * size.width)
  const sheet: Sheet = { theme, size, unit: unitOf(size), side, shaper, logo: words.logo ?? null }
  const foot = layAttribution(read.words, sheet)
  const mark = layMark(sheet)
  const { top, zone } = zoneOf(sheet, { below: foot.top, over: mark.height, marked: read.wording.marked })
  const { quote } = theme
  const faces = { font: quote.font, emphasisFont: quote.emphasis.font ?? quote.font, tracking: quote.tracking }
  const galley = setGalley(upTo(longest, read.wording), faces, shaper)
  const fitted = galley.text.length < read.wording.text.length ? null : fit(galley, zone)
  if (fitted === null) {
    const length = Array.from(read.wording.text).length
    return { kind: 'problem', problem: { code: 'quote-too-long', length, most: capacity(galley, zone) } }
  }
  const capitals = zone.capHeight * fitted.size
  const tall = capitals + (fitted.lines.length - 1) * fitted.leading
  const start = top + quote.anchor * (zone.height - tall)
  const lines = layLines(galley, { ...fitted, firstBaseline: start + capitals }, sheet)
  const shapes = [...layOrnaments(sheet), ...foot.shapes, ...mark.at(start), ...lines]
  return { kind: 'card', layout: { size, ground: inkOf(theme, theme.ground), shapes } }
}

/** No card holds more characters than this, and breaking them into lines would take long. */
const longest = 2000

function upTo(length: number, wording: Wording): Wording {
  return wording.text.length <= length ? wording : { ...wording, text: wording.text.slice(0, length), emphases: [] }
}

/** Where the quote may stand: from `top`, which its capitals reach when it fills the zone, to above the foot. */
function zoneOf(
  { theme: { quote }, size, unit, side, shaper }: Sheet,
  { below, over, marked }: { readonly below: number; readonly over: number; readonly marked: boolean },
): { readonly top: number; readonly zone: Zone } {
  const { capHeight, unitsPerEm } = shaper.metrics(quote.font)
  const accents = 0.25 * quote.size.most * unit
  const top = Math.max(quote.room.above * unit, safe * size.height + accents) + over
  const zone = {
    width: size.width - 2 * side,
    height: below - quote.room.below * unit - top,
    size: { most: quote.size.most * unit, least: quote.size.least * unit },
    leading: quote.leading,
    capHeight: capHeight / unitsPerEm,
    hung: marked ? 1 : 0,
  }
  return { top, zone }
}

type Read =
  | { readonly kind: 'words'; readonly wording: Wording; readonly words: Source }
  | { readonly kind: 'problem'; readonly problem: Problem }

function readWords(words: CardWords, theme: Theme, shaper: Shaper): Read {
  const { quote, attribution } = theme
  const fonts = [quote.font, quote.emphasis.font ?? quote.font]
  const said = legible(clean(words.quote), { fonts, leaveOut: 'edges' }, shaper)
  if (said.kind === 'problem') return said
  if (!/[\p{L}\p{N}]/u.test(said.text)) return { kind: 'problem', problem: { code: 'quote-empty' } }
  const by = { title: '', handle: '', name: '' }
  for (const part of ['title', 'handle', 'name'] as const) {
    const text = withPrintersSigns(clean(words[part]))
    const read = legible(text, { fonts: [attribution[part].font], leaveOut: 'anywhere' }, shaper)
    if (read.kind === 'problem') return read
    by[part] = read.text
  }
  return { kind: 'words', wording: wordingOf(said.text, { marked: quote.marks !== null }), words: by }
}
