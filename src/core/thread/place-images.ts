import type { ArticleImage } from '../article/article.ts'
import { isRemote } from './picture-problems.ts'
import { mostPictures, picturesOf } from './pictures.ts'
import { withPictures } from './posts.ts'
import type { ImageOnPost, Post } from './thread.ts'

/** A picture and its place in the article; one that was drawn of a block of code bears the digest of that. */
export type PlacedPicture = Pick<ArticleImage, 'source' | 'alt' | 'at'> & Pick<ImageOnPost, 'drawn'>

/**
 * The posts with the article's images and cards of code, each on the post that holds its place. Where a post shows as many pictures as X
 * takes, the rest go to the next that has room; what no post has room for stands on the last, which is then a problem.
 */
export function withImages(posts: readonly Post[], images: readonly PlacedPicture[]): readonly Post[] {
  const on = new Map<number, ImageOnPost[]>()
  const own = posts.filter(({ source }) => source !== null)
  const roomOn = (post: Post): number =>
    mostPictures - picturesOf<ImageOnPost>(post).length - (on.get(post.n)?.length ?? 0)
  for (const { source, alt, at, drawn } of images) {
    const following = own.filter((post) => (post.source?.end ?? 0) > at)
    const post = following.find((one) => roomOn(one) > 0) ?? own.at(-1)
    const image = { file: fileOf(source), alt, ...(drawn === undefined ? {} : { drawn }) }
    if (post !== undefined) on.set(post.n, [...(on.get(post.n) ?? []), image])
  }
  return posts.map((post) => {
    const added = on.get(post.n)
    return added === undefined ? post : withPictures(post, { images: [...post.images, ...added] })
  })
}

/** The file that an address of the article names: `./my%20map.png` is "my map.png". One of the web stays as it is. */
export function fileOf(address: string): string {
  if (isRemote(address)) return address
  const plain = address.replace(/^(?:\.\/)+/, '')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}
