import { checksumOf, type Checksum } from './batch.ts'
import type { Grown, PostRollUp, RollUp } from './rollup.ts'
import type { Audience } from './sample.ts'
import { metricNames } from './sample.ts'

/**
 * A month's roll-up as it is kept: derived, and made anew whenever anything about it is doubtful.
 * ```
 * {"schema":1,"of":"2026-11.jsonl 8123 1795341600000","crc32":"91c91670","rollup":{"samples":36,…,"posts":[
 * ["fair-use-k3f9",1,"1460…","2026-11-22T09:00:00.000Z",false,…],
 * …
 * ]}}
 * ```
 */
const schema = 1
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
  const rows = [...posts.values()].map((post) => JSON.stringify(rowOf(post)))
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
  return { leftOut, rollUp: { ...rest, posts: new Map(posts.map((row) => [row[2], postOf(row)])) } }
}

interface Kept {
  readonly samples: number
  readonly newest: string | null
  readonly leftOut: readonly string[]
  readonly audience: readonly Audience[]
  readonly posts: readonly Row[]
}

type Figures = readonly (number | null)[]
type Row = readonly [
  job: string,
  n: number,
  id: string,
  at: string,
  deleted: boolean,
  written: string,
  live: readonly [string, ...Figures] | null,
  clicks: readonly [string, number | null, number | null] | null,
  growth: readonly (readonly [number, number] | null)[],
]

function rowOf({ job, n, id, at, deleted, written, live, clicks, growth }: PostRollUp): Row {
  const figures = live && ([live.at, ...metricNames.map((name) => live[name])] as const)
  const clicked = clicks && ([clicks.at, clicks.clicks, clicks.profileClicks] as const)
  return [job, n, id, at, deleted, written, figures, clicked, growth.map((one) => one && [one.age, one.impressions])]
}

function postOf([job, n, id, at, deleted, written, figures, clicked, grown]: Row): PostRollUp {
  const clicks = clicked && { at: clicked[0], clicks: clicked[1], profileClicks: clicked[2] }
  const growth = grown.map((pair): Grown | null => pair && { age: pair[0], impressions: pair[1] })
  return { job, n, id, at, deleted, written, live: figures && liveOf(figures), clicks, growth }
}

function liveOf(figures: readonly [string, ...Figures]): NonNullable<PostRollUp['live']> {
  const [at, impressions = null, likes = null, reposts = null, replies = null, quotes = null, bookmarks = null] =
    figures
  return { at, impressions, likes, reposts, replies, quotes, bookmarks }
}
