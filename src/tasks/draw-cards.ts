import type { Article } from '../core/article/article.ts'
import { chooseQuotes, quotesNotIn } from '../core/card/choose.ts'
import { fileOf, withImages } from '../core/thread/place-images.ts'
import type { Post } from '../core/thread/thread.ts'
import { drawAll, type Drawn } from './draw-all.ts'
import type { DrawingNeeds, Subject } from './take-pen.ts'

/** Draws a card for each quote of `article` that was chosen, and puts it on the post that holds the quote. */
export async function drawCards(
  article: Article,
  posts: readonly Post[],
  { count, ...subject }: Subject & { readonly count: number | undefined },
  ports: DrawingNeeds,
): Promise<Drawn> {
  const taken = new Set(subject.whole.images.map(({ source }) => fileOf(source)))
  const pictures = [...article.images, ...article.codeCards.map(({ alt, at }) => ({ source: 'code', alt, at }))]
  const quotes = chooseQuotes(article, { posts: withImages(posts, pictures) }, { count })
  const drawn = await drawAll(quotes, posts, { order: { subject, taken }, ports })
  return { ...drawn, problems: [...quotesNotIn(subject.whole), ...drawn.problems] }
}
