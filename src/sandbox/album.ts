import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The bytes of uploaded pictures, by name: a picture's id, or its id and the number of a segment. */
export interface Album {
  put(name: string, bytes: Uint8Array): Promise<void>
  get(name: string): Promise<Uint8Array | null>
  remove(name: string): Promise<void>
}

/** An album in a folder; with no folder, in memory. */
export function openAlbum(folder: string | null): Album {
  if (folder !== null) return inFolder(folder)
  const kept = new Map<string, Uint8Array>()
  return {
    async put(name, bytes) {
      kept.set(name, bytes)
    },
    async get(name) {
      return kept.get(name) ?? null
    },
    async remove(name) {
      kept.delete(name)
    },
  }
}

function inFolder(folder: string): Album {
  return {
    async put(name, bytes) {
      await mkdir(folder, { recursive: true })
      const path = join(folder, name)
      await writeFile(`${path}.tmp`, bytes)
      await rename(`${path}.tmp`, path)
    },
    async get(name) {
      try {
        return await readFile(join(folder, name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  }
}
