import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import type { Job } from '../../core/queue/job.ts'
import { overSince } from '../../core/queue/over.ts'
import { keepDerived } from './derived.ts'
import type { Disk } from './durable.ts'

/**
 * Which jobs are over, and since when, so that their files need not be read: `over.json`, derived, which may be deleted.
 * ```
 * {"schema":1,"crc32":"91c91670","over":[
 * ["fair-use-k3f9.json","8123 1795341600000000000 1795341600000000000 7340","2026-11-22T09:00:00.000Z"],
 * …
 * ]}
 * ```
 * A job counts as over only while its file is in the very state in which it was read as over; any other file is read. A
 * process looks at the states when it starts, when the folder was changed (a file came, went or was replaced), and after
 * `lookAgain` at the latest, which is when a running scheduler sees a file that was written over in place.
 */
const schema = 1
const head = /^\{"schema":(\d+),"crc32":"([0-9a-f]{8})","over":/

/** Milliseconds. */
const lookAgain = 10 * 60_000
/** What was changed so recently might be changed again with no trace in its times. Milliseconds. */
const settles = 5_000

interface Entry {
  readonly state: string
  readonly since: string
}

export interface Over {
  /** The jobs' files, but for those of jobs that were over before `since`. */
  filesSince(since: Date): Promise<readonly string[]>
  /** The state of a job's file, to be asked before it is read; null while it may change again without a trace. */
  stateOf(file: string): string | null
  /** Remembers those that were read and are over. */
  learn(read: readonly { readonly file: string; readonly state: string | null; readonly job: Job }[]): Promise<void>
  /** To be told when a file was written. */
  changed(): void
}

export function openOver(
  path: string,
  {
    folder,
    files,
    disk,
    now,
  }: { folder: string; files: () => Promise<readonly string[]>; disk: Disk; now: () => Date },
): Over {
  let known: Map<string, Entry> | null = null
  let looked: { readonly state: string; readonly at: number; readonly files: readonly string[] } | null = null
  const stateAt = (at: string) => disk.state(at, new Date(now().getTime() - settles))
  const stateOf = (file: string) => stateAt(join(folder, file))

  /** Forgets what is no longer in the state in which it was read. */
  async function look(entries: Map<string, Entry>): Promise<readonly string[]> {
    const [state, at] = [stateAt(folder), now().getTime()]
    if (looked !== null && looked.state === state && Math.abs(at - looked.at) < lookAgain) return looked.files
    const there = await files()
    for (const [file, entry] of entries) if (stateOf(file) !== entry.state) entries.delete(file)
    looked = state === null ? null : { state, at, files: there }
    return there
  }

  return {
    stateOf,
    async filesSince(since) {
      known ??= decode((await disk.read(path))?.toString() ?? '')
      const entries = known
      const instant = since.toISOString()
      return (await look(entries)).filter((file) => (entries.get(file)?.since ?? instant) >= instant)
    },
    async learn(read) {
      const entries = (known ??= new Map())
      let isNew = false
      for (const { file, state, job } of read) {
        const since = overSince(job)
        if (state === null || since === null || entries.get(file)?.state === state) continue
        entries.set(file, { state, since })
        isNew = true
      }
      if (!isNew) return
      looked = null
      await keepDerived(path, encode(entries))
    },
    changed() {
      looked = null
    },
  }
}

function encode(entries: ReadonlyMap<string, Entry>): string {
  const rows = [...entries].map(([file, { state, since }]) => JSON.stringify([file, state, since]))
  const body = `[\n${rows.join(',\n')}\n]`
  return `{"schema":${schema},"crc32":"${sign(body)}","over":${body}}\n`
}

/** Nothing, where the text is not exactly as {@link encode} wrote it. */
function decode(text: string): Map<string, Entry> {
  const [start = '', version, crc] = head.exec(text) ?? []
  const body = text.slice(start.length, -2)
  if (Number(version) !== schema || sign(body) !== crc) return new Map()
  const rows = JSON.parse(body) as readonly (readonly [string, string, string])[]
  return new Map(rows.map(([file, state, since]) => [file, { state, since }]))
}

function sign(body: string): string {
  return crc32(body).toString(16).padStart(8, '0')
}
