import type { Article, Block, Span } from '../article/article.ts'
import { sentenceSpans } from '../article/sentence/sentences.ts'
import type { Problem } from '../problem.ts'
import type { Post, Thread } from '../thread/thread.ts'
import { worthOf } from './worth.ts'

/** A quote for a card, and the post on which the card stands, counted from 1. */
export interface ChosenQuote {
  readonly post: number
  readonly quote: string
}

/**
 * Quotes of `article` for cards, in the order of their posts, at most one a post, each on the post that holds it: those
 * which the owner marked, then the sentences that stand best alone, spread over the posts that show no image.
 * @param count how many at most; about one for six posts, and no more than twelve, where it is not given
 */
export function chooseQuotes(
  article: Article,
  thread: Thread,
  { count }: { readonly count?: number | undefined } = {},
): readonly ChosenQuote[] {
  const posts = thread.posts.filter(({ source }) => source !== null)
  const wanted = Math.max(0, Math.min(posts.length, count ?? usualCount(posts.length)))
  const marked = onOnePostEach(article.quotes.flatMap((quote) => markedOn(posts, article, quote)))
  const chosen = count === undefined ? [...marked] : marked.slice(0, wanted)
  const candidates = candidatesOf(
    article,
    posts.filter(({ images }) => images.length === 0),
  )
  const step = stepOf(posts.length, wanted)
  for (let index = 0; chosen.length < wanted && index < wanted; index += 1) {
    const target = 1 + index * step
    if (chosen.some(({ post }) => Math.abs(post - target) < step / 2)) continue
    const free = candidates.filter(({ post }) => chosen.every((other) => Math.abs(other.post - post) >= apart(step)))
    const best = index === 0 ? nearest(free) : bestAround(free, target, step)
    if (best !== null) chosen.push({ post: best.post, quote: best.quote })
  }
  return chosen.toSorted((a, b) => a.post - b.post)
}

function usualCount(posts: number): number {
  return Math.min(12, Math.max(1, Math.round(posts / 6)))
}

/** Quotes of the front matter that the article does not hold, letter by letter. */
export function quotesNotIn({ text, front, quotesLine }: Article): readonly Problem[] {
  const where = quotesLine === undefined ? {} : { line: quotesLine }
  return front.quotes
    .filter((quote) => !text.includes(quote))
    .map((quote) => ({ code: 'quote-not-in-article', ...where, quote }))
}

/** What is worth less makes no card, though a stretch of the thread then has none. */
const least = -0.5

interface Candidate extends ChosenQuote {
  readonly worth: number
}

/** From one card's place to the next one's: the first stands on the title post, and the last reaches to the end. */
function stepOf(posts: number, cards: number): number {
  return (posts - 1) / Math.max(0.5, cards - 0.5)
}

/** Cards of one thread keep at least half their distance, and never stand on neighbouring posts unless asked so many. */
function apart(step: number): number {
  return Math.max(1, Math.floor(step / 2))
}

/** The best on the title post, which may be a little worse, or on the first post after it that has any. */
function nearest(candidates: readonly Candidate[]): Candidate | null {
  const fit = candidates.filter(({ post, worth }) => worth > (post === 1 ? least : 0))
  const first = Math.min(...fit.map(({ post }) => post))
  return bestOf(fit.filter(({ post }) => post === first))
}

/** The best within half a step of `target`; what stands nearer counts for more. */
function bestAround(candidates: readonly Candidate[], target: number, step: number): Candidate | null {
  const distance = ({ post }: Candidate): number => Math.abs(post - target) / step
  return bestOf(
    candidates.filter((one) => one.worth > least && distance(one) <= 0.5),
    (one) => one.worth - distance(one),
  )
}

function bestOf(candidates: readonly Candidate[], value = (one: Candidate): number => one.worth): Candidate | null {
  return candidates.reduce<Candidate | null>(
    (best, one) => (best === null || value(one) > value(best) ? one : best),
    null,
  )
}

/** Whole sentences of the article's own prose that stand on one post and are worth a card. */
function candidatesOf({ text, blocks, language }: Article, posts: readonly Post[]): readonly Candidate[] {
  return blocks.filter(isProse).flatMap(({ span, kind }) => {
    const start = span.start + (itemMark.exec(text.slice(span.start, span.end))?.[0].length ?? 0)
    return sentenceSpans(text.slice(start, span.end), language).flatMap((sentence) => {
      const within = { start: start + sentence.start, end: start + sentence.end }
      const quote = text.slice(within.start, within.end).trim()
      const post = posts.find(({ source }) => source !== null && holds(source, within))
      const worth = worthOf(quote)
      return post === undefined || worth === null
        ? []
        : [{ post: post.n, quote, worth: worth - (kind === 'item' ? ofItem : 0) }]
    })
  })
}

/**
 * Quotations in the article are somebody else's words; headings, code and tables make no card. An item of a list may hold
 * whole sentences, which stand alone or fall as any others.
 */
function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'item'
}

/** An item stands among its likes: a sentence of the running text stands better alone. */
const ofItem = 0.6

/** The mark before an item is not part of its words. */
const itemMark = /^(?:[•◦▪*–-]|\d+[.)]|[a-z][.)])\s+/

function holds(source: Span, { start, end }: Span): boolean {
  return source.start <= start && end <= source.end
}

/** A marked quote stands on the post that holds it, or where it is parted on the one where it begins. */
function markedOn(posts: readonly Post[], { text }: Article, quote: string): readonly ChosenQuote[] {
  const start = text.indexOf(quote)
  if (quote === '' || start < 0) return []
  const span = { start, end: start + quote.length }
  const post =
    posts.find(({ source }) => source !== null && holds(source, span)) ??
    posts.find(({ source }) => source !== null && source.start <= start && start < source.end)
  return post === undefined ? [] : [{ post: post.n, quote }]
}

function onOnePostEach(quotes: readonly ChosenQuote[]): readonly ChosenQuote[] {
  return quotes.filter(({ post }, index) => quotes.findIndex((other) => other.post === post) === index)
}
