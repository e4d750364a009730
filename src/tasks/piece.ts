import type { Article } from '../core/article/article.ts'
import { decode } from '../core/article/decode.ts'
import { lostFrom } from '../core/article/overlooked.ts'
import { InputError } from '../core/errors.ts'
import { nearest } from '../core/nearest.ts'
import type { Problem } from '../core/problem.ts'
import { Slug } from '../core/queue/job.ts'
import { excerpt } from '../core/thread/excerpt.ts'
import type { Ports } from '../ports.ts'

export interface ReadPiece {
  readonly article: Article
  /** SHA-256 of the source. */
  readonly hash: string
}

/** A job, its intents and their receipts are files that bear the slug, and no file's name may have more than 255 letters. */
const longestSlug = 80

/**
 * Reads a piece's article.
 * @throws InputError when there is none, or it cannot be made into a thread.
 */
export async function readPiece(
  slug: string,
  { pieces, chance, settings }: Pick<Ports, 'pieces' | 'chance' | 'settings'>,
): Promise<ReadPiece> {
  const bytes = Slug.safeParse(slug).success ? await pieces.read(slug, 'article.md') : null
  if (bytes === null) {
    const there = await pieces.list()
    const meant = nearest(slug, there)
    const known = meant === null ? `There are: ${there.join(', ')}.` : `Did you mean ${meant}?`
    throw new InputError('piece-unknown', {
      message: `Cannot find the piece "${slug}": there is no ${pieces.path(slug, 'article.md')}`,
      hint: there.length === 0 ? 'Give the path of an article: broadside draft my-article.md' : known,
    })
  }
  if (slug.length > longestSlug) throw tooLong(slug)
  const decoded = decode(bytes)
  if (decoded.kind === 'problem') throw InputError.of(decoded.problem)
  // The Markdown parser is half of what a command loads, and most commands read no article.
  const { readArticle } = await import('../core/article/read.ts')
  const { links, code } = settings
  return {
    article: proven(decoded.text, readArticle(decoded.text, { links, code })),
    hash: chance.sha256(decoded.text),
  }
}

/** The article, with a problem where reading it lost a word: looked at each time, for nothing else would tell. */
function proven(source: string, article: Article): Article {
  const lost = lostFrom(source, article)
  if (lost.length === 0) return article
  const problem: Problem = { code: 'words-lost', words: excerpt(lost.join(' '), 200) }
  return { ...article, problems: [...article.problems, problem] }
}

/** The name of an article's piece: "My Article (2).md" → "my-article-2"; a long name is cut after a word. */
export function slugFor(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (plain.length > longestSlug) return cut(plain)
  return plain === '' ? 'article' : plain
}

/** After the last word that fits; where that would be much too short, within the word. */
function cut(slug: string): string {
  const hyphen = slug.lastIndexOf('-', longestSlug)
  return slug.slice(0, hyphen > longestSlug / 2 ? hyphen : longestSlug)
}

function tooLong(slug: string): InputError {
  return new InputError('slug-long', {
    message: `Cannot read the piece "${slug}": its name has ${slug.length} letters, and files are named after it`,
    hint: `Rename its folder in posts/ so that it has at most ${longestSlug}.`,
  })
}
