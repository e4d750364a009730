import type { FrozenPicture, FrozenPost } from '../queue/job.ts'
import { mostPictures, picturesOf } from '../thread/pictures.ts'
import { weigh } from '../thread/weigh/weigh.ts'

/** What X takes as an alternative text. */
const mostAlt = 1_000

/** Why X would refuse a post, whatever comes before it; null when it would not. */
export function unfit(post: FrozenPost, { limit }: { limit: number }): string | null {
  const { n, text } = post
  const weight = weigh(text)
  if (weight > limit) return `Post ${n} weighs ${weight}, and the account may post ${limit} (BROADSIDE_LIMIT)`
  const pictures = picturesOf<FrozenPicture>(post)
  if (pictures.length > mostPictures) return `Post ${n} has ${pictures.length} pictures, and X takes ${mostPictures}`
  for (const { alt } of pictures) {
    if (alt.trim() === '') return `A picture of post ${n} has no alternative text`
    if (alt.length > mostAlt)
      return `An alternative text of post ${n} has ${alt.length} characters, and X takes ${mostAlt}`
  }
  return null
}
