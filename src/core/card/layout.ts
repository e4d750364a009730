import type { Problem } from '../problem.ts'
import type { Source } from './attribution.ts'
import { layAttribution } from './attribution.ts'
import { directionOf } from './direction.ts'
import type { EmojiSet } from './emoji.ts'
import { noEmoji } from './emoji.ts'
import type { Zone } from './fit.ts'
import { capacity } from './fit.ts'
import { legible } from './legible.ts'
import type { Logo } from './logo.ts'
import { languageOf, marksOf } from './marks.ts'
import { layMark, layOrnaments } from './ornament.ts'
import { withWordPlaces } from './parting.ts'
import { layLines } from './place.ts'
import { setQuote } from './quote.ts'
import { leadingFor } from './scripts.ts'
import type { Shaper } from './shaper.ts'
import type { CardLayout, Sheet } from './sheet.ts'
import { inkOf, safe } from './sheet.ts'
import type { Size } from './size.ts'
import { unitOf } from './size.ts'
import { readSource } from './source.ts'
import type { Setter } from './stretch.ts'
import type { Theme } from './theme.ts'
import type { Wording } from './wording.ts'
import { clean, wordingOf } from './wording.ts'

/** What stands on a card. An empty title, handle or name is left out. */
export interface CardWords {
  readonly quote: string
  readonly title: string
  /** With the @. */
  readonly handle: string
  readonly name: string
  /** A BCP 47 tag: of whose printers the quotation marks are, and where words are parted; else what the letters tell. */
  readonly language?: string
  readonly logo?: Logo | null
}

export type LaidOut =
  | { readonly kind: 'card'; readonly layout: CardLayout }
  | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * Lays a quote and its attribution out on a card of `size`, as `theme` has it.
 * @param emoji those that can be drawn; others are left out at the ends of a sentence, and refused within one
 */
export function layOut(
  words: CardWords,
  theme: Theme,
  size: Size,
  shaper: Shaper,
  emoji: EmojiSet = noEmoji, // oxlint-disable-line max-params -- most who lay out cards have none
): LaidOut {
  const read = readWords(words, theme, { shaper, emoji })
  if (read.kind === 'problem') return read
  const { wording, language } = read
  const side = Math.round(theme.side * size.width)
  const direction = directionOf(wording.text)
  const mark = marksOf(language).open.trim()
  const sheet: Sheet = {
    theme,
    size,
    unit: unitOf(size),
    side,
    direction,
    mark,
    shaper,
    emoji,
    logo: words.logo ?? null,
  }
  const foot = layAttribution(read.words, sheet)
  const over = layMark(sheet)
  const { top, zone } = zoneOf(sheet, { below: foot.top, over: over.height, text: wording.text })
  const { galley, fitted, indent } = setQuote(wording, { zone, language }, sheet)
  if (fitted === null) {
    const length = Array.from(wording.text).length
    return { kind: 'problem', problem: { code: 'quote-too-long', length, most: capacity(galley, zone) } }
  }
  const capitals = zone.capHeight * fitted.size
  const tall = capitals + (fitted.lines.length - 1) * fitted.leading
  const start = top + theme.quote.anchor * (zone.height - tall)
  const lines = layLines(galley, { ...fitted, indent, firstBaseline: start + capitals }, sheet)
  const shapes = [...layOrnaments(sheet), ...foot.shapes, ...over.at(start), ...lines]
  return { kind: 'card', layout: { size, ground: inkOf(theme, theme.ground), shapes } }
}

/** Where the quote may stand: from `top`, which its capitals reach when it fills the zone, to above the foot. */
function zoneOf(
  { theme: { quote }, size, unit, side, shaper }: Sheet,
  { below, over, text }: { readonly below: number; readonly over: number; readonly text: string },
): { readonly top: number; readonly zone: Zone } {
  const { capHeight, unitsPerEm } = shaper.metrics(quote.font)
  const wider = leadingFor(text)
  const tall = Math.min(1.3, Math.max(1, Math.sqrt((size.height / size.width) * (16 / 9)))) // a short measure, much height
  const most = tall * quote.size.most * unit
  const [accents, descents] = wider > 1 ? [0.6 * most, 0.6 * most] : [0.25 * most, 0.25 * most]
  const top = Math.max(quote.room.above * unit, safe * size.height + accents) + over
  const zone = {
    width: size.width - 2 * side,
    height:
      Math.min(below - quote.room.below * unit - 0.8 * (wider - 1) * most, (1 - safe) * size.height - descents) - top,
    size: { most, least: quote.size.least * unit },
    leading: { most: wider * quote.leading.most, least: wider * quote.leading.least },
    capHeight: capHeight / unitsPerEm,
    hung: 0,
  }
  return { top, zone }
}

type Read =
  | { readonly kind: 'words'; readonly wording: Wording; readonly words: Source; readonly language: string }
  | { readonly kind: 'problem'; readonly problem: Problem }

function readWords(words: CardWords, theme: Theme, setter: Setter): Read {
  const { quote } = theme
  const fonts = [quote.font, quote.emphasis.font ?? quote.font]
  const said = legible(clean(words.quote), { fonts, leaveOut: 'edges' }, setter)
  if (said.kind === 'problem') return said
  if (!/[\p{L}\p{N}]/u.test(said.text)) return { kind: 'problem', problem: { code: 'quote-empty' } }
  const language = words.language ?? languageOf(said.text)
  const by = readSource(words, { theme, language }, setter)
  if (by.kind === 'problem') return by
  const wording = withWordPlaces(wordingOf(said.text, { marked: quote.marks !== null, language }), language)
  return { kind: 'words', wording, words: by.source, language }
}
