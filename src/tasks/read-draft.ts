import type { CodeCard } from '../core/article/article.ts'
import type { Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { cardsAmiss } from '../core/thread/cards-amiss.ts'
import { closingTemplate } from '../core/thread/closing.ts'
import { unsaidIn } from '../core/thread/edit/unsaid.ts'
import { excerpt } from '../core/thread/excerpt.ts'
import { digestOf } from '../core/thread/file/lines.ts'
import { seriesIn, threadFileOf, threadFiles } from '../core/thread/file/series-file.ts'
import type { ThreadFile } from '../core/thread/file/thread-file.ts'
import { readThread, wordsOn } from '../core/thread/file/thread-text.ts'
import type { Post } from '../core/thread/thread.ts'
import { ownNames, unaskedIn } from '../core/thread/unasked.ts'
import { undrawnIn } from '../core/thread/undrawn.ts'
import type { Ports } from '../ports.ts'
import type { ReadPiece } from './piece.ts'
import { staleFiles } from './stale-files.ts'

/** A piece's thread, or the threads of its series, as their files have them. */
export interface Draft {
  readonly threads: readonly ThreadFile[]
  /** Of all threads, in order. */
  readonly posts: readonly Post[]
  readonly problems: readonly Problem[]
  /** Whether the owner edited any of them. */
  readonly edited: boolean
  /** Whether the article was changed since any of them was drafted. */
  readonly moved: boolean
  /** How it is parted into threads; null where it is one. */
  readonly parts: 'headings' | number | null
}

type Needs = Pick<Ports, 'pieces' | 'clock' | 'settings'>

/**
 * What a piece's files say would be sent on the day of `at`; null where nothing is drafted. The posts are held against the
 * whole article: what none of them says is a problem, and where its owner took it out, a warning.
 */
export async function readDraft(
  slug: string,
  { article, hash }: ReadPiece,
  ports: Needs,
  at: Date = ports.clock.now(),
): Promise<Draft | null> {
  const read = async (file: string): Promise<string | null> => {
    const bytes = await ports.pieces.read(slug, file)
    return bytes && new TextDecoder().decode(bytes)
  }
  const first = await read('thread.md')
  if (first === null) return null
  const { of, parts } = seriesIn(first)
  const files = of === 1 ? [first] : await Promise.all(threadFiles(of).map(read))
  const { handle, timezone } = ports.settings
  const day = dayOf(at, timezone)
  const found = files.flatMap((file) =>
    file === null ? [] : [readThread(file, { text: article.text, handle, ...day })],
  )
  const missing = threadFiles(of).filter((_, index) => files[index] === null)
  const moved = found.some((thread) => thread.article !== hash)
  const unsaid = missing.length > 0 ? [] : unsaidIn(article, found, { moved })
  const undrawn = missing.length > 0 ? [] : undrawnIn(article, found)
  const isClosed = closingTemplate({ article, ...ports.settings }) !== null
  const stale = await staleFiles(slug, of, ports)
  const all = found.flatMap(saidIn)
  const own = ownNames(article, ports.settings)
  const threads = found.map((thread, index) => ({
    ...thread,
    problems: [
      ...(index === 0 ? stale : []),
      ...thread.problems,
      ...cardsAmiss(thread.posts, all),
      ...unaskedIn(thread, own),
      ...missingWords(thread, unsaid[index] ?? '', moved),
      ...missingCode(thread, undrawn[index] ?? [], moved),
      ...(isClosed && isWithoutClosing(thread)
        ? [{ code: 'closing-out', file: threadFileOf(thread.part) } as const]
        : []),
    ],
  }))
  return {
    threads,
    posts: threads.flatMap(({ posts }) => posts),
    problems: [
      ...missing.map((file) => ({ code: 'thread-missing', file }) as const),
      ...threads.flatMap(({ problems }) => problems),
    ],
    edited: threads.some(({ edited }) => edited),
    moved,
    parts,
  }
}

function saidIn({ posts, numbering }: ThreadFile): readonly string[] {
  return posts.map((post) => wordsOn(post, numbering))
}

/** What its owner took out is told; what went missing by itself would be a fault of ours, and is never sent. */
function missingWords({ part, edited }: ThreadFile, unsaid: string, moved: boolean): readonly Problem[] {
  if (unsaid === '') return []
  const words = excerpt(unsaid, 300)
  return edited || moved
    ? [{ code: 'words-unsaid', file: threadFileOf(part), words, moved }]
    : [{ code: 'words-lost', words }]
}

/** Code that its owner took out is told; code that could not be drawn is never left out in silence. */
function missingCode(
  { part, code: drawn = [] }: ThreadFile,
  undrawn: readonly CodeCard[],
  moved: boolean,
): readonly Problem[] {
  const file = threadFileOf(part)
  return undrawn.map(({ code, line }) =>
    drawn.includes(digestOf(code))
      ? { code: 'words-unsaid', file, words: excerpt(code, 300), moved }
      : { code: 'code-undrawn', file, line },
  )
}

function isWithoutClosing({ closing, edited, posts }: ThreadFile): boolean {
  return edited && closing === null && posts.length > 0
}
