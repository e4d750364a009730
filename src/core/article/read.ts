import type { Problem } from '../problem.ts'
import type { Article } from './article.ts'
import { compose, withoutSigns } from './compose.ts'
import { partEnds } from './ends.ts'
import { openFrontMatter } from './front-matter.ts'
import { withHeadings } from './headings.ts'
import { takeMarks } from './marks.ts'
import type { Passage } from './passage.ts'
import { takeQuotes } from './quotes.ts'
import { shaped } from './shape.ts'
import { readSource } from './source.ts'
import { oneLine, tidy } from './tidy.ts'

export interface ReadOptions {
  /** BCP 47; the article's front matter has the last word. */
  readonly language?: string
}

/**
 * Reads an article as its owner wrote it: Markdown or pasted plain text, with front matter or without. What the owner can
 * mend is in `problems`; nothing is thrown.
 * @example readArticle('A title\n\nOne. Two.').text // 'A title\n\nOne. Two.'
 */
export function readArticle(source: string, { language = 'en' }: ReadOptions = {}): Article {
  const tidied = tidy(source)
  const { front, body, above, problems } = openFrontMatter(tidied)
  const hand = takeMarks(body, above)
  // Lines are counted below the front matter from here on: they only tell which passages stand together.
  const read = readSource(hand.body, 0)
  const markdown = read.passages.some(({ kind }, index) => kind === 'heading' && index > 0)
  const { kept: own, callToAction, notice, dropped } = partEnds(shaped(read.passages, { markdown }), front)
  const marked = takeQuotes(titled(withHeadings(own), front.title))
  const { text, blocks, kept } = compose(marked.passages, hand.keptLines)
  const title = withoutSigns(marked.passages.find(({ kind }) => kind === 'title')?.text ?? '')
  return {
    title,
    text,
    blocks,
    callToAction: callToAction && withoutSigns(callToAction),
    notice: notice && withoutSigns(notice),
    dropped: [...hand.dropped, ...read.dropped, ...dropped].map((one) => ({ ...one, text: withoutSigns(one.text) })),
    kept,
    quotes: [...new Set([...front.quotes, ...marked.quotes.map(withoutSigns)])],
    language: front.language ?? language,
    front,
    problems: [...problems, ...hand.problems, ...emptiness(tidied, text)],
  }
}

/** The title of the front matter stands above the article, unless the article begins with it. */
function titled(passages: readonly Passage[], title: string | null): readonly Passage[] {
  const first = passages[0]
  if (title === null || first === undefined) return passages
  const heads = first.kind === 'title' || first.kind === 'heading'
  if (heads && same(first.text, title)) return [{ ...first, kind: 'title', level: 0 }, ...passages.slice(1)]
  const rest =
    first.kind === 'title' ? [{ ...first, kind: 'heading' as const, level: 1 }, ...passages.slice(1)] : passages
  return [{ kind: 'title', level: 0, text: title, mark: '', bold: false, line: 1, lastLine: 1 }, ...rest]
}

function same(one: string, other: string): boolean {
  const bare = (text: string): string =>
    oneLine(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N} ]/gu, '')
  return bare(one) === bare(other)
}

function emptiness(source: string, text: string): readonly Problem[] {
  if (text !== '') return []
  return [{ code: source.trim() === '' ? 'article-empty' : 'article-no-words' }]
}
