import type { z } from 'zod'

/** From the JSON of one schema to the JSON of the next: a pure function, and never changed once it was released. */
export type Migration = (json: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** The shape of a file as this Broadside writes it, and the way to it from every shape that was ever written. */
export interface Versioned<T> {
  readonly shape: z.ZodType<T>
  /** The schema that `shape` is. */
  readonly schema: number
  /** The first makes schema 2 of schema 1, and so on; one fewer than `schema`. */
  readonly migrations: readonly Migration[]
  /**
   * What may be relied on of the copy from before the last change, where the file itself is damaged; null: nothing. By
   * default all of it.
   */
  readonly restored?: (value: T) => T | null
}

/** What a file's text holds. */
export type Contents<T> =
  | {
      readonly kind: 'good'
      readonly value: T
      /** Whether it was written by an older Broadside. */ readonly old: boolean
    }
  | { readonly kind: 'newer'; readonly schema: number }
  | { readonly kind: 'damaged'; readonly fact: string }

/** Reads a file's text, brought to the newest schema. Nothing is guessed: what is not as it should be is damaged. */
export function contentsOf<T>(text: string, { shape, schema, migrations }: Versioned<T>): Contents<T> {
  const json = parse(text)
  if (json === undefined) return { kind: 'damaged', fact: 'it is no longer valid JSON' }
  const written = schemaOf(json)
  if (typeof written !== 'number' || !Number.isInteger(written) || written < 1) {
    return { kind: 'damaged', fact: 'it does not say its schema' }
  }
  if (written > schema) return { kind: 'newer', schema: written }
  const read = shape.safeParse(migrated(json as Record<string, unknown>, written, migrations))
  if (read.success) return { kind: 'good', value: read.data, old: written < schema }
  const issue = read.error.issues[0]
  const fact = `its field "${issue?.path.join('.') ?? ''}" is wrong (${issue?.message ?? 'unknown'})`
  return { kind: 'damaged', fact }
}

/** A migration that stumbles met what its own schema does not hold: the shape then says what is wrong. */
function migrated(json: Readonly<Record<string, unknown>>, written: number, migrations: readonly Migration[]): unknown {
  try {
    return migrations
      .slice(written - 1)
      .reduce((older, migrate, index) => ({ ...migrate(older), schema: written + index + 1 }), json)
  } catch {
    return json
  }
}

function schemaOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
