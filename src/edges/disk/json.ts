import { basename, dirname, join } from 'node:path'
import { WorldError } from '../../core/errors.ts'
import type { Disk } from './durable.ts'
import { contentsOf, type Versioned } from './versioned.ts'

/**
 * Reads a JSON file; null when it is not there. When the file is damaged, its `.bak` is read instead, as far as it may be
 * relied on.
 * @throws WorldError when the file is damaged and has no good `.bak`, or comes from a newer Broadside. Never a default.
 */
export async function readJson<T>(path: string, versioned: Versioned<T>, disk: Disk): Promise<T | null> {
  const { restored = (value: T) => value } = versioned
  const text = await disk.read(path)
  if (text === null) return null
  const contents = contentsOf(text.toString(), versioned)
  if (contents.kind === 'good') return contents.value
  if (contents.kind === 'newer') throw tooNew(path, contents.schema, versioned.schema)
  const spare = await disk.read(`${path}.bak`)
  const backup = spare === null ? null : contentsOf(spare.toString(), versioned)
  if (backup?.kind === 'good') {
    const value = restored(backup.value)
    if (value !== null) return value
  }
  throw new WorldError('store-damaged', {
    message: `Cannot read ${path}: ${contents.fact}`,
    hint: 'Nothing was changed. Put back a good copy of the file, or move it out of the store, then do it again.',
  })
}

/** Where to put what a write takes the place of. */
export interface Spares {
  /** Damaged files. */
  readonly quarantine: string
  /** Files of an older schema, before they are written in the newest. */
  readonly backup: string
}

/** Writes JSON durably. What stood there stays as `.bak`; what was damaged or of an older schema is kept for good. */
export async function writeJson<T>(
  path: string,
  value: T,
  { versioned, spares, disk }: { versioned: Versioned<T>; spares: Spares; disk: Disk },
): Promise<void> {
  const before = await disk.read(path)
  const contents = before === null ? null : contentsOf(before.toString(), versioned)
  if (contents?.kind === 'newer') throw tooNew(path, contents.schema, versioned.schema)
  if (before !== null && contents?.kind === 'damaged') {
    const kept = `${basename(dirname(path))}-${basename(path)}`
    await disk.makeFolder(spares.quarantine)
    await disk.create(join(spares.quarantine, `${kept}.${Date.now()}`), before)
    return disk.write(path, print(value))
  }
  if (before !== null && contents?.kind === 'good' && contents.old) {
    await disk.makeFolder(spares.backup)
    await disk.create(join(spares.backup, `${basename(dirname(path))}-${basename(path)}`), before)
  }
  return disk.write(path, print(value), { backup: before !== null })
}

export function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function tooNew(path: string, schema: number, known: number): WorldError {
  return new WorldError('store-newer', {
    message: `Cannot read ${path}: it was written by a newer Broadside (schema ${schema}, this one knows ${known})`,
    hint: 'Install the newer Broadside; nothing was changed.',
  })
}
