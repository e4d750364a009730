import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WorldError } from '../../core/problem.ts'

/**
 * Puts `bytes` at `path`, all of them or none: written beside it, fsynced, renamed, and the folder fsynced, so that what
 * was promised is there after a power loss. With `backup`, what stood there before stays as `<path>.bak`.
 */
export async function writeDurably(
  path: string,
  bytes: string | Uint8Array,
  { backup = false, mode = 0o600 }: { backup?: boolean; mode?: number } = {},
): Promise<void> {
  const temporary = await writeBeside(path, bytes, mode)
  try {
    if (backup) await keepBackup(path)
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    await rm(temporary, { force: true })
    throw cannot('write', path, cause)
  }
}

/** Like {@link writeDurably}, but never over anything: false when `path` was there before. */
export async function createDurably(path: string, bytes: string | Uint8Array): Promise<boolean> {
  const temporary = await writeBeside(path, bytes, 0o600)
  try {
    await linkOrCopy(temporary, path)
    await syncFolder(dirname(path))
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cannot('write', path, cause)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Adds `text` at the end of `path` and fsyncs it; a new file's folder too. */
export async function appendDurably(path: string, text: string): Promise<void> {
  try {
    const isNew = (await stat(path).catch(() => null)) === null
    const file = await open(path, 'a', 0o600)
    try {
      await file.appendFile(text)
      await file.datasync()
    } finally {
      await file.close()
    }
    if (isNew) await syncFolder(dirname(path))
  } catch (cause) {
    throw cannot('write', path, cause)
  }
}

export async function makeFolder(path: string, mode = 0o700): Promise<void> {
  await mkdir(path, { recursive: true, mode }).catch((cause: unknown) => {
    throw cannot('make the folder', path, cause)
  })
}

const reasons: Readonly<Record<string, readonly [fact: string, remedy: string]>> = {
  EACCES: ['this user may not write there', 'Give yourself the right to write there, or choose another --home.'],
  EPERM: ['this user may not write there', 'Give yourself the right to write there, or choose another --home.'],
  EROFS: ['the disk is read-only', 'Choose another --home.'],
  ENOSPC: ['the disk is full', 'Free some space, then do it again; nothing was half-written.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another --home.'],
  EEXIST: ['a file stands where a folder must be', 'Move that file away, or choose another --home.'],
}

function cannot(act: string, path: string, cause: unknown): WorldError {
  const { code, message } = cause as NodeJS.ErrnoException
  const [fact, remedy] = reasons[code ?? ''] ?? [message, 'Mend the disk, then do it again.']
  return new WorldError('disk', { message: `Cannot ${act} ${path}: ${fact}`, hint: remedy }, { cause })
}

async function writeBeside(path: string, bytes: string | Uint8Array, mode: number): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    return temporary
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw cannot('write', path, cause)
  }
}

async function keepBackup(path: string): Promise<void> {
  const spare = `${path}.bak`
  await rm(spare, { force: true })
  await linkOrCopy(path, spare).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause
  })
}

/** Some file systems (FAT, some network shares) have no hard links; copying exclusively keeps the promise there. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (cause) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
    await copyFile(from, to, constants.COPYFILE_EXCL)
    const copy = await open(to, 'r+')
    await copy.sync().finally(() => copy.close())
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder to sync it; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
