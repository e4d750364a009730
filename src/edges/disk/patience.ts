import { codeOf } from './failure.ts'
import type { Files } from './files.ts'

/** How often to try again, and how long to wait before each time. Together about a second. */
const waits = [10, 20, 40, 80, 160, 320, 320] as const

/** Virus scanners and backups hold a file for a moment (Windows says EPERM or EBUSY); files that are open get closed. */
const passing = { rename: ['EPERM', 'EBUSY', 'EACCES'], open: ['EMFILE', 'ENFILE'] } as const

/** The same files, where what mostly passes by itself is tried again, at most seven times. */
export function patiently(files: Files): Files {
  const again = async <T>(codes: readonly string[], work: () => Promise<T>): Promise<T> => {
    for (const ms of waits) {
      try {
        return await work()
      } catch (cause) {
        if (!codes.includes(codeOf(cause))) throw cause
        await files.wait(ms)
      }
    }
    return work()
  }
  return {
    ...files,
    rename: (from, to) => again(passing.rename, () => files.rename(from, to)),
    open: (path, flags, mode) => again(passing.open, () => files.open(path, flags, mode)),
    read: (path) => again(passing.open, () => files.read(path)),
    list: (folder) => again(passing.open, () => files.list(folder)),
  }
}
