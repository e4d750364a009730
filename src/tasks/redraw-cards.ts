import type { Article } from '../core/article/article.ts'
import type { ChosenQuote } from '../core/card/choose.ts'
import { mostPictures, picturesOf } from '../core/thread/pictures.ts'
import { withPictures } from '../core/thread/posts.ts'
import type { ImageOnPost, Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { drawAll, type Drawn } from './draw-all.ts'
import { type DrawingNeeds, type Subject, takePen } from './take-pen.ts'

/**
 * Draws anew the cards of a thread whose quotes its owner changed, or whose files are gone, and new ones for the quotes
 * marked since on posts that were split anew. All other cards stay as they are; one of which nothing is said is described.
 * @param isFresh whether a post was split anew
 */
export async function redrawCards(
  posts: readonly Post[],
  { isFresh, ...subject }: Subject & { readonly isFresh: (post: Post) => boolean },
  ports: DrawingNeeds,
): Promise<Drawn> {
  const stale = new Set<number>()
  for (const post of posts) if (await isStale(subject.slug, post, ports)) stale.add(post.n)
  const chosen = [
    ...posts.flatMap(({ n, card }) => (card !== null && stale.has(n) ? [{ post: n, quote: card.quote }] : [])),
    ...markedSince(subject.whole, posts, isFresh),
  ]
  const described = await describe(posts, subject, ports)
  if (chosen.length === 0) return { posts: described, files: new Map(), problems: [] }
  const taken = posts.flatMap((post) => filesOn(stale.has(post.n) ? { card: null, images: post.images } : post))
  return drawAll(chosen, described, { order: { subject, taken: new Set(taken), before: posts }, ports })
}

/** The posts, each card that quotes something and says nothing to those who cannot see it described by its quote. */
async function describe(posts: readonly Post[], subject: Subject, ports: DrawingNeeds): Promise<readonly Post[]> {
  const isMute = ({ card }: Post): boolean => card !== null && card.alt.trim() === '' && card.quote !== ''
  if (!posts.some(isMute)) return posts
  const pen = await takePen(subject, ports)
  return posts.map((post) =>
    post.card !== null && isMute(post)
      ? withPictures(post, { card: { ...post.card, alt: pen.altOf(post.card.quote) } })
      : post,
  )
}

function filesOn(post: Pick<Post, 'card' | 'images'>): readonly string[] {
  return picturesOf<ImageOnPost>(post).map(({ file }) => file)
}

/** Whether a card's picture shows other words than its quote, or is not there. */
async function isStale(slug: string, { card }: Post, { pieces }: Pick<Ports, 'pieces'>): Promise<boolean> {
  if (card === null || card.quote === '' || !/^[\w-][\w.-]*\.(?:png|jpe?g)$/i.test(card.file)) return false
  return card.drawn !== undefined || (await pieces.read(slug, card.file)) === null
}

/** The quotes that the owner marked in the article and that no card shows yet, on posts that were split anew. */
function markedSince(
  { text, quotes }: Article,
  posts: readonly Post[],
  isFresh: (post: Post) => boolean,
): readonly ChosenQuote[] {
  const shown = new Set(posts.flatMap(({ card }) => card?.quote ?? []))
  const on = new Map<number, string>()
  for (const quote of quotes) {
    if (shown.has(quote)) continue
    const post = posts.find(({ source }) => source !== null && text.slice(source.start, source.end).includes(quote))
    if (post === undefined || post.card !== null || on.has(post.n) || !isFresh(post)) continue
    if (filesOn(post).length < mostPictures) on.set(post.n, quote)
  }
  return [...on].map(([post, quote]) => ({ post, quote }))
}
