import { WorldError } from '../core/errors.ts'
import type { Problem } from '../core/problem.ts'
import { isInside, isRemote } from '../core/thread/picture-problems.ts'
import { mostBytes, pictureType } from '../core/thread/picture-type.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import type { ImageOnPost, Post } from '../core/thread/thread.ts'
import type { ImageType, Pieces, Ports } from '../ports.ts'

/** A picture as it lies in the folder of its piece. */
export interface PictureFile {
  readonly bytes: Uint8Array
  readonly type: ImageType
}

interface Pictures {
  /** By their names in the thread. */
  readonly files: ReadonlyMap<string, PictureFile>
  /** What cannot be read, or X would not take. */
  readonly problems: readonly Problem[]
}

/** Reads the pictures of a thread, each once. Those that lie elsewhere are the thread's own problem, and left out. */
export async function readPictures(
  slug: string,
  posts: readonly Post[],
  { pieces }: Pick<Ports, 'pieces'>,
): Promise<Pictures> {
  const files = new Map<string, PictureFile>()
  const problems: Problem[] = []
  for (const post of posts) {
    for (const { file } of picturesOf<ImageOnPost>(post)) {
      if (isRemote(file) || !isInside(file) || files.has(file)) continue
      const read = await readOne(slug, { post, file }, pieces)
      if ('code' in read) problems.push(read)
      else files.set(file, read)
    }
  }
  return { files, problems }
}

async function readOne(
  slug: string,
  { post: { n, card }, file }: { readonly post: Post; readonly file: string },
  pieces: Pieces,
): Promise<PictureFile | Problem> {
  try {
    const bytes = await pieces.read(slug, file)
    if (bytes === null) {
      return file === card?.file
        ? { code: 'card-missing', n, file }
        : { code: 'image-missing', n, file, folder: `posts/${slug}/` }
    }
    const type = pictureType(bytes)
    if (type === null) return { code: 'image-type', n, file }
    if (bytes.length > mostBytes) return { code: 'image-too-large', n, file, bytes: bytes.length, most: mostBytes }
    return { bytes, type }
  } catch (cause) {
    if (!(cause instanceof WorldError)) throw cause
    const { code = 'unreadable' } = (cause.cause ?? {}) as NodeJS.ErrnoException
    return { code: 'image-unreadable', n, file, why: reasons[code] ?? code }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  EACCES: 'this user may not',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
}
