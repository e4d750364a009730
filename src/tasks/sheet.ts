import { defaultSize } from '../core/card/size.ts'
import { InputError } from '../core/errors.ts'
import type { Problem } from '../core/problem.ts'
import type { Ports } from '../ports.ts'
import { notesOn, readBrand } from './brand.ts'
import type { Card } from './draw.ts'
import { drawCard } from './draw.ts'
import { readPiece } from './piece.ts'
import { readDraft } from './read-draft.ts'

/** One quote of a piece as every theme draws it. */
export interface Choice {
  readonly post: number
  readonly quote: string
  readonly cards: readonly (
    | (Card & { readonly theme: string })
    | { readonly kind: 'problem'; readonly theme: string; readonly problem: Problem }
  )[]
}

export interface Choices {
  readonly title: string
  /** The theme that the piece's cards are drawn in now. */
  readonly theme: string
  readonly themes: readonly ThemeOnOffer[]
  readonly choices: readonly Choice[]
}

/** A theme, and what the owner should know of it before they choose it. */
export interface ThemeOnOffer {
  readonly name: string
  readonly notes: readonly Problem[]
}

/**
 * Every card of a piece in every theme; the theme of photos only where there is a photo.
 * @throws InputError when the piece has no thread, or its thread no card.
 */
export async function drawSheet(
  slug: string,
  ports: Pick<Ports, 'pieces' | 'chance' | 'clock' | 'settings' | 'shaper' | 'themes' | 'painter' | 'progress'>,
): Promise<Choices> {
  const piece = await readPiece(slug, ports)
  const { article } = piece
  const posts = (await readDraft(slug, piece, ports))?.posts ?? []
  const quotes = posts.flatMap(({ n, card }) => (card === null ? [] : [{ post: n, quote: card.quote }]))
  if (quotes.length === 0) throw noCards(slug, posts.length > 0)
  const { brand } = await readBrand(slug, ports)
  const { colour, photo, ...sign } = brand
  const tools = { shaper: await ports.shaper(), themes: await ports.themes(), painter: ports.painter }
  const { title, language } = article
  const words = { title, language, handle: ports.settings.handle ?? '', ...sign }
  const themes = [...tools.themes.values()].filter((theme) => !theme.photo || photo !== null)
  ports.progress.say(`drawing ${quotes.length * themes.length} cards`)
  const choices: Choice[] = []
  for (const { post, quote } of quotes) {
    const cards = themes.map(async ({ name, photo: isPhoto }) => {
      const look = { theme: name, size: defaultSize, as: isPhoto ? ('jpeg' as const) : ('png' as const), colour, photo }
      return { ...(await drawCard({ words: { quote, ...words }, ...look }, tools)), theme: name }
    })
    choices.push({ post, quote, cards: await Promise.all(cards) })
  }
  const offers = themes.map(async (theme) => ({ name: theme.name, notes: await notesOn(sign.logo, theme, ports) }))
  const theme = article.front.theme ?? ports.settings.cardTheme
  return { title: article.title, theme, themes: await Promise.all(offers), choices }
}

function noCards(slug: string, isDrafted: boolean): InputError {
  const fact = isDrafted ? 'its thread.md has no card' : 'it has no thread.md yet'
  return new InputError('not-drafted', {
    message: `Cannot show the cards of ${slug}: ${fact}`,
    hint: isDrafted
      ? 'Mark a passage ==so== in the article, then draft again.'
      : `Draft it first: broadside draft ${slug}`,
  })
}
