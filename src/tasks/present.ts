import { sum } from '../core/thread/price.ts'
import type { Post } from '../core/thread/thread.ts'
import type { Ports } from '../ports.ts'

/** What a page that shows a thread needs beside the thread itself. */
export interface Presentation {
  /** Each card's file name, and the picture as a `data:` address. */
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
  const images = new Map<string, string>()
  for (const { card } of posts) {
    const bytes = card === null ? null : await pieces.read(slug, card.file)
    if (card !== null && bytes !== null) images.set(card.file, dataAddress(bytes))
  }
  const handle = settings.handle ?? '@you'
  return {
    images,
    account: { handle, name: handle.slice(1) },
    network: sandboxed ? 'sandbox' : 'x',
    price: sum(posts.map(({ price }) => price)),
    limit: settings.limit,
  }
}

function dataAddress(bytes: Uint8Array): string {
  const type = bytes[0] === 0xff ? 'image/jpeg' : 'image/png'
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
}
