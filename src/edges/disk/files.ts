import { constants, readFileSync, statSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** What durable writing asks of a file system; each call may fail with the system's own codes (ENOSPC, EIO, EBUSY …). */
export interface Files {
  /** `wx` makes the file and refuses one that is there; a folder is opened with `r`, to be synced. */
  open(path: string, flags: 'r' | 'r+' | 'wx' | 'a', mode?: number): Promise<OpenFile>
  read(path: string): Promise<Buffer>
  list(folder: string): Promise<readonly string[]>
  rename(from: string, to: string): Promise<void>
  link(from: string, to: string): Promise<void>
  /** Never over anything. */
  copy(from: string, to: string): Promise<void>
  /** That there is nothing to remove is no failure. */
  remove(path: string): Promise<void>
  /** One folder, whose parent must be there. */
  makeFolder(path: string, mode: number): Promise<void>
  /** Names the state a file is in, and tells when it came into it, in milliseconds; absent where nothing tells that. */
  state?(path: string): { readonly name: string; readonly since: number }
  wait(ms: number): Promise<void>
}

export interface OpenFile {
  /** Gives back how many bytes were written, which may be fewer than were given. */
  write(bytes: Uint8Array): Promise<number>
  /** Resolves when what was written would be there after a power loss. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The machine's own. */
export const machineFiles: Files = {
  async open(path, flags, mode) {
    const file = await open(path, flags, mode)
    return {
      write: async (bytes) => (await file.write(bytes)).bytesWritten,
      sync: () => file.sync(),
      close: () => file.close(),
    }
  },
  // A store is many small files: to wait for each in turn would take three times as long as to read it at once.
  read: async (path) => readFileSync(path),
  list: (folder) => readdir(folder),
  rename,
  link,
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
  remove: (path) => rm(path, { force: true }),
  makeFolder: (path, mode) => mkdir(path, { mode }),
  state(path) {
    const { size, ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    const latest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs
    return { name: `${size} ${mtimeNs} ${ctimeNs} ${ino}`, since: Number(latest / 1_000_000n) }
  },
  wait: async (ms) => wait(ms),
}
