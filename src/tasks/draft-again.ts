import type { Article } from '../core/article/article.ts'
import { InputError } from '../core/problem.ts'
import { splitAgain } from '../core/thread/again.ts'
import { writeThread } from '../core/thread/markdown.ts'
import { threadFiles } from '../core/thread/series-file.ts'
import { seriesOf } from '../core/thread/series.ts'
import type { ThreadFile } from '../core/thread/thread-file.ts'

/** A piece's threads as their owner left them, and what to split them from. */
export interface Redraft {
  readonly slug: string
  readonly article: Article
  /** Names the article as it is now. */
  readonly hash: string
  readonly threads: readonly ThreadFile[]
  readonly parts: 'headings' | 'none' | number | null
  readonly limit: number
}

/**
 * The files of a piece whose threads are split again around what the owner changed or pinned.
 * @throws InputError where it cannot be told what an edit stands for, or the series has another number of threads now.
 */
export function redraft({ slug, article, hash, threads, parts, limit }: Redraft): ReadonlyMap<string, string> {
  const of = threads.length
  const { parts: articles } = seriesOf(article, parts ?? (of === 1 ? 'none' : of))
  if (articles.length !== of) {
    throw new InputError('again-parts', {
      message: `Cannot draft ${slug} again: it has ${of} ${of === 1 ? 'thread' : 'threads'}, and would have ${articles.length}`,
      hint: `Keep your edits elsewhere and delete ${threadFiles(of).join(', ')}, then draft anew.`,
    })
  }
  const written = threads.map((thread, index): readonly [string, string] => {
    const file = threadFiles(of)[index] ?? 'thread.md'
    const moved = thread.article !== hash
    const again = splitAgain(articles[index]?.article ?? article, thread, { limit, moved })
    if (again === null) {
      throw new InputError('again-unclear', {
        message: `Cannot draft ${slug} again: article.md was changed right beside what you changed in ${file}`,
        hint: `Change ${file} by hand there too, or delete it to draft anew.`,
      })
    }
    return [file, writeThread(again, { ...thread, article: hash, limit }, again.kept)]
  })
  return new Map(written)
}
