import type { FrozenPost } from '../queue/job.ts'
import { weigh } from '../thread/weigh.ts'

/** What X takes as an alternative text. */
const mostAlt = 1_000

/** Why X would refuse a post, whatever comes before it; null when it would not. */
export function unfit({ n, text, card }: FrozenPost, { limit }: { limit: number }): string | null {
  const weight = weigh(text)
  if (weight > limit) return `Post ${n} weighs ${weight}, and the account may post ${limit} (BROADSIDE_LIMIT)`
  if (card === null) return null
  if (card.alt.trim() === '') return `The card of post ${n} has no alternative text`
  if (card.alt.length > mostAlt) {
    return `The alternative text of post ${n} has ${card.alt.length} characters, and X takes ${mostAlt}`
  }
  return null
}
