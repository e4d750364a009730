import type { Span } from '../article/article.ts'
import type { Direction } from './direction.ts'
import { hasRightToLeft } from './direction.ts'
import type { EmojiSet } from './emoji.ts'
import { graphemesOf, isEmoji, mayHoldEmoji } from './emoji.ts'
import type { Shaper } from './shaper.ts'
import { asDrawn } from './wording.ts'

/** The fonts of a text: its own, and that of its emphasised phrases. */
export interface Faces {
  readonly font: string
  readonly emphasisFont: string
  /** Added after each letter, in ems. */
  readonly tracking: number
  /** That of the whole text. */
  readonly direction: Direction
}

/** What setting text needs of the card that is laid out. */
export interface Setter {
  readonly shaper: Shaper
  readonly emoji: EmojiSet
}

/** A part of a text that is shaped in one go: of one font and one direction; or an emoji. */
export interface Stretch extends Span {
  readonly font: string
  /** Odd where it runs from right to left (UAX #9). */
  readonly level: number
  /** As it is written; null for letters. */
  readonly emoji: string | null
}

/** `text` parted where the font changes, or the direction, and at each emoji. */
export function stretchesOf(text: string, emphases: readonly Span[], faces: Faces, setter: Setter): readonly Stretch[] {
  const emoji = emojiOf(text, faces, setter)
  const fonts = byFont(text, emphases, faces)
  const turns = faces.direction === 'rtl' || hasRightToLeft(text)
  if (emoji.length === 0 && !turns) return fonts.map((span) => ({ ...span, level: 0, emoji: null }))
  const levels = turns ? setter.shaper.levels(withoutEmoji(text, emoji), faces.direction) : []
  const ends = [...emoji.flatMap(({ start, end }) => [start, end]), ...fonts.map(({ end }) => end)]
  const edges = new Set(ends)
  for (let at = 1; at < text.length; at += 1) if (levels[at] !== levels[at - 1]) edges.add(at)
  const found: Stretch[] = []
  let start = 0
  for (const end of [...edges].filter((edge) => edge > 0).toSorted((a, b) => a - b)) {
    const { font } = fonts.find((span) => span.start <= start && start < span.end) ?? faces
    const sign = emoji.find((span) => span.start === start)
    found.push({ start, end, font, level: levels[start] ?? 0, emoji: sign?.character ?? null })
    start = end
  }
  return found
}

interface EmojiAt extends Span {
  readonly character: string
}

function emojiOf(text: string, { font, emphasisFont }: Faces, { shaper, emoji }: Setter): readonly EmojiAt[] {
  if (!mayHoldEmoji(text)) return []
  const found: EmojiAt[] = []
  let start = 0
  for (const grapheme of graphemesOf(text)) {
    const end = start + grapheme.length
    const hasShape = (): boolean => [font, emphasisFont].every((each) => shaper.covers(each, asDrawn(grapheme)))
    if (isEmoji(grapheme, emoji, hasShape)) found.push({ start, end, character: grapheme })
    start = end
  }
  return found
}

/** Emoji take the direction of what surrounds them, like any picture in a text (UAX #9). */
function withoutEmoji(text: string, emoji: readonly EmojiAt[]): string {
  let [rest, from] = ['', 0]
  for (const { start, end } of emoji) {
    rest += text.slice(from, start) + '\ufffc'.repeat(end - start)
    from = end
  }
  return rest + text.slice(from)
}

function byFont(
  text: string,
  emphases: readonly Span[],
  { font, emphasisFont }: Faces,
): readonly (Span & { readonly font: string })[] {
  if (font === emphasisFont) return [{ start: 0, end: text.length, font }]
  const found: (Span & { readonly font: string })[] = []
  let from = 0
  for (const { start, end } of emphases) {
    found.push({ start: from, end: start, font }, { start, end, font: emphasisFont })
    from = end
  }
  found.push({ start: from, end: text.length, font })
  return found.filter(({ start, end }) => start < end)
}
