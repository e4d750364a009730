import { relative } from 'node:path'
import { InputError } from '../../../core/errors.ts'
import { inPlaces } from '../../../core/thread/in-places.ts'
import type { Workshop } from '../../../ports.ts'
import { readPiece } from '../../../tasks/piece.ts'
import { present } from '../../../tasks/present.ts'
import { readDraft } from '../../../tasks/read-draft.ts'
import { readPictures } from '../../../tasks/read-pictures.ts'
import type { Run } from '../command.ts'
import { writeWhere } from '../write.ts'

export const run: Run = async ({ args: [slug = ''], options, terminal, workshop }) => {
  const shop = await workshop()
  const page = await previewOf(slug, shop)
  const { out } = options
  if (typeof out === 'string') return terminal.print(await writeWhere(out, page))
  await shop.pieces.write(slug, new Map([['preview.html', page]]))
  terminal.print(relative(process.cwd(), shop.pieces.path(slug, 'preview.html')))
}

/** The thread of a piece as X will show it: a page that needs nothing beside it. */
export async function previewOf(slug: string, shop: Workshop): Promise<string> {
  const { previewPage } = await import('../../pages/preview.tsx')
  const piece = await readPiece(slug, shop)
  const thread = await readDraft(slug, piece, shop)
  if (thread !== null) {
    const { posts } = thread
    const pictures = await readPictures(slug, posts, shop)
    const all = [...piece.article.problems, ...thread.problems, ...pictures.problems]
    const problems = inPlaces(all, { ...thread, article: piece.article })
    return previewPage({ thread, problems, ...(await present(slug, posts, shop)) })
  }
  throw new InputError('not-drafted', {
    message: `Cannot preview ${slug}: it has no thread.md yet`,
    hint: `Draft it first: broadside draft ${slug}`,
  })
}
