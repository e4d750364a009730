import type { Dropped } from '../core/article/article.ts'
import { InputError } from '../core/errors.ts'
import type { Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { cardsAmiss } from '../core/thread/cards-amiss.ts'
import { differencesIn } from '../core/thread/edit/differences.ts'
import type { Difference } from '../core/thread/edit/word-differences.ts'
import { threadFileOf, writeSeries } from '../core/thread/file/series-file.ts'
import { readThread } from '../core/thread/file/thread-text.ts'
import { inPlaces } from '../core/thread/in-places.ts'
import { longThread, partsFor, seriesOf } from '../core/thread/series.ts'
import type { PartOf, Post } from '../core/thread/thread.ts'
import { ownNames, unaskedIn } from '../core/thread/unasked.ts'
import type { Ports } from '../ports.ts'
import { draftAgain } from './draft-again.ts'
import { type DraftOptions, type Made, makeThread } from './make-thread.ts'
import { readPiece, type ReadPiece } from './piece.ts'
import { type Draft, readDraft } from './read-draft.ts'
import { readPictures } from './read-pictures.ts'
import { staleFiles } from './stale-files.ts'

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

/**
 * Splits a piece's article, draws its cards and writes both beside it. A thread that its owner edited is read back and
 * left as it is, or split again around the edits; and what would be the same again is not written.
 * @throws InputError when the article cannot be read.
 */
export async function draft(slug: string, options: DraftOptions, ports: Needs): Promise<Drafted> {
  const piece = await readPiece(slug, ports)
  const before = await readDraft(slug, piece, ports)
  const drafted = before?.edited
    ? await draftEdited(slug, { piece, before, options }, ports)
    : await draftAnew(slug, { piece, before, options }, ports)
  const { problems } = await readPictures(slug, drafted.posts, ports)
  const { article } = piece
  return {
    slug,
    title: article.title,
    dropped: article.dropped,
    ...drafted,
    problems: inPlaces(distinct([...article.problems, ...drafted.problems, ...problems]), { ...drafted, article }),
  }
}

/** Each problem once: what is wrong with a brand is wrong with every card. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

type Outcome = Omit<Drafted, 'slug' | 'title' | 'dropped'>

interface Edited {
  readonly piece: ReadPiece
  readonly before: Draft
  readonly options: DraftOptions
}

/** The threads as their owner left them, or split again around that. */
async function draftEdited(slug: string, { piece, before, options }: Edited, ports: Needs): Promise<Outcome> {
  if (!options.again) return { ...asEdited(before, piece), written: [] }
  const { files, problems } = await draftAgain(slug, { piece, before, options }, ports)
  const written = await ports.pieces.write(slug, files)
  const now = asEdited((await readDraft(slug, piece, ports)) ?? before, piece)
  return { ...now, problems: [...problems, ...now.problems], written }
}

function asEdited({ threads, posts, problems }: Draft, { article, hash }: ReadPiece): Omit<Outcome, 'written'> {
  const moved = threads.filter((thread) => thread.article !== hash)
  return {
    posts,
    threads: threads.map((thread) => ({
      part: thread.part,
      posts: thread.posts,
      file: threadFileOf(thread.part),
      differences: differencesIn(thread, article, { moved: moved.includes(thread) }),
    })),
    problems,
    // Of a thread without its head nobody knows which article it was drafted from.
    notes: moved
      .filter(({ article: from }) => from !== '')
      .map(({ part }) => ({ code: 'article-changed', file: threadFileOf(part) })),
    edited: true,
  }
}

async function draftAnew(
  slug: string,
  { piece: { article, hash }, before, options }: Omit<Edited, 'before'> & { readonly before: Draft | null },
  ports: Needs,
): Promise<Outcome> {
  ports.progress.say('splitting the article')
  const asked = options.parts ?? article.front.parts ?? before?.parts ?? null
  const { parts, problems } = seriesOf(article, asked ?? 'none')
  const made: Made[] = []
  for (const part of parts) made.push(await makeThread(part, { ...options, slug, whole: article, hash }, ports))
  const posts = made.flatMap((thread) => thread.posts)
  const files = new Map(made.flatMap((thread) => [...thread.files]))
  await refuseToOverwrite(slug, { text: article.text, files: [...files.keys()] }, ports)
  if (parts.length > 1) files.set('thread.md', writeSeries(parts.length, asked === 'headings' ? asked : parts.length))
  const isBlank = made.some((thread) => thread.posts.length === 0)
  const all = made.flatMap((thread) => thread.said)
  const names = ownNames(article, ports.settings)
  const suggested = asked === null && posts.length > longThread ? partsFor(posts.length, article) : null
  return {
    posts,
    threads: made.map(({ part, file, posts: own }) => ({ part, file, posts: own, differences: [] })),
    problems: [
      ...(await staleFiles(slug, parts.length, ports)),
      ...problems,
      ...made.flatMap((thread) => [...thread.problems, ...cardsAmiss(thread.posts, all), ...unaskedIn(thread, names)]),
    ],
    notes: suggested === null ? [] : [{ code: 'thread-long', posts: posts.length, parts: suggested }],
    written: isBlank ? [] : await ports.pieces.write(slug, files),
    edited: false,
  }
}

/** @throws InputError where a file of an earlier series is in the way that its owner edited. */
async function refuseToOverwrite(
  slug: string,
  { text, files }: { readonly text: string; readonly files: readonly string[] },
  { pieces, clock, settings }: Pick<Ports, 'pieces' | 'clock' | 'settings'>,
): Promise<void> {
  const day = dayOf(clock.now(), settings.timezone)
  for (const file of files) {
    const bytes = /^thread-\d+\.md$/.test(file) ? await pieces.read(slug, file) : null
    if (bytes === null) continue
    if (!readThread(new TextDecoder().decode(bytes), { text, ...day }).edited) continue
    throw new InputError('thread-edited', {
      message: `Cannot draft ${slug}: ${pieces.path(slug, file)} is there already, and you edited it`,
      hint: 'Rename it or delete it, then draft again.',
    })
  }
}
