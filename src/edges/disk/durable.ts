import { dirname, join } from 'node:path'
import { cannot, codeOf, syncFailed } from './failure.ts'
import { machineFiles, type Files, type OpenFile } from './files.ts'
import { patiently } from './patience.ts'
import { isTemporary, temporaryBeside } from './temporary.ts'

/** A disk on which what was promised is there after a power loss. Every failure is a WorldError that names the path. */
export interface Disk {
  /**
   * Puts `bytes` at `path`, all of them or none: written beside it, fsynced, renamed, and the folder fsynced. With
   * `backup`, what stood there before stays as `<path>.bak`.
   */
  write(path: string, bytes: string | Uint8Array, options?: { backup?: boolean; mode?: number }): Promise<void>
  /** Like `write`, but never over anything: false when `path` was there before. */
  create(path: string, bytes: string | Uint8Array): Promise<boolean>
  /** Adds `bytes` at the end of `path` and fsyncs it. */
  append(path: string, bytes: string | Uint8Array): Promise<void>
  /**
   * Removes what writers that died left half-written in a folder. Only for whoever alone may write there: what is being
   * written looks the same.
   */
  sweep(folder: string): Promise<void>
  /** With its parents; what an earlier process left in it is fsynced. */
  makeFolder(path: string, mode?: number): Promise<void>
  /** Null when it is not there. */
  read(path: string): Promise<Buffer | null>
  /** The names in a folder; none when it is not there. */
  list(folder: string): Promise<readonly string[]>
  /**
   * Names the state a file or folder is in: another one after every change; null where the system does not tell, or it is
   * not there. Two changes of the same size may follow so closely that the system's clock tells no difference: with
   * `before`, null also where the last change was not before it.
   */
  state(path: string, before?: Date): string | null
}

/** Opens the disk. After an fsync that failed, nothing more is written through it: what the disk holds is not known. */
export function openDisk(machine: Files = machineFiles): Disk {
  const files = patiently(machine)
  /** The paths that are known to be there after a power loss. */
  const kept = new Set<string>()
  let broken: Error | null = null

  /** All that writes goes through here. */
  async function writing<T>(act: string, path: string, work: () => Promise<T>): Promise<T> {
    if (broken !== null) throw broken
    try {
      return await work()
    } catch (cause) {
      throw broken ?? cannot(act, path, cause)
    }
  }

  /** The system reports a failed fsync once, and may call the next one a success that was none. */
  async function sync(file: OpenFile, path: string): Promise<void> {
    await file.sync().catch((cause: unknown) => {
      broken = syncFailed(path, cause)
      throw broken
    })
  }

  async function syncFolder(path: string): Promise<void> {
    // Windows cannot open a folder to sync it; there the rename itself is journalled.
    if (process.platform === 'win32') return
    await using(await files.open(path, 'r'), (folder) => sync(folder, path))
  }

  async function writeBeside(path: string, bytes: string | Uint8Array, mode: number): Promise<string> {
    const temporary = temporaryBeside(path)
    try {
      await using(await files.open(temporary, 'wx', mode), async (file) => {
        await writeAll(file, bytesOf(bytes))
        await sync(file, path)
      })
      return temporary
    } catch (cause) {
      await files.remove(temporary).catch(() => undefined)
      throw cause
    }
  }

  async function keepBackup(path: string): Promise<void> {
    const spare = `${path}.bak`
    await files.remove(spare)
    await linkOrCopy(path, spare).catch((cause: unknown) => {
      if (codeOf(cause) !== 'ENOENT') throw cause
    })
  }

  /** Some file systems (FAT, some network shares) have no hard links; copying exclusively keeps the promise there. */
  async function linkOrCopy(from: string, to: string): Promise<void> {
    try {
      await files.link(from, to)
    } catch (cause) {
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(codeOf(cause))) throw cause
      await files.copy(from, to)
      await using(await files.open(to, 'r+'), (copy) => sync(copy, to))
    }
  }

  async function makeFolders(path: string, mode: number): Promise<void> {
    let isNew = true
    try {
      await files.makeFolder(path, mode)
    } catch (cause) {
      if (codeOf(cause) === 'ENOENT' && dirname(path) !== path) {
        await makeFolders(dirname(path), mode)
        return makeFolders(path, mode)
      }
      if (codeOf(cause) !== 'EEXIST') throw cause
      await files.list(path)
      isNew = false
    }
    if (!isNew && kept.has(path)) return
    // An earlier process may have died before its fsync: what this one reads there, it may rely on.
    if (!isNew) await syncFolder(path)
    await syncFolder(dirname(path))
    kept.add(path)
  }

  return {
    write: (path, bytes, { backup = false, mode = 0o600 } = {}) =>
      writing('write', path, async () => {
        const temporary = await writeBeside(path, bytes, mode)
        try {
          if (backup) await keepBackup(path)
          await files.rename(temporary, path)
        } catch (cause) {
          await files.remove(temporary).catch(() => undefined)
          throw cause
        }
        await syncFolder(dirname(path))
      }),

    create: (path, bytes) =>
      writing('write', path, async () => {
        const temporary = await writeBeside(path, bytes, 0o600)
        try {
          await linkOrCopy(temporary, path)
          await syncFolder(dirname(path))
          return true
        } catch (cause) {
          if (codeOf(cause) === 'EEXIST') return false
          throw cause
        } finally {
          await files.remove(temporary).catch(() => undefined)
        }
      }),

    append: (path, bytes) =>
      writing('write', path, async () => {
        await using(await files.open(path, 'a', 0o600), async (file) => {
          await writeAll(file, bytesOf(bytes))
          await sync(file, path)
        })
        if (kept.has(path)) return
        await syncFolder(dirname(path))
        kept.add(path)
      }),

    sweep: (folder) =>
      writing('tidy', folder, async () => {
        const names = await files.list(folder).catch(unless('ENOENT', [], folder))
        for (const name of names.filter(isTemporary)) await files.remove(join(folder, name))
      }),

    makeFolder: (path, mode = 0o700) => writing('make the folder', path, () => makeFolders(path, mode)),

    read: (path) => files.read(path).catch(unless('ENOENT', null, path)),
    list: (folder) => files.list(folder).catch(unless('ENOENT', [], folder)),
    state(path, before) {
      try {
        const state = machine.state?.(path)
        return state !== undefined && (before === undefined || state.since < before.getTime()) ? state.name : null
      } catch {
        return null
      }
    },
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}

/** A disk may take only a part at a time. */
async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length;) from += await file.write(bytes.subarray(from))
}

async function using(file: OpenFile, work: (file: OpenFile) => Promise<void>): Promise<void> {
  try {
    await work(file)
  } finally {
    await file.close()
  }
}

function unless<T>(code: string, otherwise: T, path: string): (cause: unknown) => T {
  return (cause) => {
    if (codeOf(cause) === code) return otherwise
    throw cannot('read', path, cause)
  }
}
