import { altTextOf, altTextOfCode } from '../core/card/alt.ts'
import { withBrand } from '../core/card/brand.ts'
import { type CodeWords, layOutCode } from '../core/card/code-layout.ts'
import { emojiIn } from '../core/card/emoji.ts'
import type { EmojiArt } from '../core/card/inlay.ts'
import type { CardWords } from '../core/card/layout.ts'
import { layOut } from '../core/card/layout.ts'
import { onPhoto, UnfitPictureError } from '../core/card/picture.ts'
import { toPlane } from '../core/card/plane.ts'
import type { Shaper } from '../core/card/shaper.ts'
import type { CardLayout } from '../core/card/sheet.ts'
import type { Size } from '../core/card/size.ts'
import { toSvg } from '../core/card/svg.ts'
import type { Theme } from '../core/card/theme.ts'
import { clean } from '../core/card/wording.ts'
import type { Problem } from '../core/problem.ts'
import type { Painter } from '../ports.ts'

export interface CardOrder extends Look {
  readonly words: CardWords
  readonly size: Size
}

/** A block of code that is to be drawn, on cards of one of these sizes. */
export interface CodeOrder extends Look {
  readonly words: CodeWords
  readonly sizes: readonly Size[]
}

interface Look {
  readonly theme: string
  readonly as: 'png' | 'jpeg' | 'svg'
  /** The owner's own, as `#rrggbb`. */
  readonly colour?: string | null
  /** What a card in a theme of photos stands on. */
  readonly photo?: Uint8Array | null
}

/** A card as a file, with the text that stands for it where it cannot be seen. */
export interface Card {
  readonly kind: 'card'
  readonly bytes: Uint8Array
  /** Its media type: `image/png`. */
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml'
  readonly alt: string
}

export type Refused = { readonly kind: 'problem'; readonly problem: Problem }

export interface DrawingTools {
  readonly shaper: Shaper
  readonly painter: Painter
  readonly themes: ReadonlyMap<string, Theme>
}

/** Draws one card, or says what is in the way. */
export async function drawCard(order: CardOrder, tools: DrawingTools): Promise<Card | Refused> {
  const { words, size } = order
  const theme = themeOf(order, tools)
  if (theme.kind === 'problem') return theme
  const art = await emojiOf([words.quote, words.title, words.name], tools)
  const laid = layOut(words, theme.theme, size, tools.shaper, art)
  if (laid.kind === 'problem') return laid
  return painted({ layout: laid.layout, alt: altTextOf(words), art }, order, tools)
}

/** Draws a block of code on as few cards as hold it, or says what is in the way. */
export async function drawCode(order: CodeOrder, tools: DrawingTools): Promise<readonly Card[] | Refused> {
  const { words, sizes } = order
  const theme = themeOf(order, tools)
  if (theme.kind === 'problem') return theme
  const art = await emojiOf([words.code, words.title, words.name], tools)
  const laid = layOutCode(words, theme.theme, sizes, tools.shaper, art)
  if (laid.kind === 'problem') return laid
  const cards: Card[] = []
  for (const { layout, code } of laid.pages) {
    const card = await painted({ layout, alt: altTextOfCode(code), art }, order, tools)
    if (card.kind === 'problem') return card
    cards.push(card)
  }
  return cards
}

/** The theme that an order names, in the owner's colour. */
function themeOf(
  { theme: name, as, colour = null, photo = null }: Look,
  { themes }: DrawingTools,
): { readonly kind: 'theme'; readonly theme: Theme } | Refused {
  const theme = themes.get(name)
  if (theme === undefined) return refused({ code: 'theme-unknown', theme: name, themes: [...themes.keys()] })
  if (theme.photo && photo === null) return refused({ code: 'photo-none', theme: name })
  if (theme.photo && as === 'svg') return refused({ code: 'photo-as-svg' })
  return { kind: 'theme', theme: withBrand(theme, colour) }
}

interface Unpainted {
  readonly layout: CardLayout
  readonly alt: string
  readonly art: EmojiArt
}

async function painted(
  { layout, alt, art }: Unpainted,
  { theme, as, photo = null }: Look,
  { shaper, painter, themes }: DrawingTools,
): Promise<Card | Refused> {
  const ground = themes.get(theme)?.photo === true ? photo : null
  try {
    const bytes =
      as === 'svg'
        ? new TextEncoder().encode(toSvg(layout, shaper, { art }))
        : await painter.paint(ground === null ? toPlane(layout, shaper, art) : onPhoto(layout, ground, shaper, art), as)
    return { kind: 'card', bytes, type: types[as], alt }
  } catch (cause) {
    if (cause instanceof UnfitPictureError) return refused(cause.problem)
    throw cause
  }
}

const types = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const

/** The drawings of the emoji in `texts`; some may have none. */
async function emojiOf(texts: readonly string[], { painter }: DrawingTools): Promise<EmojiArt> {
  const art = new Map<string, string>()
  for (const character of emojiIn(clean(texts.join(' ')))) {
    const svg = await painter.emoji(character)
    if (svg !== null) art.set(character, svg)
  }
  return art
}

function refused(problem: Problem): Refused {
  return { kind: 'problem', problem }
}
