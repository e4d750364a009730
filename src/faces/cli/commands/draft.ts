import { basename, relative } from 'node:path'
import { isWarning } from '../../../core/problem.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import { draft, type Drafted } from '../../../tasks/draft.ts'
import type { DraftOptions } from '../../../tasks/make-thread.ts'
import { pieceOf } from '../article-file.ts'
import type { Run } from '../command.ts'
import { draftOptions } from '../draft-options.ts'
import { printDifferences, printProblems, printThreads, summaryOf } from '../thread.ts'

export const run: Run = async ({ args: [named = ''], options, json, terminal, workshop }) => {
  const shop = await workshop()
  const asked = draftOptions(options)
  const { slug, problems, replaced } = await pieceOf(named, { replace: options['replace'] === true }, shop)
  const made = await draft(slug, asked, shop)
  const drafted = { ...made, problems: [...problems, ...made.problems] }
  if (json) terminal.json(draftJson(drafted))
  else {
    printThreads(drafted.threads, asked.limit ?? shop.settings.limit, terminal)
    for (const { text, why } of drafted.dropped) {
      terminal.print(terminal.ink.dim(`left out (${why}): ${excerpt(text, 90)}`))
    }
    for (const { file, differences } of drafted.threads) printDifferences(file, differences, terminal)
    printProblems([...drafted.problems, ...drafted.notes], terminal)
    terminal.print(`\n${terminal.ink.bold(drafted.title || slug)}: ${summaryOf(drafted.posts, drafted.threads.length)}`)
    const files = drafted.threads.map(({ file }) => relative(process.cwd(), shop.pieces.path(slug, file)))
    for (const { file, kept } of replaced) terminal.note(`Took a new ${file}; what stood there is kept as ${kept}.`)
    const article = relative(process.cwd(), shop.pieces.path(slug, 'article.md'))
    terminal.note(nextStep(drafted, { files, article, asked }))
  }
  return drafted.posts.length === 0 ? 2 : 0
}

/** What `draft --json` prints: a contract, key by key. Of a series, `posts` are those of all its threads in order. */
export function draftJson({ slug, posts, threads, dropped, problems }: Drafted): object {
  const series = threads.map(({ part, file, posts: own }) => ({ ...part, file, posts: own.length }))
  return {
    slug,
    ...(threads.length > 1 ? { parts: series } : {}),
    posts: posts.map(({ n, total, text, weight, source, break: kind, card, images, links, price }) => ({
      n,
      total,
      text,
      weight,
      source,
      break: kind,
      card: card && { path: card.file, alt: card.alt, quote: card.quote },
      images: images.map(({ file, alt }) => ({ path: file, alt })),
      links,
      price,
    })),
    dropped,
    price: Math.round(posts.reduce((whole, { price }) => whole + price, 0) * 10_000) / 10_000,
    problems,
  }
}

interface Said {
  readonly files: readonly string[]
  readonly article: string
  readonly asked: DraftOptions
}

function nextStep({ slug, written, edited, problems, posts }: Drafted, { files, article, asked }: Said): string {
  const [thread = 'thread.md'] = files
  const all = files.length > 1 ? `${thread} to ${basename(files.at(-1) ?? '')}` : thread
  if (posts.length === 0) return `There is nothing to queue yet: mend ${article}, then draft again.`
  if (!problems.every(isWarning))
    return `It cannot be queued yet: mend what is said above, in ${article} (then draft again) or in ${all}.`
  if (edited && written.length > 0) return `Drafted ${all} again around what you changed or pinned.`
  if (edited && asked.parts !== undefined)
    return `This is ${all} as you edited it: --parts would lose your edits and was not followed.`
  if (edited) return `This is ${all} as you edited it; --again splits anew what you did not change.`
  const what = written.length === 0 ? `${all} says so already` : `Wrote ${all}: edit it freely`
  return `${what}. Then: broadside preview ${slug}, broadside queue ${slug}`
}
