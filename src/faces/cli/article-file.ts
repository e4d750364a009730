import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { InputError } from '../../core/errors.ts'
import type { Workshop } from '../../ports.ts'
import { type Adopted, adoptArticle } from '../../tasks/adopt-article.ts'

/**
 * The piece that a person named: a file's is made in posts/ first; a slug is taken as it is.
 * @throws InputError when the file cannot be read.
 */
export async function pieceOf(named: string, { replace }: { replace: boolean }, shop: Workshop): Promise<Adopted> {
  const known: Adopted = { slug: named, problems: [], replaced: [] }
  const isPath = /[/\\.]/.test(named)
  if (!isPath && !(await isFile(named))) return known
  if (!isPath && (await shop.pieces.read(named, 'article.md').catch(() => null)) !== null) return known
  try {
    const info = await stat(named)
    if (info.isDirectory()) throw refusal(named, 'it is a folder, not an article')
    if (info.size > 20_000_000) throw refusal(named, `it has ${Math.round(info.size / 1e6)} MB`)
    return await adoptArticle({ name: named, bytes: await readFile(named), beside: folderOf(named), replace }, shop)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') throw refusal(named, 'there is no such file', cause)
    if (code === 'EACCES') throw refusal(named, 'this user may not read it', cause)
    throw cause
  }
}

/** Reads files that lie in the folder of `article`, wherever a link may lead. */
function folderOf(article: string): (file: string) => Promise<Uint8Array | null> {
  return async (file) => {
    const folder = await realpath(dirname(article))
    const path = await realpath(join(folder, file)).catch(() => null)
    if (path === null || !path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null
    return (await isFile(path)) ? readFile(path) : null
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
