import type { Article, Block, Span } from '../article/article.ts'
import type { Problem } from '../problem.ts'
import { partLine } from './part-line.ts'
import type { PartOf } from './thread.ts'

/** A thread that few readers follow to its end has more posts than this. */
export const longThread = 25

/** One thread of a series: its stretch of the article, which is an article by itself with the same text and offsets. */
export interface PartArticle {
  readonly article: Article
  readonly part: PartOf
  /** Its title line, put above its first words. */
  readonly lead: string
}

/**
 * Parts an article at its headings: `headings` begins a thread at each of the highest headings, a number makes that many
 * threads of about one length. What stands above the first heading goes with it. One thread is no series: then `parts` is
 * the article itself. What the article's own problems are is not said again of its parts.
 */
export function seriesOf(
  article: Article,
  parts: 'headings' | 'none' | number,
): { readonly parts: readonly PartArticle[]; readonly problems: readonly Problem[] } {
  const places = headingPlaces(article)
  const wanted = typeof parts === 'number' ? parts : 1
  const problems: readonly Problem[] =
    wanted > places.length + 1 ? [{ code: 'parts-too-many', parts: wanted, most: places.length + 1 }] : []
  const starts =
    parts === 'headings' ? highest(places) : nearestTo(places, Math.min(wanted, places.length + 1), article.text.length)
  const stretches = [...starts.map(({ index }) => index), article.blocks.length].map((end, index) =>
    article.blocks.slice(starts[index - 1]?.index ?? 0, end),
  )
  const of = stretches.length
  return {
    parts: stretches.map((blocks, index) => {
      const part = { n: index + 1, of }
      return of === 1
        ? { article: { ...article, problems: [] }, part, lead: '' }
        : { article: stretchOf(article, { blocks, isLast: index === of - 1 }), part, lead: leadOf(part, article) }
    }),
    problems,
  }
}

/** Into how many threads a long one may be parted at its headings: about 20 posts each; null where it has none. */
export function partsFor(posts: number, article: Article): number | null {
  const most = headingPlaces(article).length + 1
  return most === 1 ? null : Math.min(most, Math.ceil(posts / 20))
}

/** "Part 2 of 3: The title", above the words; the first part goes on with the title that the article begins with. */
function leadOf(part: PartOf, { title, blocks, language }: Article): string {
  const line = partLine(part, language)
  if (title === '') return `${line}\n\n`
  return part.n === 1 && blocks[0]?.kind === 'title' ? `${line}: ` : `${line}: ${title}\n\n`
}

/** The same article with nothing but these of its blocks; the links that the closing prints go with the last stretch. */
function stretchOf(
  article: Article,
  { blocks, isLast }: { readonly blocks: readonly Block[]; readonly isLast: boolean },
): Article {
  const words = blocks.filter(({ kind }) => kind !== 'hard-break')
  const start = words[0]?.span.start ?? 0
  const end = words.at(-1)?.span.end ?? start
  const isInside = (span: Span): boolean => span.start >= start && span.end <= end
  const before = article.text.slice(0, start).trimEnd().length
  const goesAlong = ({ at }: { readonly at: number }): boolean => at >= before && (at < end || isLast)
  const holds = (quote: string): boolean => article.text.slice(start, end).includes(quote)
  return {
    ...article,
    // A hard break at either end parts nothing.
    blocks: blocks.slice(
      blocks.findIndex(({ kind }) => kind !== 'hard-break'),
      blocks.findLastIndex(({ kind }) => kind !== 'hard-break') + 1,
    ),
    images: article.images.filter(goesAlong),
    codeCards: article.codeCards.filter(goesAlong),
    links: isLast ? article.links : [],
    kept: article.kept.filter(isInside),
    quotes: article.quotes.filter((quote) => holds(quote) || (start === 0 && !article.text.includes(quote))),
    problems: [],
  }
}

/** A heading where a thread may begin: words of another section stand above it. */
interface HeadingPlace {
  /** Which block it is. */
  readonly index: number
  readonly at: number
  readonly level: number
}

function headingPlaces({ blocks }: Article): readonly HeadingPlace[] {
  const hasWords = (above: readonly Block[]): boolean =>
    above.some(({ kind }) => kind !== 'heading' && kind !== 'title' && kind !== 'hard-break')
  const found: HeadingPlace[] = []
  let from = 0
  let isFirst = true
  for (const [index, { kind, span, level }] of blocks.entries()) {
    if (kind !== 'heading') continue
    if (hasWords(blocks.slice(from, index)) && !(isFirst && isIntroduction(blocks, index)))
      found.push({ index, at: span.start, level })
    isFirst = false
    from = index
  }
  return found
}

/** Whether the words above the first heading are too few for a thread of their own. */
function isIntroduction(blocks: readonly Block[], heading: number): boolean {
  return blocks.slice(heading).some(({ kind }, index) => index > 0 && kind === 'heading')
}

/** The headings of the highest level that parts anything. */
function highest(places: readonly HeadingPlace[]): readonly HeadingPlace[] {
  const top = Math.min(...places.map(({ level }) => level))
  return places.filter(({ level }) => level === top)
}

/** The headings that come nearest to parting `length` into `count` equal threads; a higher one may stand a little off. */
function nearestTo(places: readonly HeadingPlace[], count: number, length: number): readonly HeadingPlace[] {
  const top = Math.min(...places.map(({ level }) => level))
  const chosen: HeadingPlace[] = []
  let next = 0
  for (let n = 1; n < count; n++) {
    const target = (n * length) / count
    const off = ({ at, level }: HeadingPlace): number => Math.abs(at - target) + ((level - top) * length) / count / 10
    const last = places.length - (count - n)
    let best = next
    for (let index = next; index <= last; index++) if (off(places[index]!) < off(places[best]!)) best = index
    chosen.push(places[best]!)
    next = best + 1
  }
  return chosen
}
