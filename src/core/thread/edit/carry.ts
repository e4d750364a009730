import type { Article, Span } from '../../article/article.ts'
import { digestOf } from '../file/lines.ts'
import { fileOf } from '../place-images.ts'
import type { CardOnPost, ImageOnPost, Post } from '../thread.ts'

/** What stands on a post beside its words. */
interface OnPost {
  readonly card: CardOnPost | null
  readonly images: readonly ImageOnPost[]
  /** The owner's own comments. */
  readonly notes: readonly string[]
}

/** The pictures and comments of a post that is split anew, and where in the article it stood. */
export interface Carried extends OnPost {
  readonly at: number
}

export function carriedFrom({ card, images, notes, source }: OnPost & Pick<Post, 'source'>, at: number): Carried {
  return { card, images, notes, at: source?.start ?? at }
}

/**
 * What stands on each of the new posts, of which `spans` are the stretches: a card on the post that holds its quote, an
 * image where the article has it; comments, and what cannot be told so, on the post that says now what the old one began
 * with.
 */
export function carryOver(
  spans: readonly Span[],
  carried: readonly Carried[],
  { text, images, codeCards }: Pick<Article, 'text' | 'images' | 'codeCards'>,
): readonly OnPost[] {
  const made = spans.map(() => ({
    card: null as CardOnPost | null,
    images: [] as ImageOnPost[],
    notes: [] as string[],
  }))
  const holding = (at: number): number => {
    const found = spans.findIndex(({ end }) => end > at)
    return found === -1 ? spans.length - 1 : found
  }
  for (const { card, images: own, notes, at } of carried) {
    made[holding(at)]?.notes.push(...notes)
    if (card !== null) {
      const quoted = spans.findIndex(
        ({ start, end }, index) => made[index]?.card === null && text.slice(start, end).includes(card.quote),
      )
      const on = made[quoted === -1 ? holding(at) : quoted]
      if (on?.card === null) on.card = card
      else on?.images.push({ file: card.file, alt: card.alt })
    }
    for (const image of own) {
      const there =
        images.find(({ source }) => fileOf(source) === image.file) ??
        codeCards.find(({ code }) => digestOf(code) === image.drawn)
      made[holding(there?.at ?? at)]?.images.push(image)
    }
  }
  return made
}
