import type { Article } from '../core/article/article.ts'
import type { Problem } from '../core/problem.ts'
import { dayOf } from '../core/queue/day.ts'
import { closingOn, closingTemplate } from '../core/thread/closing.ts'
import { threadFileOf } from '../core/thread/file/series-file.ts'
import type { ThreadHead } from '../core/thread/file/thread-file.ts'
import { wordsOn, writeThread } from '../core/thread/file/thread-text.ts'
import { pictureProblems, type Where } from '../core/thread/picture-problems.ts'
import { fileOf, type PlacedPicture, withImages } from '../core/thread/place-images.ts'
import type { PartArticle } from '../core/thread/series.ts'
import { split } from '../core/thread/split/split.ts'
import type { ImageOnPost, PartOf, Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { drawCards } from './draw-cards.ts'
import { drawCode } from './draw-code.ts'

type Needs = Omit<Ports, 'network' | 'store' | 'lock' | 'log'>

export interface DraftOptions {
  readonly limit?: number
  /** Whether cards are drawn, and how many where that is asked. */
  readonly cards: boolean | number
  /** Whether a thread that its owner edited is split again around the edits. */
  readonly again?: boolean
  /** Into how many threads the article is parted; the front matter says where this does not. */
  readonly parts?: 'headings' | 'none' | number
}

/** A fresh thread, and the files that hold it and its cards. */
export interface Made {
  readonly part: PartOf | null
  readonly file: string
  readonly posts: readonly Post[]
  /** What its posts say, without their numbers. */
  readonly said: readonly string[]
  /** As it ends, `{month}` and `{year}` still to fill. */
  readonly closing: string | null
  readonly files: ReadonlyMap<string, string | Uint8Array>
  readonly problems: readonly Problem[]
}

interface Making extends DraftOptions {
  readonly slug: string
  readonly whole: Article
  /** Names the article as it is now. */
  readonly hash: string
}

/** Makes one thread with its cards and the article's images, and the files that hold them. */
export async function makeThread(
  { article, part: which, lead }: PartArticle,
  { slug, whole, hash, limit, cards }: Making,
  ports: Needs,
): Promise<Made> {
  const { settings, clock } = ports
  const part = which.of === 1 ? null : which
  const file = threadFileOf(part)
  const head: ThreadHead = {
    article: hash,
    limit: limit ?? settings.limit,
    numbering: settings.numbering,
    closing: closingTemplate({ article, ...settings }),
    part,
    lead,
  }
  const day = dayOf(clock.now(), settings.timezone)
  const { posts, problems } = split(article, { ...head, closing: head.closing && closingOn(head.closing, day) })
  if (posts.length === 0) return { part, file, posts, said: [], closing: head.closing, files: new Map(), problems }
  const count = typeof cards === 'number' ? cards : undefined
  const drawn =
    cards === false
      ? { posts, files: new Map<string, Uint8Array>(), problems: [] }
      : await drawCards(article, posts, { slug, whole, part, count }, ports)
  const taken = [...drawn.files.keys(), ...whole.images.map(({ source }) => fileOf(source))]
  const code = await drawCode(article.codeCards, { slug, whole, part, taken }, ports)
  const dressed = withImages(drawn.posts, inOrder([...article.images, ...code.pictures]))
  return {
    part,
    file,
    posts: dressed,
    said: dressed.map((post) => wordsOn(post, head.numbering)),
    closing: head.closing,
    files: new Map<string, string | Uint8Array>([
      ...drawn.files,
      ...code.files,
      [file, writeThread({ posts: dressed }, head)],
    ]),
    problems: [
      ...problems,
      ...drawn.problems,
      ...code.problems,
      ...dressed.flatMap((post) => pictureProblems(post, (picture) => whereIn(article, picture))),
    ],
  }
}

/** As they stand in the article. */
function inOrder(pictures: readonly PlacedPicture[]): readonly PlacedPicture[] {
  return pictures.toSorted((a, b) => a.at - b.at)
}

/** Where the article asks for a picture. */
function whereIn({ images }: Article, { file, alt }: ImageOnPost): Where {
  const image = images.find(({ source, alt: own }) => fileOf(source) === file && own === alt)
  return { file: 'article.md', line: image?.line ?? 1 }
}
