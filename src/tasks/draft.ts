import type { Article, Dropped } from '../core/article/article.ts'
import { chooseQuotes } from '../core/card/choose.ts'
import { defaultSize } from '../core/card/size.ts'
import type { Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { closingOn, closingTemplate } from '../core/thread/closing.ts'
import { readThread, writeThread } from '../core/thread/markdown.ts'
import { priceOf } from '../core/thread/price.ts'
import { split } from '../core/thread/split.ts'
import type { CardOnPost, Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { drawCard } from './draw.ts'
import { readPiece } from './piece.ts'

type Needs = Omit<Ports, 'network' | 'store' | 'lock' | 'log'>

/** A piece's thread as it would be sent now. */
export interface Drafted {
  readonly slug: string
  readonly title: string
  readonly posts: readonly Post[]
  readonly dropped: readonly Dropped[]
  readonly problems: readonly Problem[]
  /** The files that this draft changed. */
  readonly written: readonly string[]
  /** Whether the thread is the owner's own edit, which a draft never overwrites. */
  readonly edited: boolean
}

export interface DraftOptions {
  readonly limit?: number
  readonly cards: boolean
}

/**
 * Splits a piece's article, draws its cards and writes both beside it. A thread.md that its owner edited is read back and
 * left as it is; and what would be the same again is not written.
 * @throws InputError when the article cannot be read.
 */
export async function draft(slug: string, { limit, cards }: DraftOptions, ports: Needs): Promise<Drafted> {
  const { article, hash } = await readPiece(slug, ports)
  const { settings, pieces } = ports
  const before = await readDraft(slug, article, ports)
  if (before?.edited) return drafted(slug, article, { ...before, written: [] })
  const head = {
    article: hash,
    limit: limit ?? settings.limit,
    numbering: settings.numbering,
    closing: closingTemplate({ article, ...settings }),
  }
  const closing = head.closing === null ? null : closingOn(head.closing, today(ports))
  ports.progress.say('splitting the article')
  const { posts, problems } = split(article, { ...head, closing })
  if (posts.length === 0) return drafted(slug, article, { posts, problems, written: [], edited: false })
  const drawn = cards ? await drawCards(article, posts, ports) : { posts, files: new Map(), problems: [] }
  const files = new Map([...drawn.files, ['thread.md', writeThread({ posts: drawn.posts }, head)]])
  const written = await pieces.write(slug, files)
  return drafted(slug, article, {
    posts: drawn.posts,
    problems: [...problems, ...drawn.problems],
    written,
    edited: false,
  })
}

/** The piece's thread as thread.md has it and as it would be sent on the day of `at`; null where nothing is drafted. */
export async function readDraft(
  slug: string,
  article: Article,
  ports: Pick<Ports, 'pieces' | 'clock' | 'settings'>,
  at: Date = ports.clock.now(),
): Promise<{ posts: readonly Post[]; problems: readonly Problem[]; edited: boolean } | null> {
  const bytes = await ports.pieces.read(slug, 'thread.md')
  if (bytes === null) return null
  const day = dayOf(at, ports.settings.timezone)
  return readThread(new TextDecoder().decode(bytes), { text: article.text, ...day })
}

function drafted(
  slug: string,
  { title, dropped }: Article,
  thread: Pick<Drafted, 'posts' | 'problems' | 'written' | 'edited'>,
): Drafted {
  return { slug, title, dropped, ...thread }
}

function today({ clock, settings }: Pick<Ports, 'clock' | 'settings'>): ReturnType<typeof dayOf> {
  return dayOf(clock.now(), settings.timezone)
}

interface Drawn {
  readonly posts: readonly Post[]
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly Problem[]
}

/** Draws a card for each quote that was chosen, all at once, and puts it on the post that holds the quote. */
async function drawCards(article: Article, posts: readonly Post[], ports: Needs): Promise<Drawn> {
  const { settings, painter, progress } = ports
  const tools = { shaper: await ports.shaper(), themes: await ports.themes(), painter }
  const about = { title: article.title, handle: settings.handle ?? handleIn(article), name: '' }
  const look = { theme: article.front.theme ?? settings.cardTheme, size: defaultSize, as: 'png' as const }
  const chosen = chooseQuotes(article, { posts })
  progress.say(`drawing ${chosen.length} cards`)
  const drawn = await Promise.all(
    chosen.map(async ({ post, quote }) => ({
      post,
      quote,
      card: await drawCard({ words: { quote, ...about }, ...look }, tools),
    })),
  )
  const files = new Map<string, Uint8Array>()
  const cards = new Map<number, CardOnPost>()
  const problems: Problem[] = []
  for (const { post, quote, card } of drawn) {
    if (card.kind === 'problem') {
      problems.push(card.problem)
      continue
    }
    const file = `card-${cards.size + 1}.png`
    files.set(file, card.bytes)
    cards.set(post, { file, quote, alt: card.alt })
  }
  return { posts: posts.map((post) => withCard(post, cards.get(post.n) ?? null)), files, problems }
}

function withCard(post: Post, card: CardOnPost | null): Post {
  return { ...post, card, price: priceOf({ links: post.links, card }) }
}

/** Where the settings name no handle, the article's own notice may. */
function handleIn({ notice }: Article): string {
  return /@\w+/.exec(notice ?? '')?.[0] ?? ''
}
