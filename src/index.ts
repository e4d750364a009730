import type { CardWords } from './core/card/layout.ts'
import { readSize, type sizes } from './core/card/size.ts'
import { InputError } from './core/errors.ts'
import type { Card, CardOrder, DrawingTools } from './tasks/draw.ts'

export type {
  Article,
  ArticleImage,
  Block,
  BlockKind,
  CodeCard,
  Dropped,
  Origin,
  Span,
} from './core/article/article.ts'
export { originOf } from './core/article/origin.ts'
export { readArticle } from './core/article/read.ts'
export { sentences } from './core/article/sentence/sentences.ts'
export { InputError } from './core/errors.ts'
export type { Problem } from './core/problem.ts'
export { split, type Draft, type SplitOptions } from './core/thread/split/split.ts'
export type { Break, CardOnPost, Post, Thread } from './core/thread/thread.ts'
export { weigh } from './core/thread/weigh/weigh.ts'
export type { Card } from './tasks/draw.ts'

export interface CardOptions extends Partial<Omit<CardWords, 'quote'>> {
  /** A theme of assets/themes. */
  readonly theme?: string
  readonly size?: (typeof sizes)[number]
  readonly as?: CardOrder['as']
}

/**
 * Draws `quote` as a card, with no font but the program's own.
 * @throws InputError when it cannot be drawn as it stands; the error says why and what to do.
 * @example await drawCard('A quote is a promise kept.', { title: 'On quoting', handle: '@ann', theme: 'nocturne' })
 */
export async function drawCard(quote: string, options: CardOptions = {}): Promise<Card> {
  const { title = '', handle = '', name = '', theme = 'broadsheet', size = '1600x900', as = 'png' } = options
  const order = { words: { quote, title, handle, name }, theme, as }
  const { drawCard: draw } = await import('./tasks/draw.ts')
  const drawn = await draw({ ...order, size: readSize(size) ?? { width: 1600, height: 900 } }, await tools())
  if (drawn.kind === 'problem') throw InputError.of(drawn.problem)
  return drawn
}

let opened: Promise<DrawingTools> | null = null

function tools(): Promise<DrawingTools> {
  opened ??= openTools()
  return opened
}

/** Whoever only weighs or splits need not wait for the parts that draw. */
async function openTools(): Promise<DrawingTools> {
  const [{ loadShaper }, { sharpPainter }, { loadThemes }] = await Promise.all([
    import('./edges/harfbuzz.ts'),
    import('./edges/sharp.ts'),
    import('./edges/themes.ts'),
  ])
  const assets = new URL('../assets/', import.meta.url)
  const [shaper, themes] = await Promise.all([
    loadShaper(new URL('fonts/', assets)),
    loadThemes(new URL('themes/', assets)),
  ])
  return { shaper, themes, painter: sharpPainter() }
}
