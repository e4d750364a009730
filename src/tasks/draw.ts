import { altTextOf } from '../core/card/alt.ts'
import { withBrand } from '../core/card/brand.ts'
import type { CardWords } from '../core/card/layout.ts'
import { layOut } from '../core/card/layout.ts'
import type { Picture } from '../core/card/picture.ts'
import { onPhoto, UnfitPictureError } from '../core/card/picture.ts'
import { toPlane } from '../core/card/plane.ts'
import type { Shaper } from '../core/card/shaper.ts'
import type { CardLayout } from '../core/card/sheet.ts'
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

type Refused = { readonly kind: 'problem'; readonly problem: Problem }

export interface DrawingTools {
  readonly shaper: Shaper
  readonly painter: Painter
  readonly themes: ReadonlyMap<string, Theme>
}

/** Draws one card, or says what is in the way. */
export async function drawCard(order: CardOrder, tools: DrawingTools): Promise<Card | Refused> {
  const { words, theme: name, size, as, colour = null, photo = null } = order
  const { shaper, painter, themes } = tools
  const theme = themes.get(name)
  if (theme === undefined) return refused({ code: 'theme-unknown', theme: name, themes: [...themes.keys()] })
  if (theme.photo && photo === null) return refused({ code: 'photo-none', theme: name })
  if (theme.photo && as === 'svg') return refused({ code: 'photo-as-svg' })
  const laid = layOut(words, withBrand(theme, colour), size, shaper)
  if (laid.kind === 'problem') return laid
  const { layout } = laid
  try {
    const bytes =
      as === 'svg'
        ? new TextEncoder().encode(toSvg(layout, shaper))
        : await painter.paint(pictureOf(layout, theme.photo ? photo : null, shaper), as)
    return { kind: 'card', bytes, type: types[as], alt: altTextOf(words) }
  } catch (cause) {
    if (cause instanceof UnfitPictureError) return refused(cause.problem)
    throw cause
  }
}

const types = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const

/** A photo wants words laid over it; a flat card is a plane, unless it has a sign in colours of its own. */
function pictureOf(layout: CardLayout, photo: Uint8Array | null, shaper: Shaper): Picture {
  if (photo !== null) return onPhoto(layout, photo, shaper)
  return layout.shapes.some(({ kind }) => kind === 'sign') ? toSvg(layout, shaper) : toPlane(layout, shaper)
}

function refused(problem: Problem): Refused {
  return { kind: 'problem', problem }
}
