import type { Article } from '../core/article/article.ts'
import type { Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { readThread } from '../core/thread/markdown.ts'
import { threadFiles, threadsIn } from '../core/thread/series-file.ts'
import type { ThreadFile } from '../core/thread/thread-file.ts'
import type { Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'

/** A piece's thread, or the threads of its series, as their files have them. */
export interface Draft {
  readonly threads: readonly ThreadFile[]
  /** Of all threads, in order. */
  readonly posts: readonly Post[]
  readonly problems: readonly Problem[]
  /** Whether the owner edited any of them. */
  readonly edited: boolean
}

/** What a piece's files say would be sent on the day of `at`; null where nothing is drafted. */
export async function readDraft(
  slug: string,
  article: Article,
  { pieces, clock, settings }: Pick<Ports, 'pieces' | 'clock' | 'settings'>,
  at: Date = clock.now(),
): Promise<Draft | null> {
  const read = async (file: string): Promise<string | null> => {
    const bytes = await pieces.read(slug, file)
    return bytes && new TextDecoder().decode(bytes)
  }
  const first = await read('thread.md')
  if (first === null) return null
  const of = threadsIn(first)
  const files = of === 1 ? [first] : await Promise.all(threadFiles(of).map(read))
  const day = dayOf(at, settings.timezone)
  const threads = files.flatMap((file) => (file === null ? [] : [readThread(file, { text: article.text, ...day })]))
  const missing = threadFiles(of).filter((_, index) => files[index] === null)
  return {
    threads,
    posts: threads.flatMap(({ posts }) => posts),
    problems: [
      ...missing.map((file) => ({ code: 'thread-missing', file }) as const),
      ...threads.flatMap(({ problems }) => problems),
    ],
    edited: threads.some(({ edited }) => edited),
  }
}
