import { picturesOf } from './pictures.ts'
import type { ImageOnPost, Post } from './thread.ts'

/** What X charges a call, in US dollars (pay per use, published prices of August 2026). */
export const prices = {
  post: 0.015,
  postWithLink: 0.2,
  altText: 0.005,
  delete: 0.01,
  read: 0.005,
  ownedRead: 0.001,
  upload: 0,
} as const

/** The price of one post in US dollars; X does not define "a URL", so whatever it would link counts as one. */
export function priceOf({ links, card, images }: Pick<Post, 'links' | 'card' | 'images'>): number {
  const words = links.length > 0 ? prices.postWithLink : prices.post
  return sum([words, prices.altText * picturesOf<ImageOnPost>({ card, images }).length])
}

/** Adds dollars without the dust of binary fractions: to a hundredth of a cent. */
export function sum(dollars: readonly number[]): number {
  return Math.round(dollars.reduce((total, one) => total + one, 0) * 10_000) / 10_000
}

/** "$0.20", "$0.045": two decimals, three where the third tells something. */
export function usd(dollars: number): string {
  const exact = dollars.toFixed(3)
  return `$${exact.endsWith('0') ? exact.slice(0, -1) : exact}`
}
