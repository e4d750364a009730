import { writeFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { InputError } from '../../../core/problem.ts'
import type { Workshop } from '../../../ports.ts'
import { readDraft } from '../../../tasks/draft.ts'
import { readPiece } from '../../../tasks/piece.ts'
import { present } from '../../../tasks/present.ts'
import type { Run } from '../command.ts'

export const run: Run = async ({ args: [slug = ''], options, terminal, workshop }) => {
  const shop = await workshop()
  const page = await previewOf(slug, shop)
  if (typeof options['out'] === 'string') await writeFile(resolve(options['out']), page)
  else await shop.pieces.write(slug, new Map([['preview.html', page]]))
  const file = typeof options['out'] === 'string' ? resolve(options['out']) : shop.pieces.path(slug, 'preview.html')
  terminal.print(relative(process.cwd(), file))
}

/** The thread of a piece as X will show it: a page that needs nothing beside it. */
export async function previewOf(slug: string, shop: Workshop): Promise<string> {
  const { previewPage } = await import('../../pages/preview.tsx')
  const { article } = await readPiece(slug, shop)
  const thread = await readDraft(slug, article, shop)
  if (thread !== null)
    return previewPage({ thread, problems: thread.problems, ...(await present(slug, thread.posts, shop)) })
  throw new InputError('not-drafted', {
    message: `Cannot preview ${slug}: it has no thread.md yet`,
    hint: `Draft it first: broadside draft ${slug}`,
  })
}
