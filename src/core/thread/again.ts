import type { Article, Block, Span } from '../article/article.ts'
import { wordsOn } from './markdown.ts'
import { digitsOf, lengthOfNumbering } from './numbering.ts'
import { numberedPosts, type Unnumbered } from './posts.ts'
import { partsIn } from './split.ts'
import type { Handled, KeptPosts, ThreadFile } from './thread-file.ts'
import type { CardOnPost, Post } from './thread.ts'
import { weigh } from './weigh.ts'

/** A thread split anew around what its owner changed or pinned. */
export interface Again {
  readonly posts: readonly Post[]
  readonly kept: KeptPosts
}

/**
 * Splits `file` again wherever its owner neither changed nor pinned a post: those keep their words and their cards, and
 * the article's words between them are split anew. Cards of the others stand on the posts that hold their quotes now.
 * Null where the article was edited right beside such a post, so that nobody can tell what it stood for.
 * @param moved whether the article is another than the one that the thread was drafted from
 */
export function splitAgain(
  article: Article,
  file: ThreadFile,
  { limit, moved }: { readonly limit: number; readonly moved: boolean },
): Again | null {
  const runs = runsOf(article, file, moved)
  if (runs === null) return null
  for (let digits = digitsOf(file.posts.length); ; digits++) {
    const room = limit - lengthOfNumbering(file.numbering, digits, weigh)
    const made = runs.flatMap((run) => (run.kind === 'fixed' ? [run] : freshPosts(article, run, { file, room })))
    if (digitsOf(made.length) > digits) continue
    const posts = numberedPosts(
      made.map(({ draft }, index) => ({ ...draft, break: index === made.length - 1 ? null : (draft.break ?? 'hard') })),
      file.numbering,
    )
    return { posts, kept: new Map(made.flatMap(({ kept }, index) => (kept === null ? [] : [[index + 1, kept]]))) }
  }
}

interface Fixed {
  readonly kind: 'fixed'
  readonly draft: Unnumbered
  /** What the owner did to it; null for what was split anew, and for the closing. */
  readonly kept: { readonly origin: Span | null; readonly pinned: boolean } | null
}

/** A stretch of the article that is split anew, and the cards that stood on it. */
interface Free {
  readonly kind: 'free'
  readonly span: Span
  readonly cards: readonly CardOnPost[]
}

/** The thread as posts that stay and stretches between them. */
function runsOf({ text, blocks }: Article, file: ThreadFile, moved: boolean): readonly (Fixed | Free)[] | null {
  const { posts, handled, closing } = file
  const whole = { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? text.length }
  const runs: (Fixed | Free)[] = []
  let at = whole.start
  let cards: CardOnPost[] = []
  const free = (end: number): void => {
    if (text.slice(at, end).trim() !== '') runs.push({ kind: 'free', span: { start: at, end }, cards })
    cards = []
    at = Math.max(at, end)
  }
  for (const [index, post] of posts.entries()) {
    const { pinned = false } = handled[index] ?? {}
    const draft = { words: wordsOn(post, file.numbering), source: post.source, break: post.break, card: post.card }
    if (closing !== null && index === posts.length - 1) {
      free(whole.end)
      runs.push({ kind: 'fixed', draft, kept: null })
    } else if (!isFixed(handled[index])) {
      if (post.card !== null) cards.push(post.card)
    } else {
      const stood = stoodAt(index, { file, whole, moved })
      if (stood === null || stood.start < at) return null
      free(stood.start)
      at = stood.end
      const origin = stood.end > stood.start ? stood : null
      runs.push({ kind: 'fixed', draft, kept: { origin, pinned } })
    }
  }
  if (closing === null) free(whole.end)
  return runs
}

/** Whether the owner changed, pinned or wrote a post. */
function isFixed(handled: Handled | undefined): boolean {
  return handled === undefined || handled.origin === null || handled.changed || handled.pinned
}

/** The stretch of the article that a post stands for, empty for one written by hand; null where it cannot be told. */
function stoodAt(
  index: number,
  {
    file: { posts, handled },
    whole,
    moved,
  }: { readonly file: ThreadFile; readonly whole: Span; readonly moved: boolean },
): Span | null {
  const source = posts[index]?.source ?? null
  if (source !== null) return source
  const origin = handled[index]?.origin ?? null
  if (origin !== null && !moved) return origin
  const before = posts.findLastIndex(
    (post, at) => at < index && (post.source !== null || (!moved && handled[at]?.origin)),
  )
  const start = posts[before]?.source?.end ?? (moved ? null : handled[before]?.origin?.end) ?? whole.start
  if (origin === null) return { start, end: start }
  // The article was edited: all that stands between the nearest posts that it still says is what these stood for.
  const after = posts.findIndex((post, at) => at > index && post.source !== null)
  const between = handled.slice(before + 1, after === -1 ? -1 : after)
  if (!between.every(isFixed)) return null
  const isFirst = handled.slice(before + 1, index).every((one) => one.origin === null)
  const end = posts[after]?.source?.start ?? whole.end
  return isFirst ? { start, end } : { start: end, end }
}

interface Frame {
  readonly file: ThreadFile
  readonly room: number
}

function freshPosts(article: Article, { span, cards }: Free, { file, room }: Frame): readonly Fixed[] {
  const { text } = article
  const lead = span.start === (article.blocks[0]?.span.start ?? 0) ? file.lead : ''
  const parts = partsIn(clipped(article, span), { room, lead })
  return parts.map((part, index) => {
    const words = (index === 0 ? lead : '') + text.slice(part.span.start, part.span.end)
    const card = cards.find(({ quote }) => words.includes(quote)) ?? null
    return { kind: 'fixed', kept: null, draft: { words, source: part.span, break: part.break, card } }
  })
}

/** The article with nothing of its blocks but what stands in `span`. */
function clipped(article: Article, { start, end }: Span): Article {
  const within = article.blocks.flatMap((block): readonly Block[] => {
    const span = { start: Math.max(start, block.span.start), end: Math.min(end, block.span.end) }
    if (block.kind === 'hard-break') return block.span.start > start && block.span.start < end ? [block] : []
    return span.end > span.start ? [{ ...block, span: inner(article.text, span) }] : []
  })
  return { ...article, blocks: within, kept: article.kept.filter((kept) => kept.start >= start && kept.end <= end) }
}

function inner(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}
