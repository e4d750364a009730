import type { Problem } from '../problem.ts'
import type { Article } from './article.ts'
import type { CodeChoice, LinksChoice } from './choices.ts'
import { takeCode, withoutShown } from './code.ts'
import { type Parted, partEnds } from './ends/ends.ts'
import { withHeadings } from './ends/headings.ts'
import { shaped } from './ends/shape.ts'
import { type FrontMatter, openFrontMatter } from './front/front-matter.ts'
import { languageOf } from './language.ts'
import { restored, tamed } from './markdown/dense.ts'
import { readSource } from './markdown/source.ts'
import { takeMarks } from './marks/owner-marks.ts'
import { originsOf } from './origin.ts'
import type { FoundImage, Passage, Passages } from './passage.ts'
import { beforeWords, behindWords, withoutFurniture } from './picture-places.ts'
import { compose, withoutSigns } from './plain-text.ts'
import { takeQuotes } from './quotes.ts'
import { struckAmong } from './struck.ts'
import { oneLine, tidy } from './tidy.ts'

/** What holds where the article's front matter says nothing. */
export interface ReadOptions {
  /** BCP 47; what the words themselves are in, where it is not given. */
  readonly language?: string
  /** Where the addresses of links go: `inline`, behind their words. */
  readonly links?: LinksChoice
  /** Where blocks of code go; null: into the posts, with a word to the owner. */
  readonly code?: CodeChoice | null
}

/**
 * Reads an article as its owner wrote it: Markdown or pasted plain text, with front matter or without. What the owner can
 * mend is in `problems`; nothing is thrown.
 * @example readArticle('A title\n\nOne. Two.').text // 'A title\n\nOne. Two.'
 */
export function readArticle(source: string, options: ReadOptions = {}): Article {
  const tidied = tidy(source)
  const { front, quotesLine, body, above, problems } = openFrontMatter(tidied)
  const hand = takeMarks(body, above)
  // Lines are those of `hand.body` from here on; they become the source's at the end.
  const dense = tamed(hand.body)
  const taken = readSource(dense.body, 0, front.links ?? options.links)
  const read = dense.lines.length === 0 ? taken : asWritten(taken)
  const own = partedOf(read, front)
  const code = takeCode([...own.kept, ...own.notes], front.code ?? options.code ?? null)
  const marked = takeQuotes(titled(withHeadings(code.passages), front.title))
  const { text, blocks: composed, kept } = compose(marked.passages, hand.keptLines)
  const inFile = <T extends { readonly line: number }>(one: T): T => ({ ...one, line: hand.lineOf(one.line) })
  const blocks = composed.map((block) => ({ ...inFile(block), lastLine: hand.lineOf(block.lastLine) }))
  const title = withoutSigns(marked.passages.find(({ kind }) => kind === 'title')?.text ?? '')
  const dropped = [...hand.dropped, ...withoutShown(read.dropped, code.cards), ...own.dropped, ...code.dropped]
  return {
    title,
    text,
    blocks: blocks.map(({ kind, span, level, line }) => ({ kind, span, level, line })),
    callToAction: own.callToAction && withoutSigns(own.callToAction),
    notice: own.notice && withoutSigns(own.notice),
    dropped: dropped.map((one) => ({ ...one, text: withoutSigns(one.text) })),
    images: beforeWords(own.images, composed).map(inFile),
    codeCards: behindWords(code.cards, composed).map(inFile),
    links: read.links,
    origins: originsOf(text, blocks, source),
    kept,
    quotes: [...new Set([...front.quotes, ...marked.quotes.map(withoutSigns)])],
    ...(quotesLine === undefined ? {} : { quotesLine }),
    language: front.language ?? options.language ?? languageOf(text),
    front,
    problems: [
      ...problems,
      ...hand.problems,
      ...dense.lines.map((line): Problem => ({ code: 'markup-dense', line: hand.lineOf(line) })),
      ...(own.doubtful === null ? [] : [{ code: 'prose-as-furniture' as const, ...inFile(own.doubtful) }]),
      ...struckAmong([...own.kept, ...own.notes]).map(inFile),
      ...own.lookalikes.map((one): Problem => ({ code: 'furniture-kept', ...inFile(one) })),
      ...codeAsText(code.untold.map(hand.lineOf)),
      ...emptiness(tidied, { body, text }),
    ],
  }
}

/** Passages whose markup was not read, as their owner wrote them. */
function asWritten(read: Passages): Passages {
  const all = <T extends { readonly text: string }>(list: readonly T[]): readonly T[] =>
    list.map((one) => ({ ...one, text: restored(one.text) }))
  const passages = all(read.passages).map((one) =>
    one.struck === undefined
      ? one
      : { ...one, struck: one.struck.map((part) => ({ ...part, words: restored(part.words) })) },
  )
  return { ...read, passages, dropped: all(read.dropped) }
}

interface Owned extends Omit<Parted, 'kept'> {
  readonly kept: readonly Passage[]
  /** The footnotes, in the order in which the article refers to them. */
  readonly notes: readonly Passage[]
  readonly images: readonly FoundImage[]
}

/** What of the passages is the owner's. Footnotes are, wherever they are written: a closing may stand above them. */
function partedOf(read: Passages, front: FrontMatter): Owned {
  const markdown = read.passages.some(({ kind }, index) => kind === 'heading' && index > 0)
  const all = shaped(read.passages, { markdown })
  const notes = all.filter(({ note }) => note !== undefined).toSorted((a, b) => (a.note ?? 0) - (b.note ?? 0))
  const parted = partEnds(notes.length === 0 ? all : all.filter(({ note }) => note === undefined), front)
  const { images, dropped } = withoutFurniture(read.images, all, new Set([...parted.kept, ...notes]))
  return { ...parted, notes, images, dropped: [...parted.dropped, ...dropped] }
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

function codeAsText(lines: readonly number[]): readonly Problem[] {
  const line = lines[0]
  return line === undefined ? [] : [{ code: 'code-as-text', line, lines }]
}

function emptiness(source: string, { body, text }: { body: string; text: string }): readonly Problem[] {
  if (text !== '') return []
  if (source.trim() === '') return [{ code: 'article-empty' }]
  return [{ code: body.trim() === '' ? 'article-front-only' : 'article-no-words' }]
}
