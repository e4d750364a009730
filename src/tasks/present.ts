import { sum } from '../core/thread/price.ts'
import type { Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'
import { type PictureFile, readPictures } from './read-pictures.ts'

/** What a page that shows a thread needs beside the thread itself. */
export interface Presentation {
  /** Each picture's file name, and the picture as a `data:` address. */
  readonly images: ReadonlyMap<string, string>
  readonly account: { readonly handle: string; readonly name: string }
  readonly network: 'x' | 'sandbox'
  /** US dollars for the whole thread. */
  readonly price: number
  readonly limit: number
}

/** Gathers what is needed to show a piece's thread as a page. Asks no network. */
export async function present(
  slug: string,
  posts: readonly Post[],
  { pieces, settings, sandboxed }: Pick<Ports, 'pieces' | 'settings' | 'sandboxed'>,
): Promise<Presentation> {
  const { files } = await readPictures(slug, posts, { pieces })
  const images = new Map([...files].map(([file, picture]) => [file, dataAddress(picture)]))
  const handle = settings.handle ?? '@you'
  return {
    images,
    account: { handle, name: handle.slice(1) },
    network: sandboxed ? 'sandbox' : 'x',
    price: sum(posts.map(({ price }) => price)),
    limit: settings.limit,
  }
}

function dataAddress({ bytes, type }: PictureFile): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
