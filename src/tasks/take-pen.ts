import type { Article, CodeCard } from '../core/article/article.ts'
import { altTextOf } from '../core/card/alt.ts'
import { defaultSize, uprightSize } from '../core/card/size.ts'
import type { Problem } from '../core/problem.ts'
import type { PartOf } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { notesOn, readBrand } from './brand.ts'
import { type Card, drawCard, drawCode, type Refused } from './draw.ts'

export type DrawingNeeds = Pick<Ports, 'painter' | 'pieces' | 'progress' | 'settings' | 'shaper' | 'themes'>

/** A piece whose cards are drawn. */
export interface Subject {
  readonly slug: string
  /** The whole article: a quote of a series may stand in another of its threads. */
  readonly whole: Article
  readonly part: PartOf | null
}

/** What draws the cards of one piece, all in one look. */
export interface Pen {
  readonly draw: (quote: string) => Promise<Card | Refused>
  /** What a card of the quote says to those who cannot see it. */
  readonly altOf: (quote: string) => string
  readonly drawCode: (code: CodeCard) => Promise<readonly Card[] | Refused>
  /** What of the owner's brand cannot be had. */
  readonly problems: readonly Problem[]
}

export async function takePen({ slug, whole }: Pick<Subject, 'slug' | 'whole'>, ports: DrawingNeeds): Promise<Pen> {
  const { settings, painter } = ports
  const tools = { shaper: await ports.shaper(), themes: await ports.themes(), painter }
  const { brand, problems } = await readBrand(slug, ports)
  const { colour, photo, ...sign } = brand
  const { title, language } = whole
  const about = { title, language, handle: settings.handle ?? handleIn(whole), ...sign }
  const theme = whole.front.theme ?? settings.cardTheme
  const as = tools.themes.get(theme)?.photo === true ? ('jpeg' as const) : ('png' as const)
  const look = { theme, as, colour, photo }
  return {
    draw: (quote) => drawCard({ words: { quote, ...about }, size: defaultSize, ...look }, tools),
    altOf: (quote) => altTextOf({ quote, ...about }),
    drawCode: ({ code, language: codeLanguage, line }) =>
      drawCode({ words: { code, codeLanguage, line, ...about }, sizes: [defaultSize, uprightSize], ...look }, tools),
    problems: [...problems, ...(await notesOn(brand.logo, tools.themes.get(theme), ports))],
  }
}

/** Where the settings name no handle, the article's own notice may. */
function handleIn({ notice }: Article): string {
  return /@\w+/.exec(notice ?? '')?.[0] ?? ''
}
