import { checksumOf, type Checksum } from './batch.ts'
import type { PostRollUp, RollUp } from './rollup.ts'
import type { Audience } from './sample.ts'

/**
 * A month's roll-up as it is kept: derived, and made anew whenever anything about it is doubtful.
 * ```
 * {"schema":2,"of":"2026-11.jsonl 8123 1795341600000","crc32":"91c91670","rollup":{"samples":36,…,"posts":[
 * {"job":"fair-use-k3f9","n":1,"id":"1460…","at":"2026-11-22T09:00:00.000Z","deleted":false,…},
 * …
 * ]}}
 * ```
 * A post lies there as it is used: its checksum vouches for it, and nothing is left to do but to parse it.
 */
const schema = 2
const head = /^\{"schema":(\d+),"of":("(?:[^"\\]|\\.)*"),"crc32":"([0-9a-f]{8})","rollup":/

/** A month's samples, rolled up, and a sentence for each stretch of its file that could not be trusted. */
export interface Month {
  readonly rollUp: RollUp
  readonly leftOut: readonly string[]
}

/** `of` names the state of the file that was rolled up: when the file changes, so must it. */
export function encodeMonth({ rollUp, leftOut }: Month, of: string, checksum: Checksum): string {
  const { samples, newest, audience, posts } = rollUp
  const facts = JSON.stringify({ samples, newest, leftOut, audience })
  const rows = [...posts.values()].map((post) => JSON.stringify(post))
  const body = `${facts.slice(0, -1)},"posts":[\n${rows.join(',\n')}\n]}`
  const crc = checksumOf(new TextEncoder().encode(body), checksum)
  return `{"schema":${schema},"of":${JSON.stringify(of)},"crc32":"${crc}","rollup":${body}}\n`
}

/** Null when the text is not the roll-up of this state of the file, or not exactly as {@link encodeMonth} wrote it. */
export function decodeMonth(text: string, of: string, checksum: Checksum): Month | null {
  const [start = '', version, name, crc] = head.exec(text) ?? []
  if (Number(version) !== schema || name !== JSON.stringify(of)) return null
  const body = text.slice(start.length, -2)
  if (checksumOf(new TextEncoder().encode(body), checksum) !== crc) return null
  const { leftOut, posts, ...rest } = JSON.parse(body) as Kept
  return { leftOut, rollUp: { ...rest, posts: new Map(posts.map((post) => [post.id, post])) } }
}

interface Kept {
  readonly samples: number
  readonly newest: string | null
  readonly leftOut: readonly string[]
  readonly audience: readonly Audience[]
  readonly posts: readonly PostRollUp[]
}
