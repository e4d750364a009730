import { altTextOf } from '../core/card/alt.ts'
import type { CardWords } from '../core/card/layout.ts'
import { layOut } from '../core/card/layout.ts'
import type { Shaper } from '../core/card/shaper.ts'
import type { Size } from '../core/card/size.ts'
import { toSvg } from '../core/card/svg.ts'
import type { Theme } from '../core/card/theme.ts'
import type { Problem } from '../core/problem.ts'
import type { Painter } from '../ports.ts'

export interface CardOrder {
  readonly words: CardWords
  readonly theme: string
  readonly size: Size
  readonly as: 'png' | 'jpeg' | 'svg'
}

/** A card as a file, with the text that stands for it where it cannot be seen. */
export interface Card {
  readonly kind: 'card'
  readonly bytes: Uint8Array
  /** Its media type: `image/png`. */
  readonly type: string
  readonly alt: string
}

export interface DrawingTools {
  readonly shaper: Shaper
  readonly painter: Painter
  readonly themes: ReadonlyMap<string, Theme>
}

/** Draws one card, or says what is in the way. */
export async function drawCard(
  { words, theme: name, size, as }: CardOrder,
  { shaper, painter, themes }: DrawingTools,
): Promise<Card | { readonly kind: 'problem'; readonly problem: Problem }> {
  const theme = themes.get(name)
  if (theme === undefined) {
    return { kind: 'problem', problem: { code: 'theme-unknown', theme: name, themes: [...themes.keys()] } }
  }
  const laid = layOut(words, theme, size, shaper)
  if (laid.kind === 'problem') return laid
  const svg = toSvg(laid.layout, shaper)
  const bytes = as === 'svg' ? new TextEncoder().encode(svg) : await painter.paint(svg, as)
  return { kind: 'card', bytes, type: types[as], alt: altTextOf(words) }
}

const types = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const
