import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LedgerLine } from '../../../src/core/publication/ledger.ts'
import { openBatches, type Batches } from '../../../src/edges/disk/batches.ts'
import type { Disk } from '../../../src/edges/disk/durable.ts'

/** A ledger whose one file holds `bytes`, on a disk that is only a variable. */
function aLedger(bytes: Buffer): Batches & { bytes(): Buffer } {
  let held = bytes
  const missing = () => Promise.reject(new Error('not part of this test'))
  const disk: Disk = {
    read: (path) => Promise.resolve(basename(path) === '2026-11.jsonl' ? held : null),
    list: () => Promise.resolve(['2026-11.jsonl']),
    makeFolder: () => Promise.resolve(),
    append: (_, batch) => Promise.resolve(void (held = Buffer.concat([held, Buffer.from(batch)]))),
    state: () => null,
    write: missing,
    create: missing,
    sweep: missing,
  }
  return { ...openBatches('data/ledger', disk), bytes: () => held }
}

const line = (minute: number, call: LedgerLine['call'], usd: number): LedgerLine => ({
  at: `2026-11-22T09:0${minute}:00.000Z`,
  call,
  job: 'fair-use-k3f9',
  count: 1,
  usd,
})
const batches = [
  [line(0, 'alt-text', 0.005)],
  [line(1, 'post', 0.015), line(1, 'post', 0.2)],
  [line(2, 'delete', 0.01)],
]
const later = line(3, 'read', 0.005)

/** The file after each batch: none, one, two, three of them. */
async function filesOf(): Promise<readonly Buffer[]> {
  const ledger = aLedger(Buffer.alloc(0))
  const files = [ledger.bytes()]
  for (const batch of batches) {
    await ledger.append(batch)
    files.push(ledger.bytes())
  }
  return files
}

const garbage = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 89 + 7) % 256))
const tails = {
  cut: () => Buffer.alloc(0),
  zeros: (length: number) => Buffer.alloc(length),
  garbage,
} as const

describe('the ledger', () => {
  test.each(Object.entries(tails))(
    'torn at any byte, its rest %s, loses nothing from before the tear',
    async (_, tail) => {
      const files = await filesOf()
      const whole = files.at(-1) ?? Buffer.alloc(0)
      for (let at = 0; at <= whole.length; at++) {
        const ledger = aLedger(Buffer.concat([whole.subarray(0, at), tail(whole.length - at)]))
        const before = fullyBefore(files, at)
        const { records } = await ledger.readAll(LedgerLine)
        // Without its last byte, which only ends the line, a batch is whole all the same.
        const trusted = [before, before + 1].map((count) => batches.slice(0, count).flat())
        expect(trusted, `torn at byte ${at}`).toContainEqual(records)
        await ledger.append([later])
        expect((await ledger.readAll(LedgerLine)).records.at(-1), `written after a tear at byte ${at}`).toEqual(later)
      }
    },
  )

  test('with any one bit flipped accepts no other record, and loses no batch but the one that was hit', async () => {
    const files = await filesOf()
    const whole = files.at(-1) ?? Buffer.alloc(0)
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      const { records, leftOut } = await aLedger(flipped).readAll(LedgerLine)
      const hit = fullyBefore(files, bit >> 3)
      const others = batches.filter((_, index) => index !== hit).flat()
      const isHarmless = records.length === batches.flat().length
      expect(records, `bit ${bit}`).toEqual(isHarmless ? batches.flat() : others)
      if (!isHarmless) expect(leftOut.length, `bit ${bit}`).toBeGreaterThan(0)
    }
  })
})

/** How many batches end before the byte at `at`. */
function fullyBefore(files: readonly Buffer[], at: number): number {
  return files.filter(({ length }) => length > 0 && length <= at).length
}
