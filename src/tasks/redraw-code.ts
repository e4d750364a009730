import type { Article, CodeCard } from '../core/article/article.ts'
import { digestOf } from '../core/thread/file/lines.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import { withImages } from '../core/thread/place-images.ts'
import { withPictures } from '../core/thread/posts.ts'
import type { ImageOnPost, Post } from '../core/thread/thread.ts'
import type { Drawn } from './draw-all.ts'
import { drawCode, type DrawnCode } from './draw-code.ts'
import type { DrawingNeeds, Subject } from './take-pen.ts'

interface Redrawing extends Subject {
  /** The thread's own stretch of the article. */
  readonly article: Article
  /** Whether the article is another than the one that the thread was drafted from. */
  readonly moved: boolean
  /** The digests of the code that was drawn before: what of it stands on no post, its owner took out. */
  readonly before: readonly string[]
}

/**
 * Draws the code that was changed in the article, each block in the place of the one it was, what could not be drawn
 * before, and what files are gone.
 * What its owner took out stays out, and what they say of a picture stays theirs.
 */
export async function redrawCode(
  posts: readonly Post[],
  { article, moved, before, ...subject }: Redrawing,
  ports: DrawingNeeds,
): Promise<Drawn> {
  const shown = new Set(posts.flatMap(({ images }) => images.flatMap(({ drawn }) => drawn ?? [])))
  const inArticle = new Set(article.codeCards.map(({ code }) => digestOf(code)))
  const gone = moved ? [...shown].filter((digest) => !inArticle.has(digest)) : []
  const isGone = (image: ImageOnPost): boolean => isOurs(image) && gone.includes(image.drawn ?? '')
  const left = posts.map((post) => ({ ...post, images: post.images.filter((image) => !isGone(image)) }))
  const taken = [
    ...left.flatMap((post) => picturesOf<ImageOnPost>(post)),
    ...article.images.map(({ source }) => ({ file: source })),
  ]
  const known = new Set([...before, ...shown])
  const changed = article.codeCards.filter(({ code }) => !known.has(digestOf(code)))
  const drawn = await drawCode(changed, { ...subject, taken: taken.map(({ file }) => file) }, ports)
  const lost = await redrawLost(left, { article, ...subject }, ports)
  return {
    posts: withChanged(posts, { changed, gone, isGone }, drawn),
    files: new Map([...drawn.files, ...lost.files]),
    problems: [...drawn.problems, ...lost.problems],
  }
}

/** Whether the program drew a picture of code: a quote's card without its quote is none. */
function isOurs({ file, drawn }: ImageOnPost): boolean {
  return drawn !== undefined && /^code-[\w-]+\.(?:png|jpe?g)$/i.test(file)
}

interface Changes {
  readonly changed: readonly CodeCard[]
  /** The digests of code that the article has no more, in order. */
  readonly gone: readonly string[]
  readonly isGone: (image: ImageOnPost) => boolean
}

/** The new cards in the places of those that are gone, one block for another in their order; further ones at their own. */
function withChanged(
  posts: readonly Post[],
  { changed, gone, isGone }: Changes,
  { pictures }: DrawnCode,
): readonly Post[] {
  const successors = new Map(gone.map((digest, index) => [digest, changed[index] && digestOf(changed[index].code)]))
  const placed = new Set<string | undefined>()
  const inPlace = (image: ImageOnPost): readonly ImageOnPost[] => {
    if (!isGone(image)) return [image]
    const next = successors.get(image.drawn ?? '')
    if (next === undefined || placed.has(next)) return []
    placed.add(next)
    return pictures.filter(({ drawn }) => drawn === next).map(({ source, alt }) => ({ file: source, alt, drawn: next }))
  }
  const replaced = posts.map((post) =>
    post.images.some(isGone) ? withPictures(post, { images: post.images.flatMap(inPlace) }) : post,
  )
  return withImages(
    replaced,
    pictures.filter(({ drawn }) => !placed.has(drawn)),
  )
}

/** The cards anew whose files are not there, under their names. */
async function redrawLost(
  posts: readonly Post[],
  { article, ...subject }: Subject & { readonly article: Article },
  ports: DrawingNeeds,
): Promise<Pick<Drawn, 'files' | 'problems'>> {
  const files = new Map<string, Uint8Array>()
  const problems: Drawn['problems'][number][] = []
  for (const block of article.codeCards) {
    const own = posts.flatMap(({ images }) => images.filter((one) => isOurs(one) && one.drawn === digestOf(block.code)))
    const there = await Promise.all(own.map(({ file }) => ports.pieces.read(subject.slug, file)))
    if (there.every((bytes) => bytes !== null)) continue
    const drawn = await drawCode([block], { ...subject, taken: [] }, ports)
    problems.push(...drawn.problems)
    for (const [index, { file, alt }] of own.entries()) {
      const page = drawn.pictures.find((one) => one.alt === alt) ?? drawn.pictures[index]
      const bytes = page && drawn.files.get(page.source)
      if (there[index] === null && bytes !== undefined) files.set(file, bytes)
    }
  }
  return { files, problems }
}
