import { crc32 } from './crc32.ts'

/**
 * Append-only batches of JSON lines, each closed by a commit line that vouches for the lines just before it:
 * ```
 * {"at":"2026-11-22T09:00:00.000Z","impressions":120}
 * {"at":"2026-11-22T09:00:00.000Z","impressions":64}
 * {"commit":{"schema":1,"count":2,"crc32":"91c91670"}}
 * ```
 * A blank line before each batch keeps the torn tail of an earlier write from spoiling the next.
 */
const schema = 1
const commitLine = /^\{"commit":\{"schema":(\d{1,9}),"count":([1-9]\d{0,8}),"crc32":"([0-9a-f]{8})"\}\}$/

/** The checksum of a batch's bytes; an edge may bring a faster one than core's own. */
export type Checksum = (bytes: Uint8Array) => number

/** What a file of batches holds that can be trusted, and a sentence for each stretch of it that cannot. */
export interface Decoded {
  readonly records: readonly unknown[]
  readonly leftOut: readonly string[]
}

/** What a commit line of this version says of the lines before it; null when `line` is none. */
export function readCommit(line: string): { readonly count: number; readonly crc: string } | null {
  const [, version, count, crc] = commitLine.exec(line) ?? []
  return crc === undefined || Number(version) !== schema ? null : { count: Number(count), crc }
}

/** A checksum as commit lines have it: eight hexadecimal digits. */
export function checksumOf(bytes: Uint8Array, checksum: Checksum): string {
  return checksum(bytes).toString(16).padStart(8, '0')
}

/** Writes `records` as one batch, to be appended to a file in one go; no records give no bytes. */
export function encodeBatch(records: readonly object[], checksum: Checksum = crc32): Uint8Array {
  if (records.length === 0) return new Uint8Array()
  const body = bodyOf(records.map((record) => JSON.stringify(record)))
  const commit = `{"commit":{"schema":${schema},"count":${records.length},"crc32":"`
  const end = '"}}\n'
  // Encoded once: the checksum is of these very bytes, and takes the place that was left for it.
  const bytes = new TextEncoder().encode(`\n${body}${commit}00000000${end}`)
  const crc = checksumOf(bytes.subarray(1, bytes.length - commit.length - 8 - end.length), checksum)
  new TextEncoder().encodeInto(crc, bytes.subarray(bytes.length - end.length - 8))
  return bytes
}

/**
 * Reads what {@link encodeBatch} wrote, however the file was torn or changed since: a record is given back only when a
 * commit line vouches for its whole batch. A batch that stands there twice, byte for byte, counts once.
 */
export function decodeBatches(text: string, checksum: Checksum = crc32): Decoded {
  const records: unknown[] = []
  const leftOut: string[] = []
  const endOf = new Map<string, number>()
  let pending: Line[] = []
  for (const line of linesOf(text)) {
    const batch = batchEndingAt(line, pending, checksum)
    if (batch === null) {
      pending.push(line)
      continue
    }
    leftOut.push(...strays(pending.slice(0, -batch.lines.length)))
    pending = []
    const first = endOf.get(batch.body)
    if (first === undefined) {
      endOf.set(batch.body, line.number)
      records.push(...batch.records)
    } else {
      leftOut.push(`${said([...batch.lines, line])}: the batch that ends in line ${first} stands here again`)
    }
  }
  return { records, leftOut: [...leftOut, ...strays(pending)] }
}

interface Line {
  /** From 1. */
  readonly number: number
  readonly words: string
}

function linesOf(text: string): readonly Line[] {
  const lines = text.split(/\r?\n/).map((words, index) => ({ number: index + 1, words }))
  return lines.filter(({ words }) => words.trim() !== '')
}

interface Batch {
  readonly lines: readonly Line[]
  readonly body: string
  readonly records: readonly unknown[]
}

/** The batch that `line` closes, when it is a commit line and the lines before it are exactly as it was told. */
function batchEndingAt(line: Line, pending: readonly Line[], checksum: Checksum): Batch | null {
  const commit = readCommit(line.words)
  if (commit === null || commit.count > pending.length) return null
  const lines = pending.slice(-commit.count)
  const body = bodyOf(lines.map(({ words }) => words))
  const records = sign(body, checksum) === commit.crc ? parse(lines) : null
  return records && { lines, body, records }
}

/** Null when a line is no JSON: then whoever signed the batch was not {@link encodeBatch}. */
function parse(lines: readonly Line[]): readonly unknown[] | null {
  try {
    return lines.map(({ words }) => JSON.parse(words) as unknown)
  } catch {
    return null
  }
}

/** Says, in at most one sentence, why lines are left out that no commit line vouches for. */
function strays(lines: readonly Line[]): readonly string[] {
  return lines.length === 0 ? [] : [`${said(lines)}: ${whyLeftOut(lines)}`]
}

function whyLeftOut(lines: readonly Line[]): string {
  const versions = lines.flatMap(({ words }) => commitLine.exec(words)?.[1] ?? []).map(Number)
  const newest = Math.max(0, ...versions)
  if (newest > schema) return `written by a newer Broadside (schema ${newest}; this one reads schema ${schema})`
  if (versions.length > 0) return 'changed since they were written, for they do not match their commit line'
  return 'no commit line vouches for them, so the write was cut short or they were added by hand'
}

function said(lines: readonly Line[]): string {
  const [first, last] = [lines[0]?.number, lines.at(-1)?.number]
  return first === last ? `line ${first}` : `lines ${first}–${last}`
}

function bodyOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

function sign(body: string, checksum: Checksum): string {
  return checksumOf(new TextEncoder().encode(body), checksum)
}
