import { readFile, stat } from 'node:fs/promises'
import { basename, relative } from 'node:path'
import { InputError, isWarning } from '../../../core/problem.ts'
import { settings as knownSettings } from '../../../core/settings.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import type { Workshop } from '../../../ports.ts'
import { draft, type Drafted } from '../../../tasks/draft.ts'
import { adoptArticle } from '../../../tasks/piece.ts'
import type { Run } from '../command.ts'
import { printDifferences, printProblems, printThreads, summaryOf } from '../thread.ts'

export const run: Run = async ({ args: [named = ''], options, json, terminal, workshop }) => {
  const shop = await workshop()
  const limit = limitOf(options['limit'])
  const parts = partsOf(options['parts'])
  const slug = await slugOf(named, shop)
  const wanted = {
    again: options['again'] === true,
    ...(limit === null ? {} : { limit }),
    ...(parts === null ? {} : { parts }),
  }
  const drafted = await draft(slug, { cards: cardsOf(options['cards']), ...wanted }, shop)
  if (json) terminal.json(draftJson(drafted))
  else {
    printThreads(drafted.threads, limit ?? shop.settings.limit, terminal)
    for (const { text, why } of drafted.dropped) {
      terminal.print(terminal.ink.dim(`left out (${why}): ${excerpt(text, 90)}`))
    }
    for (const { file, differences } of drafted.threads) printDifferences(file, differences, terminal)
    printProblems([...drafted.problems, ...drafted.notes], terminal)
    terminal.print(`\n${terminal.ink.bold(drafted.title || slug)}: ${summaryOf(drafted.posts, drafted.threads.length)}`)
    const files = drafted.threads.map(({ file }) => relative(process.cwd(), shop.pieces.path(slug, file)))
    terminal.note(nextStep(drafted, files))
  }
  return drafted.posts.length === 0 ? 2 : 0
}

/** What `draft --json` prints: a contract, key by key. Of a series, `posts` are those of all its threads in order. */
export function draftJson({ slug, posts, threads, dropped, problems }: Drafted): object {
  const series = threads.map(({ part, file, posts: own }) => ({ ...part, file, posts: own.length }))
  return {
    slug,
    ...(threads.length > 1 ? { parts: series } : {}),
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

function nextStep({ slug, written, edited, problems }: Drafted, files: readonly string[]): string {
  const [thread = 'thread.md'] = files
  const all = files.length > 1 ? `${thread} to ${basename(files.at(-1) ?? '')}` : thread
  if (edited && written.length > 0) return `Drafted ${all} again around what you changed or pinned.`
  if (edited)
    return `This is ${all} as you edited it; --again splits the rest of it anew, and to start over you delete it.`
  if (!problems.every(isWarning)) return `Mend the article or ${all}, then draft again.`
  const what = written.length === 0 ? `${all} says so already` : `Wrote ${all}: edit it freely`
  return `${what}. Then: broadside preview ${slug}, broadside queue ${slug}`
}

function partsOf(given: string | boolean | undefined): 'headings' | 'none' | number | null {
  if (given === undefined) return null
  if (given === 'headings' || given === 'none') return given
  const parts = Number(given)
  if (Number.isInteger(parts) && parts >= 1 && parts < 1000) return parts
  throw new InputError('parts', {
    message: `Cannot draft with --parts ${String(given)}: it must be headings, none or a whole number`,
    hint: 'Without it the article is one thread, or what its front matter says.',
  })
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

function cardsOf(given: string | boolean | undefined): boolean | number {
  if (typeof given !== 'string') return given !== false
  if (given === 'none') return false
  if (/^\d{1,3}$/.test(given)) return Number(given)
  throw new InputError('cards', {
    message: `Cannot draft with --cards ${given}: it is no number of cards`,
    hint: 'Give a number such as 3, or none.',
  })
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
