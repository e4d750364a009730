import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import { WorldError } from '../../core/problem.ts'
import { writeDurably } from './durable.ts'

/**
 * Reads a JSON file as `shape` has it; null when it is not there. When the file is damaged, its `.bak` is read instead.
 * @throws WorldError when the file is damaged and has no good `.bak`, or comes from a newer Broadside. Never a default.
 */
export async function readJson<T>(path: string, shape: z.ZodType<T>): Promise<T | null> {
  const text = await readText(path)
  if (text === null) return null
  const damage = damageOf(text, shape)
  if (damage.kind === 'none') return damage.value
  if (damage.kind === 'newer') throw tooNew(path, damage.schema)
  const spare = await readText(`${path}.bak`)
  const backup = spare === null ? null : damageOf(spare, shape)
  if (backup?.kind === 'none') return backup.value
  throw new WorldError('store-damaged', {
    message: `Cannot read ${path}: ${damage.fact}`,
    hint: 'Nothing was changed. Put back a good copy of the file, or move it out of the store, then do it again.',
  })
}

/** Writes JSON durably. What stood there stays as `.bak`, unless it was damaged: then it goes to `quarantine`. */
export async function writeJson(path: string, value: unknown, { quarantine }: { quarantine: string }): Promise<void> {
  const before = await readText(path)
  if (before !== null && !isJson(before)) {
    await mkdir(quarantine, { recursive: true, mode: 0o700 })
    await rename(path, join(quarantine, `${basename(dirname(path))}-${basename(path)}.${Date.now()}`))
    return writeDurably(path, print(value))
  }
  return writeDurably(path, print(value), { backup: before !== null })
}

export function print(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

type Damage<T> =
  | { readonly kind: 'none'; readonly value: T }
  | { readonly kind: 'newer'; readonly schema: number }
  | { readonly kind: 'damaged'; readonly fact: string }

function damageOf<T>(text: string, shape: z.ZodType<T>): Damage<T> {
  if (!isJson(text)) return { kind: 'damaged', fact: 'it is no longer valid JSON' }
  const json: unknown = JSON.parse(text)
  const read = shape.safeParse(json)
  if (read.success) return { kind: 'none', value: read.data }
  const schema = (json as { schema?: unknown } | null)?.schema
  if (typeof schema === 'number' && schema > 1) return { kind: 'newer', schema }
  const issue = read.error.issues[0]
  return {
    kind: 'damaged',
    fact: `its field "${issue?.path.join('.') ?? ''}" is wrong (${issue?.message ?? 'unknown'})`,
  }
}

function tooNew(path: string, schema: number): WorldError {
  return new WorldError('store-newer', {
    message: `Cannot read ${path}: it was written by a newer Broadside (schema ${schema}, this one knows 1)`,
    hint: 'Install the newer Broadside; nothing was changed.',
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new WorldError(
      'disk',
      { message: `Cannot read ${path}: ${(cause as Error).message}`, hint: 'Give yourself the right to read it.' },
      { cause },
    )
  }
}
