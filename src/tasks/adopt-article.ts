import type { Article } from '../core/article/article.ts'
import { decode } from '../core/article/decode.ts'
import { readArticle } from '../core/article/read.ts'
import { InputError } from '../core/errors.ts'
import { isWarning, type Problem } from '../core/problem.ts'
import { isInside, isRemote } from '../core/thread/picture-problems.ts'
import { fileOf } from '../core/thread/place-images.ts'
import type { Pieces, Ports } from '../ports.ts'
import { slugFor } from './piece.ts'

/** An article that lies elsewhere than in posts/. */
export interface Elsewhere {
  /** Its path as a person gave it. */
  readonly name: string
  readonly bytes: Uint8Array
  /** A picture in its folder or below; null when it is not there, or lies outside. */
  readonly beside: (file: string) => Promise<Uint8Array | null>
  /** Whether it takes the place of another article of that name; what it replaces is kept. */
  readonly replace: boolean
}

/** A piece that was made of a file, and which of its pictures are not those beside the file. */
export interface Adopted {
  readonly slug: string
  readonly problems: readonly Problem[]
  /** What was replaced, and as what it is kept. */
  readonly replaced: readonly { readonly file: string; readonly kept: string }[]
}

/**
 * Makes a piece of an article that lies elsewhere: copies it and its pictures into posts/. From then on the copy is the
 * master, and nothing of it is overwritten unless that is asked.
 * @throws InputError when it is no article, or another one has that slug already.
 */
export async function adoptArticle(
  { name, bytes, beside, replace }: Elsewhere,
  { pieces }: Pick<Ports, 'pieces'>,
): Promise<Adopted> {
  const decoded = decode(bytes)
  if (decoded.kind === 'problem') throw InputError.of(decoded.problem)
  const article = readArticle(decoded.text)
  const wordless = article.text === '' ? article.problems.find((problem) => !isWarning(problem)) : undefined
  if (wordless !== undefined) throw InputError.of(wordless)
  const slug = slugFor(baseOf(name))
  const files = new Map<string, Uint8Array>()
  const problems: Problem[] = []
  const replaced: { file: string; kept: string }[] = []
  const take = async (file: string, given: Uint8Array, refuse: () => void): Promise<void> => {
    const there = await pieces.read(slug, file)
    if (there !== null && !Buffer.from(there).equals(given)) {
      if (!replace) return refuse()
      const kept = await freeName(slug, file, pieces)
      files.set(kept, there)
      replaced.push({ file, kept })
    }
    files.set(file, given)
  }
  await take('article.md', bytes, () => {
    throw taken(name, slug, pieces)
  })
  for (const file of picturesIn(article)) {
    const given = await beside(file)
    const other = `${name.slice(0, name.length - baseOf(name).length)}${file}`
    if (given !== null)
      await take(file, given, () => {
        problems.push({ code: 'image-kept', file: `posts/${slug}/${file}`, other, article: name })
      })
  }
  await pieces.write(slug, files)
  return { slug, problems, replaced }
}

/** The pictures that an article names and that lie in its folder. */
function picturesIn({ images }: Article): readonly string[] {
  const files = images.map((image) => fileOf(image.source))
  return [...new Set(files)].filter((file) => !isRemote(file) && isInside(file) && file !== 'article.md')
}

function baseOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}

/** The first of article-before.md, article-before-2.md … that is not there. */
async function freeName(slug: string, file: string, pieces: Pieces): Promise<string> {
  const [, stem = file, end = ''] = /^(.*?)(\.[^./]*)?$/s.exec(file) ?? []
  for (let n = 1; ; n++) {
    const name = `${stem}-before${n === 1 ? '' : `-${n}`}${end}`
    if ((await pieces.read(slug, name)) === null) return name
  }
}

function taken(name: string, slug: string, pieces: Pieces): InputError {
  return new InputError('piece-taken', {
    message: `Cannot draft ${name}: ${pieces.path(slug, 'article.md')} is there already, says something else, and is the one that is posted`,
    hint: `Draft that one with "broadside draft ${slug}", or put your file in its place with "broadside draft ${name} --replace" (the old one is kept beside it).`,
  })
}
