import type { Article, Dropped } from '../core/article/article.ts'
import { chooseQuotes, quotesNotIn } from '../core/card/choose.ts'
import { defaultSize } from '../core/card/size.ts'
import { InputError, type Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { closingOn, closingTemplate } from '../core/thread/closing.ts'
import type { Difference } from '../core/thread/compare.ts'
import { differencesIn } from '../core/thread/differences.ts'
import { readThread, writeThread } from '../core/thread/markdown.ts'
import { priceOf } from '../core/thread/price.ts'
import { threadFiles, writeSeries } from '../core/thread/series-file.ts'
import { longThread, partsFor, seriesOf, type PartArticle } from '../core/thread/series.ts'
import { split } from '../core/thread/split.ts'
import type { ThreadHead } from '../core/thread/thread-file.ts'
import type { CardOnPost, PartOf, Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { readBrand } from './brand.ts'
import { redraft } from './draft-again.ts'
import { drawCard } from './draw.ts'
import { readPiece } from './piece.ts'
import { type Draft, readDraft } from './read-draft.ts'

type Needs = Omit<Ports, 'network' | 'store' | 'lock' | 'log'>

/** A piece's thread as it would be sent now; of a series, all its threads. */
export interface Drafted {
  readonly slug: string
  readonly title: string
  /** Of all threads, in order. */
  readonly posts: readonly Post[]
  readonly threads: readonly DraftedThread[]
  readonly dropped: readonly Dropped[]
  readonly problems: readonly Problem[]
  /** What the owner may want to know, and need not mend. */
  readonly notes: readonly Problem[]
  /** The files that this draft changed. */
  readonly written: readonly string[]
  /** Whether the thread is the owner's own edit, which a draft never overwrites. */
  readonly edited: boolean
}

export interface DraftedThread {
  /** Null for a piece of one thread. */
  readonly part: PartOf | null
  /** Where it is written: thread.md, thread-2.md. */
  readonly file: string
  readonly posts: readonly Post[]
  /** Where the owner's edit says something else than the article. */
  readonly differences: readonly Difference[]
}

export interface DraftOptions {
  readonly limit?: number
  /** Whether cards are drawn, and how many where that is asked. */
  readonly cards: boolean | number
  /** Whether a thread that its owner edited is split again around the edits. */
  readonly again?: boolean
  /** Into how many threads the article is parted; the front matter says where this does not. */
  readonly parts?: 'headings' | 'none' | number
}

/**
 * Splits a piece's article, draws its cards and writes both beside it. A thread that its owner edited is read back and
 * left as it is, or split again around the edits; and what would be the same again is not written.
 * @throws InputError when the article cannot be read.
 */
export async function draft(slug: string, options: DraftOptions, ports: Needs): Promise<Drafted> {
  const { article, hash } = await readPiece(slug, ports)
  const before = await readDraft(slug, article, ports)
  const about = { slug, title: article.title, dropped: article.dropped }
  if (before?.edited) {
    const parts = options.parts ?? article.front.parts
    const limit = options.limit ?? before.threads[0]?.limit ?? ports.settings.limit
    const files = options.again ? redraft({ slug, article, hash, threads: before.threads, parts, limit }) : new Map()
    const written = await ports.pieces.write(slug, files)
    const now = options.again ? ((await readDraft(slug, article, ports)) ?? before) : before
    return { ...about, ...asEdited(now, article, hash), written }
  }
  ports.progress.say('splitting the article')
  const asked = options.parts ?? article.front.parts
  const { parts, problems } = seriesOf(article, asked ?? 'none')
  const made: Made[] = []
  for (const part of parts) made.push(await makeThread(slug, part, { hash, ...options }, ports))
  const threads = made.map(({ part, file, posts }) => ({ part, file, posts, differences: [] }))
  const posts = threads.flatMap((thread) => thread.posts)
  const files = new Map(made.flatMap((thread) => [...thread.files]))
  await refuseToOverwrite(slug, { article, files: [...files.keys()] }, ports)
  if (parts.length > 1) files.set('thread.md', writeSeries(parts.length))
  const isBlank = threads.some((thread) => thread.posts.length === 0)
  return {
    ...about,
    posts,
    threads,
    problems: [...article.problems, ...problems, ...made.flatMap((thread) => thread.problems)],
    notes: asked === null ? tooLong(posts.length, article) : [],
    written: isBlank ? [] : await ports.pieces.write(slug, files),
    edited: false,
  }
}

/** The threads as their owner left them. */
function asEdited(
  { threads, posts, problems }: Draft,
  article: Article,
  hash: string,
): Omit<Drafted, 'slug' | 'title' | 'dropped' | 'written'> {
  return {
    posts,
    threads: threads.map((thread) => ({
      part: thread.part,
      posts: thread.posts,
      file: fileOf(thread.part),
      differences: differencesIn(thread, article.text),
    })),
    problems: [...article.problems, ...problems],
    notes: threads
      .filter((thread) => thread.article !== hash)
      .map(({ part }) => ({ code: 'article-changed', file: fileOf(part) })),
    edited: true,
  }
}

interface Made extends Omit<DraftedThread, 'differences'> {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly problems: readonly Problem[]
}

/** Makes one thread with its cards, and the files that hold them. */
async function makeThread(
  slug: string,
  { article, part, lead }: PartArticle,
  { hash, limit, cards }: DraftOptions & { readonly hash: string },
  ports: Needs,
): Promise<Made> {
  const { settings } = ports
  const head: ThreadHead = {
    article: hash,
    limit: limit ?? settings.limit,
    numbering: settings.numbering,
    closing: closingTemplate({ article, ...settings }),
    part: part.of === 1 ? null : part,
    lead,
  }
  const file = fileOf(head.part)
  const closing = head.closing === null ? null : closingOn(head.closing, today(ports))
  const { posts, problems } = split(article, { ...head, closing })
  if (posts.length === 0) return { part: head.part, file, posts, files: new Map(), problems }
  const count = typeof cards === 'number' ? cards : undefined
  const drawn =
    cards === false
      ? { posts, files: new Map<string, Uint8Array>(), problems: [] }
      : await drawCards(article, posts, { slug, count }, ports)
  const own = part.of === 1 ? drawn : named(drawn, part)
  return {
    part: head.part,
    file,
    posts: own.posts,
    files: new Map<string, string | Uint8Array>([...own.files, [file, writeThread({ posts: own.posts }, head)]]),
    problems: [...problems, ...drawn.problems],
  }
}

function fileOf(part: PartOf | null): string {
  return threadFiles(part?.of ?? 1)[(part?.n ?? 1) - 1] ?? 'thread.md'
}

/** A drawing whose files bear the number of their thread: card-2-1.png. */
function named(drawn: Drawn, { n }: PartOf): Drawn {
  const name = (file: string): string => file.replace(/^card-/, `card-${n}-`)
  return {
    ...drawn,
    posts: drawn.posts.map((post) => ({ ...post, card: post.card && { ...post.card, file: name(post.card.file) } })),
    files: new Map([...drawn.files].map(([file, bytes]) => [name(file), bytes])),
  }
}

/** A long thread is drafted as it is; that it could be a series is a note, and not a problem. */
function tooLong(posts: number, article: Article): readonly Problem[] {
  const parts = posts > longThread ? partsFor(posts, article) : null
  return parts === null ? [] : [{ code: 'thread-long', posts, parts }]
}

/** @throws InputError where a file of an earlier series is in the way that its owner edited. */
async function refuseToOverwrite(
  slug: string,
  { article, files }: { readonly article: Article; readonly files: readonly string[] },
  ports: Pick<Ports, 'pieces' | 'clock' | 'settings'>,
): Promise<void> {
  for (const file of files) {
    const bytes = /^thread-\d+\.md$/.test(file) ? await ports.pieces.read(slug, file) : null
    if (bytes === null) continue
    if (!readThread(new TextDecoder().decode(bytes), { text: article.text, ...today(ports) }).edited) continue
    throw new InputError('thread-edited', {
      message: `Cannot draft ${slug}: ${ports.pieces.path(slug, file)} is there already, and you edited it`,
      hint: 'Rename it or delete it, then draft again.',
    })
  }
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
async function drawCards(
  article: Article,
  posts: readonly Post[],
  { slug, count }: { readonly slug: string; readonly count: number | undefined },
  ports: Needs,
): Promise<Drawn> {
  const { settings, painter, progress } = ports
  const tools = { shaper: await ports.shaper(), themes: await ports.themes(), painter }
  const { article: whole } = await readPiece(slug, ports) // a quote of a series may stand in another of its threads
  const { brand, problems: lacking } = await readBrand(slug, ports)
  const { colour, photo, ...sign } = brand
  const about = { title: article.title, handle: settings.handle ?? handleIn(article), ...sign }
  const theme = article.front.theme ?? settings.cardTheme
  const isPhoto = tools.themes.get(theme)?.photo === true
  const look = { theme, size: defaultSize, as: isPhoto ? ('jpeg' as const) : ('png' as const), colour, photo }
  const chosen = chooseQuotes(article, { posts }, { count })
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
  const problems: Problem[] = [...lacking, ...quotesNotIn(whole)]
  for (const { post, quote, card } of drawn) {
    if (card.kind === 'problem') {
      problems.push(card.problem)
      continue
    }
    const file = `card-${cards.size + 1}.${card.type === 'image/jpeg' ? 'jpg' : 'png'}`
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
