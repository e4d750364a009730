import { readFile, stat } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { InputError } from '../../../core/problem.ts'
import { settings as knownSettings } from '../../../core/settings.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import type { Workshop } from '../../../ports.ts'
import { draft, type Drafted } from '../../../tasks/draft.ts'
import { adoptArticle } from '../../../tasks/piece.ts'
import type { Run } from '../command.ts'
import { printProblems, printThread, summaryOf } from '../thread.ts'

export const run: Run = async ({ args: [named = ''], options, json, terminal, workshop }) => {
  const shop = await workshop()
  const limit = limitOf(options['limit'])
  const slug = await slugOf(named, shop)
  const drafted = await draft(slug, { cards: options['cards'] !== false, ...(limit === null ? {} : { limit }) }, shop)
  if (json) terminal.json(draftJson(drafted))
  else {
    printThread(drafted.posts, limit ?? shop.settings.limit, terminal)
    for (const { text, why } of drafted.dropped) {
      terminal.print(terminal.ink.dim(`left out (${why}): ${excerpt(text, 90)}`))
    }
    printProblems(drafted.problems, terminal)
    terminal.print(`\n${terminal.ink.bold(drafted.title)}: ${summaryOf(drafted.posts)}`)
    const thread = relative(process.cwd(), shop.pieces.path(slug, 'thread.md'))
    terminal.note(nextStep(drafted, thread))
  }
  return drafted.posts.length === 0 ? 2 : 0
}

/** What `draft --json` prints: a contract, key by key. */
export function draftJson({ slug, posts, dropped, problems }: Drafted): object {
  return {
    slug,
    posts: posts.map(({ n, total, text, weight, source, break: kind, card, links, price }) => ({
      n,
      total,
      text,
      weight,
      source,
      break: kind,
      card: card && { path: card.file, alt: card.alt, quote: card.quote },
      links,
      price,
    })),
    dropped,
    price: Math.round(posts.reduce((whole, { price }) => whole + price, 0) * 10_000) / 10_000,
    problems,
  }
}

function nextStep({ slug, written, edited, problems }: Drafted, thread: string): string {
  if (edited) return `This is ${thread} as you edited it; it was not drafted anew. Delete it to start over.`
  if (problems.length > 0) return `Mend the article or ${thread}, then draft again.`
  const what = written.length === 0 ? `${thread} says so already` : `Wrote ${thread}: edit it freely`
  return `${what}. Then: broadside preview ${slug}, broadside queue ${slug}`
}

/** A file's piece is made in posts/ first; a slug is taken as it is. */
async function slugOf(named: string, shop: Workshop): Promise<string> {
  const isPath = /[/\\.]/.test(named)
  if (!isPath && !(await isFile(named))) return named
  if (!isPath && (await shop.pieces.read(named, 'article.md').catch(() => null)) !== null) return named
  try {
    const info = await stat(named)
    if (info.isDirectory()) throw refusal(named, 'it is a folder, not an article')
    if (info.size > 20_000_000) throw refusal(named, `it has ${Math.round(info.size / 1e6)} MB`)
    return await adoptArticle({ name: basename(named), bytes: await readFile(named) }, shop)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw refusal(named, 'there is no such file', cause)
    if (code === 'EACCES') throw refusal(named, 'this user may not read it', cause)
    throw cause
  }
}

function refusal(named: string, fact: string, cause?: unknown): InputError {
  const hint = 'Give the path of a .md or .txt file, or the name of a folder in posts/.'
  return new InputError('article-missing', { message: `Cannot draft ${named}: ${fact}`, hint }, cause)
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  )
}

function limitOf(given: string | boolean | undefined): number | null {
  if (given === undefined) return null
  const read = knownSettings.BROADSIDE_LIMIT.value.safeParse(given)
  if (read.success) return read.data
  const why = read.error.issues[0]?.message ?? 'it cannot be read'
  throw new InputError('limit', {
    message: `Cannot draft with --limit ${String(given)}: ${why}`,
    hint: 'The usual one is 280.',
  })
}
