import type { Problem } from '../problem.ts'
import { flat } from './edit/said.ts'
import type { Post } from './thread.ts'

/**
 * The cards whose quotes no post says any more, and those that X would cut because an image stands beside them.
 * @param said what the posts of the piece say, without their numbers
 */
export function cardsAmiss(posts: readonly Post[], said: readonly string[]): readonly Problem[] {
  const all = flat(said.join(' '))
  return posts.flatMap(({ n, card, images: [image] }): readonly Problem[] => {
    if (card === null) return []
    const { file, quote } = card
    const isUnsaid = !all.includes(flat(quote.replaceAll('==', '')))
    return [
      ...(isUnsaid ? [{ code: 'card-unsaid', n, file, quote } as const] : []),
      ...(image === undefined ? [] : [{ code: 'card-beside-image', n, file, image: image.file } as const]),
    ]
  })
}
