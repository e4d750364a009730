import { lengthOfNumbering } from './numbering.ts'
import { weigh } from './weigh/weigh.ts'

/** Where one post of a closing ends and the next begins, as the owner's own break is written. */
const between = '\n\n---\n\n'

/** The posts of a closing: one, or more where the links of the article did not fit beside the rest; none for null. */
export function closingPosts(closing: string | null): readonly string[] {
  return closing === null ? [] : closing.split(between).filter((post) => post.trim() !== '')
}

/** The closing that has these posts; null for none. */
export function closingOfPosts(posts: readonly string[]): string | null {
  return posts.length === 0 ? null : posts.join(between)
}

/** How much a post may weigh, and what is put below it. */
interface Frame {
  readonly limit: number
  readonly numbering: string
}

/**
 * `links` in lines above `closing`, in the same post where all of it fits, else in posts of their own before it.
 * @param filled the closing as it is posted, for weighing it
 */
export function withLinks(
  closing: string,
  links: readonly string[],
  { limit, numbering, filled }: Frame & { readonly filled: string },
): string {
  if (links.length === 0) return closing
  const room = limit - lengthOfNumbering(numbering, 3, weigh)
  const list = links.join('\n')
  if (weigh(`${list}\n\n${filled}`) <= room) return closing === '' ? list : `${list}\n\n${closing}`
  const posts: string[] = []
  for (const link of links) {
    const last = posts.at(-1)
    if (last !== undefined && weigh(`${last}\n${link}`) <= room) posts[posts.length - 1] = `${last}\n${link}`
    else posts.push(link)
  }
  return closingOfPosts(closing === '' ? posts : [...posts, closing]) ?? ''
}
