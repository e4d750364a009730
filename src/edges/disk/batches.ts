import { basename, join } from 'node:path'
import { crc32, gunzipSync } from 'node:zlib'
import type { z } from 'zod'
import { decodeBatches, encodeBatch } from '../../core/metrics/batch.ts'
import type { Disk } from './durable.ts'

/** Records that were read, and a sentence for each stretch that could not be trusted. */
export interface Read<T> {
  readonly records: readonly T[]
  readonly leftOut: readonly string[]
}

/** A folder of append-only months, `<yyyy-mm>.jsonl` or, once closed, `<yyyy-mm>.jsonl.gz`. */
export interface Batches {
  /** Adds each record to its month, as one batch a month. Durable when it resolves. */
  append(records: readonly { readonly at: string }[]): Promise<void>
  /** The months there are, in their order. */
  months(): Promise<readonly string[]>
  /** A month as it lies there; `damage` says why a part of it could not be read at all. */
  month(month: string): Promise<{ readonly bytes: Buffer; readonly damage: readonly string[] }>
  /** What of a month can be trusted and is of this shape. */
  read<T>(month: string, shape: z.ZodType<T>): Promise<Read<T>>
  /** The same of every month. */
  readAll<T>(shape: z.ZodType<T>): Promise<Read<T>>
}

export function openBatches(folder: string, disk: Disk): Batches {
  const name = (which: string) => `${basename(folder)}/${which}.jsonl`

  async function month(which: string): Promise<{ bytes: Buffer; damage: readonly string[] }> {
    const open = await disk.read(join(folder, `${which}.jsonl`))
    const packed = await disk.read(join(folder, `${which}.jsonl.gz`))
    if (packed === null) return { bytes: open ?? Buffer.alloc(0), damage: [] }
    const { bytes, damage } = unpack(packed)
    return { bytes: joined(bytes, open ?? Buffer.alloc(0)), damage: damage.map((why) => `${name(which)}.gz: ${why}`) }
  }

  async function read<T>(which: string, shape: z.ZodType<T>): Promise<Read<T>> {
    const { bytes, damage } = await month(which)
    const { records, leftOut } = decodeBatches(bytes.toString(), crc32)
    const shaped = records.map((record) => shape.safeParse(record))
    const strange = shaped.filter(({ success }) => !success).length
    const shapeless = strange === 0 ? [] : [`${strange} of its lines are not of this version`]
    return {
      records: shaped.flatMap(({ data }) => (data === undefined ? [] : [data])),
      leftOut: [...damage, ...[...shapeless, ...leftOut].map((why) => `${name(which)}: ${why}`)],
    }
  }

  async function months(): Promise<readonly string[]> {
    const found = (await disk.list(folder)).flatMap((file) => /^(\d{4}-\d\d)\.jsonl(\.gz)?$/.exec(file)?.[1] ?? [])
    return [...new Set(found)].toSorted()
  }

  return {
    month,
    months,
    read,
    async append(records) {
      if (records.length === 0) return
      await disk.makeFolder(folder)
      for (const which of new Set(records.map(monthOf))) {
        const batch = records.filter((record) => monthOf(record) === which)
        await disk.append(join(folder, `${which}.jsonl`), encodeBatch(batch, crc32))
      }
    },
    async readAll(shape) {
      const all = await Promise.all((await months()).map((which) => read(which, shape)))
      return { records: all.flatMap(({ records }) => records), leftOut: all.flatMap(({ leftOut }) => leftOut) }
    },
  }
}

/** What was packed, and what came later; a crash while a month was packed leaves in the open file what is packed already. */
function joined(packed: Buffer, open: Buffer): Buffer {
  if (packed.subarray(packed.length - open.length).equals(open)) return packed
  return open.subarray(0, packed.length).equals(packed) ? open : Buffer.concat([packed, open])
}

function unpack(packed: Buffer): { bytes: Buffer; damage: readonly string[] } {
  try {
    return { bytes: gunzipSync(packed), damage: [] }
  } catch (cause) {
    return { bytes: Buffer.alloc(0), damage: [`it cannot be unpacked (${(cause as Error).message})`] }
  }
}

export function monthOf({ at }: { readonly at: string }): string {
  return at.slice(0, 7)
}
