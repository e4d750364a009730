import { defaultSize } from '../core/card/size.ts'
import type { Problem } from '../core/problem.ts'
import { InputError } from '../core/problem.ts'
import type { Ports } from '../ports.ts'
import { readBrand } from './brand.ts'
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

/**
 * Every card of a piece in every theme; the theme of photos only where there is a photo.
 * @throws InputError when the piece has no thread, or its thread no card.
 */
export async function drawSheet(
  slug: string,
  ports: Pick<Ports, 'pieces' | 'chance' | 'clock' | 'settings' | 'shaper' | 'themes' | 'painter' | 'progress'>,
): Promise<{ readonly title: string; readonly theme: string; readonly choices: readonly Choice[] }> {
  const { article } = await readPiece(slug, ports)
  const posts = (await readDraft(slug, article, ports))?.posts ?? []
  const quotes = posts.flatMap(({ n, card }) => (card === null ? [] : [{ post: n, quote: card.quote }]))
  if (quotes.length === 0) throw noCards(slug, posts.length > 0)
  const { brand } = await readBrand(slug, ports)
  const { colour, photo, ...sign } = brand
  const tools = { shaper: await ports.shaper(), themes: await ports.themes(), painter: ports.painter }
  const words = { title: article.title, handle: ports.settings.handle ?? '', ...sign }
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
  return { title: article.title, theme: article.front.theme ?? ports.settings.cardTheme, choices }
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
