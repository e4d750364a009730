import type { FrozenPicture, FrozenPost } from '../core/queue/job.ts'
import type { ImageOnPost, Post } from '../core/thread/thread.ts'
import type { Ports, Store } from '../ports.ts'
import type { PictureFile } from './read-pictures.ts'

/** A post as it was shown, its pictures' bytes kept in the store: nothing that is edited later changes it. */
export async function freeze(
  { n, text, weight, price, card, images }: Post,
  files: ReadonlyMap<string, PictureFile>,
  { store }: Pick<Ports, 'store'>,
): Promise<FrozenPost> {
  const keepOne = (picture: ImageOnPost): Promise<FrozenPicture> => keep(picture, files, store)
  return {
    n,
    text,
    weight,
    price,
    card: card && { ...(await keepOne(card)), quote: card.quote },
    images: await Promise.all(images.map(keepOne)),
  }
}

async function keep(
  { file, alt }: ImageOnPost,
  files: ReadonlyMap<string, PictureFile>,
  store: Store,
): Promise<FrozenPicture> {
  const picture = files.get(file)
  if (picture === undefined) throw new RangeError(`the picture ${file} was not read`)
  return { sha256: await store.keep(picture.bytes, picture.type), type: picture.type, alt }
}
