import type { Article, ArticleImage } from '../core/article/article.ts'
import { InputError } from '../core/errors.ts'
import type { Problem } from '../core/problem.ts'
import { splitAgain } from '../core/thread/edit/again.ts'
import { threadFileOf, threadFiles } from '../core/thread/file/series-file.ts'
import type { ThreadFile, ThreadHead } from '../core/thread/file/thread-file.ts'
import { codeOn, writeThread } from '../core/thread/file/thread-text.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import { fileOf, withImages } from '../core/thread/place-images.ts'
import { seriesOf, type PartArticle } from '../core/thread/series.ts'
import type { ImageOnPost } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import type { DraftOptions } from './make-thread.ts'
import type { ReadPiece } from './piece.ts'
import type { Draft } from './read-draft.ts'
import { redrawCards } from './redraw-cards.ts'
import { redrawCode } from './redraw-code.ts'

type Needs = Omit<Ports, 'network' | 'store' | 'lock' | 'log'>

/** A piece whose threads their owner edited. */
interface Redraft {
  readonly piece: ReadPiece
  readonly before: Draft
  readonly options: DraftOptions
}

interface Files {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly problems: readonly Problem[]
}

/**
 * The files of a piece whose threads are split again around what the owner changed or pinned; the cards are drawn anew
 * whose quotes changed.
 * @throws InputError where it cannot be told what an edit stands for, the numbering leaves no room for words, or the
 * series has another number of threads now.
 */
export async function draftAgain(
  slug: string,
  { piece, before: { threads, parts: before }, options }: Redraft,
  ports: Needs,
): Promise<Files> {
  const { article } = piece
  const of = threads.length
  const { parts } = seriesOf(article, options.parts ?? article.front.parts ?? before ?? 'none')
  if (parts.length !== of) {
    throw new InputError('again-parts', {
      message: `Cannot draft ${slug} again: it has ${of} ${of === 1 ? 'thread' : 'threads'}, and would have ${parts.length}`,
      hint: `Keep your edits elsewhere and delete ${threadFiles(of).join(', ')}, then draft anew.`,
    })
  }
  const files = new Map<string, string | Uint8Array>()
  const problems: Problem[] = []
  for (const [index, thread] of threads.entries()) {
    const again = await threadAgain(slug, { thread, part: parts[index]!, piece, options }, ports)
    for (const [file, content] of again.files) files.set(file, content)
    problems.push(...again.problems)
  }
  return { files, problems }
}

interface One extends Omit<Redraft, 'before'> {
  readonly thread: ThreadFile
  readonly part: PartArticle
}

async function threadAgain(
  slug: string,
  { thread, part: { article }, piece: { article: whole, hash }, options }: One,
  ports: Needs,
): Promise<Files> {
  const file = threadFileOf(thread.part)
  const moved = thread.article !== hash
  const limit = options.limit ?? thread.limit
  const again = splitAgain(article, thread, { limit, moved })
  if (again === null) {
    throw new InputError('again-unclear', {
      message: `Cannot draft ${slug} again: article.md was changed in or beside what you changed or moved in ${file}`,
      hint: `Change ${file} by hand there too, or delete it to draft anew.`,
    })
  }
  if (again.problem !== null) throw InputError.of(again.problem)
  const shown = new Set(thread.posts.flatMap((post) => picturesOf<ImageOnPost>(post).map((picture) => picture.file)))
  const unshown = article.images.filter(({ source }) => !shown.has(fileOf(source)))
  // What the thread was drafted with and shows no more, its owner took out.
  const isOut = ({ source }: ArticleImage): boolean => thread.images?.includes(fileOf(source)) ?? !moved
  const added = unshown.filter((image) => !isOut(image))
  const out = unshown.filter(isOut).map(({ source }) => fileOf(source))
  const posts = withImages(again.posts, added)
  const drawn =
    options.cards === false
      ? { posts, files: new Map<string, Uint8Array>(), problems: [] }
      : await redrawCards(
          posts,
          { slug, whole, part: thread.part, isFresh: ({ n }) => !again.kept.posts.has(n) },
          ports,
        )
  const before = thread.code ?? []
  const code = await redrawCode(drawn.posts, { slug, article, whole, part: thread.part, moved, before }, ports)
  const written = writeThread(
    code,
    { ...thread, ...drawnFrom(article), code: [...new Set([...before, ...codeOn(code.posts)])], article: hash, limit },
    again.kept,
  )
  return {
    files: new Map<string, string | Uint8Array>([...drawn.files, ...code.files, [file, written]]),
    problems: [
      ...drawn.problems,
      ...code.problems,
      ...(out.length === 0 ? [] : [{ code: 'images-out', file, images: out } as const]),
    ],
  }
}

/** What the article has now: whatever of it the thread lacks from here on was taken out. */
function drawnFrom({ images, blocks }: Article): Pick<ThreadHead, 'images' | 'ends'> {
  return { images: images.map(({ source }) => fileOf(source)), ends: blocks.at(-1)?.span.end ?? 0 }
}
