import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { decodeMonth, encodeMonth, type Month } from '../../core/metrics/rollup-file.ts'
import { emptyRollUp, joinRollUps, rollUp } from '../../core/metrics/rollup.ts'
import { Audience, Sample } from '../../core/metrics/sample.ts'
import { scanRollUp } from '../../core/metrics/scan.ts'
import type { Store } from '../../ports.ts'
import { monthOf, openBatches } from './batches.ts'
import { keepDerived } from './derived.ts'
import type { Disk } from './durable.ts'
import { print } from './json.ts'

const Line = Sample.or(Audience)
/** `digest.json`. Where it is damaged, a digest may be told once more. */
const Told = z.object({ schema: z.literal(1), told: z.string() })

/** Clocks differ by so much; what is later than that was written by a clock that was wrong. Milliseconds. */
const skew = 60 * 60_000

/** `data/metrics`: the samples by month, and beside each month its roll-up, which may be deleted. */
export function openMetrics(
  folder: string,
  { disk, now }: { readonly disk: Disk; readonly now: () => Date },
): Pick<Store, 'record' | 'samples' | 'measured' | 'lastDigest' | 'noteDigest'> {
  const batches = openBatches(folder, disk)

  async function measuredIn(month: string): Promise<Month> {
    return upToNow(month, await kept(month, stateOf(month), () => read(month)))
  }

  /** The months before the last, which hardly ever change, in one. */
  async function measuredBefore(months: readonly string[]): Promise<Month> {
    const states = months.map(stateOf)
    const state = states.includes(null) ? null : states.join('; ')
    return kept('earlier', state, async () => {
      const all: Month[] = []
      for (const month of months) all.push(await measuredIn(month))
      return joined(all)
    })
  }

  /** What was kept under this name for this state of the files, or else made anew, and kept. */
  async function kept(name: string, state: string | null, make: () => Promise<Month>): Promise<Month> {
    const path = join(folder, `${name}.rollup.json`)
    const text = state === null ? null : await disk.read(path)
    const before = text && decodeMonth(text.toString(), state ?? '', crc32)
    if (before !== null) return before
    const fresh = await make()
    if (state !== null) await keepDerived(path, encodeMonth(fresh, state, crc32))
    return fresh
  }

  async function read(month: string): Promise<Month> {
    const { bytes, damage } = await batches.month(month)
    const scanned = damage.length > 0 ? null : scanRollUp(bytes, crc32)
    if (scanned !== null) return { rollUp: scanned, leftOut: [] }
    const { records, leftOut } = await batches.read(month, Line)
    return { rollUp: rollUp(records), leftOut }
  }

  /** A clock that was set back leaves samples from the future; they are told, and count once their time has come. */
  async function upToNow(month: string, { rollUp: all, leftOut }: Month): Promise<Month> {
    const latest = new Date(now().getTime() + skew).toISOString()
    if (all.newest === null || all.newest <= latest) return { rollUp: all, leftOut }
    const { records } = await batches.read(month, Line)
    const past = records.filter(({ at }) => Date.parse(at) <= Date.parse(latest))
    const future = records.length - past.length
    const why = `metrics/${month}.jsonl: ${future} lines bear an instant that has not come yet (up to ${all.newest}), so a clock was wrong`
    return { rollUp: rollUp(past), leftOut: [...leftOut, why] }
  }

  /** Names the state of a month's files; null when the system does not say. */
  function stateOf(month: string): string | null {
    const known = [`${month}.jsonl.gz`, `${month}.jsonl`].flatMap((file) => {
      const state = disk.state(join(folder, file))
      return state === null ? [] : [`${file} ${state}`]
    })
    return known.length === 0 ? null : known.join(', ')
  }

  /** Packs the months before the one that is written now: nothing is added to them any more. */
  async function pack(): Promise<void> {
    const current = monthOf({ at: now().toISOString() })
    for (const file of await disk.list(folder)) {
      const month = /^(\d{4}-\d\d)\.jsonl$/.exec(file)?.[1] ?? current
      if (month >= current) continue
      const { bytes, damage } = await batches.month(month)
      if (damage.length > 0) continue
      const packed = gzipSync(bytes, { level: 6 })
      if (!gunzipSync(packed).equals(bytes)) continue
      await disk.write(join(folder, `${file}.gz`), packed)
      await rm(join(folder, file), { force: true })
    }
  }

  const told = join(folder, 'digest.json')

  return {
    async lastDigest() {
      const bytes = await disk.read(told)
      return bytes && (Told.safeParse(parse(bytes.toString())).data?.told ?? null)
    },
    async noteDigest(day) {
      await disk.makeFolder(folder)
      await disk.write(told, print({ schema: 1, told: day }))
    },
    async record(records) {
      await batches.append(records)
      if (records.length > 0) await pack()
    },
    async samples() {
      const { records, leftOut } = await batches.readAll(Line)
      return { samples: records.filter((record) => 'id' in record), leftOut }
    },
    async measured() {
      const months = await batches.months()
      const last = months.at(-1)
      if (last === undefined) return { rollUp: emptyRollUp, leftOut: [] }
      const before = months.length === 1 ? [] : [await measuredBefore(months.slice(0, -1))]
      return joined([...before, await measuredIn(last)])
    },
  }
}

function joined(months: readonly Month[]): Month {
  return {
    rollUp: joinRollUps(months.map((month) => month.rollUp)),
    leftOut: months.flatMap(({ leftOut }) => leftOut),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
