import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { InputError } from '../../core/errors.ts'

const facts: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'this user may not write there',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENOSPC: 'the disk is full',
}

/**
 * Writes what a person asked for where they asked for it, and gives back the whole path.
 * @throws InputError when it cannot be written there.
 */
export async function writeWhere(named: string, content: string | Uint8Array): Promise<string> {
  const file = resolve(named)
  try {
    await writeFile(file, content)
    return file
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const words = { message: `Cannot write ${file}: ${facts[code ?? ''] ?? message}`, hint: 'Give another path.' }
    throw new InputError('file-unwritable', words, cause)
  }
}
