import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { WorldError } from '../../core/errors.ts'
import type { Pieces } from '../../ports.ts'
import { openDisk } from './durable.ts'

/** The folder of pieces in `home`: `posts/<slug>/`. */
export function openPieces(home: string): Pieces {
  const disk = openDisk()
  const path = (slug: string, file: string) => join(home, 'posts', slug, file)
  const read = (slug: string, file: string) => readFile(path(slug, file)).catch(unlessMissing(path(slug, file)))
  return {
    path,
    read,
    async list() {
      const entries = await readdir(join(home, 'posts'), { withFileTypes: true }).catch(
        unlessMissing(join(home, 'posts')),
      )
      return (entries ?? []).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
    },
    async write(slug, files) {
      const written: string[] = []
      for (const [file, content] of files) {
        const bytes = Buffer.from(content)
        if ((await read(slug, file))?.equals(bytes)) continue
        await disk.makeFolder(dirname(path(slug, file)), 0o755)
        await disk.write(path(slug, file), bytes, { mode: 0o644 })
        written.push(file)
      }
      return written
    },
  }
}

function unlessMissing(path: string): (cause: unknown) => null {
  return (cause) => {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new WorldError(
      'disk',
      { message: `Cannot read ${path}: ${message}`, hint: 'Give yourself the right to read it.' },
      { cause },
    )
  }
}
