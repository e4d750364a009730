import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'

/** A name of its own beside `path`, for what is about to take its place; short, so that it fits wherever `path` does. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${randomUUID()}.tmp`)
}

/** Whether a file was written to take another one's place. */
export function isTemporary(name: string): boolean {
  return /^\.(?:.+\.)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/.test(name)
}
