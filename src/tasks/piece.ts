import type { Article } from '../core/article/article.ts'
import { decode } from '../core/article/decode.ts'
import { lostFrom } from '../core/article/lost.ts'
import { readArticle } from '../core/article/read.ts'
import { InputError } from '../core/problem.ts'
import { Slug } from '../core/queue/job.ts'
import { excerpt } from '../core/thread/excerpt.ts'
import type { Ports } from '../ports.ts'

export interface ReadPiece {
  readonly article: Article
  /** SHA-256 of the source. */
  readonly hash: string
}

/**
 * Reads a piece's article.
 * @throws InputError when there is none, or it cannot be made into a thread.
 */
export async function readPiece(
  slug: string,
  { pieces, chance }: Pick<Ports, 'pieces' | 'chance'>,
): Promise<ReadPiece> {
  const bytes = Slug.safeParse(slug).success ? await pieces.read(slug, 'article.md') : null
  if (bytes === null) {
    const there = (await pieces.list()).join(', ')
    throw new InputError('piece-unknown', {
      message: `Cannot find the piece "${slug}": there is no ${pieces.path(slug, 'article.md')}`,
      hint: there === '' ? 'Give the path of an article: broadside draft my-article.md' : `There are: ${there}.`,
    })
  }
  const decoded = decode(bytes)
  if (decoded.kind === 'problem') throw InputError.of(decoded.problem)
  return { article: proven(decoded.text, readArticle(decoded.text)), hash: chance.sha256(decoded.text) }
}

/** The article, with a problem where reading it lost a word: looked at each time, for nothing else would tell. */
function proven(source: string, article: Article): Article {
  const lost = lostFrom(source, article)
  if (lost.length === 0) return article
  const words = excerpt(lost.join(' '), 200)
  return { ...article, problems: [...article.problems, { code: 'words-lost', words }] }
}

/**
 * Makes a piece of an article that lies elsewhere, and gives back its slug.
 * @throws InputError when it is no article, or another one has that slug already.
 */
export async function adoptArticle(
  { name, bytes }: { name: string; bytes: Uint8Array },
  { pieces }: Pick<Ports, 'pieces'>,
): Promise<string> {
  const decoded = decode(bytes)
  if (decoded.kind === 'problem') throw InputError.of(decoded.problem)
  const slug = slugOf(name)
  const there = await pieces.read(slug, 'article.md')
  if (there !== null && !Buffer.from(there).equals(bytes)) {
    throw new InputError('piece-taken', {
      message: `Cannot draft ${name}: ${pieces.path(slug, 'article.md')} is there already and says something else`,
      hint: `Draft that one with "broadside draft ${slug}", or rename your file.`,
    })
  }
  await pieces.write(slug, new Map([['article.md', bytes]]))
  return slug
}

/** "My Article (2).md" → "my-article-2". */
function slugOf(name: string): string {
  const plain = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return plain === '' ? 'article' : plain
}
