import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBatches } from '../../../src/core/metrics/batch.ts'
import { crc32 } from '../../../src/core/metrics/crc32.ts'
import { decodeMonth, encodeMonth } from '../../../src/core/metrics/rollup-file.ts'
import { joinRollUps, rollUp } from '../../../src/core/metrics/rollup.ts'
import type { MetricsRecord } from '../../../src/core/metrics/sample.ts'
import { scanRollUp } from '../../../src/core/metrics/scan.ts'
import { batchText } from './builders.ts'

const hour = 3_600_000
const start = Date.parse('2026-11-22T09:00:00.000Z')
const count = () => fc.option(fc.nat(5_000_000))

/** Records as measuring writes them, at any instants: some old ones without clicks and age, some of the followers. */
const sample = () =>
  fc
    .record({
      hours: fc.nat(200),
      n: fc.integer({ min: 1, max: 4 }),
      deleted: fc.boolean(),
      isOld: fc.boolean(),
      figures: fc.tuple(count(), count(), count(), count(), count(), count(), count(), count()),
    })
    .map(({ hours, n, deleted, isOld, figures: [a, b, c, d, e, f, clicks, profileClicks] }): MetricsRecord => {
      const at = new Date(start + hours * hour).toISOString()
      const who = { at, job: 'fair-use-k3f9', n, id: `146000000000000000${n}`, deleted }
      const metrics = { impressions: a, likes: b, reposts: c, replies: d, quotes: e, bookmarks: f }
      return isOld ? { ...who, ...metrics } : { ...who, age: hours * 3600, ...metrics, clicks, profileClicks }
    })
const audience = () =>
  fc
    .record({ hours: fc.nat(200), followers: count() })
    .map(({ hours, followers }): MetricsRecord => ({ at: new Date(start + hours * hour).toISOString(), followers }))
const batches = () => fc.array(fc.array(fc.oneof({ weight: 9, arbitrary: sample() }, audience()), { minLength: 1 }))

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (all: readonly (readonly MetricsRecord[])[]) => all.map((batch) => batchText(batch)).join('')
const isTold = (text: string) => decodeBatches(text).leftOut.length > 0

describe('scanRollUp()', () => {
  test('gives what the records roll up to, whatever they are', () => {
    fc.assert(
      fc.property(batches(), (all) => {
        const text = textOf(all)
        const scanned = scanRollUp(bytesOf(text), crc32)
        if (scanned === null) expect(isTold(text)).toBe(true)
        else expect(scanned).toEqual(rollUp(all.flat()))
      }),
    )
  })

  test('leaves every file that is not exactly as it was written to careful decoding', () => {
    const one: MetricsRecord = { at: '2026-11-22T09:00:00.000Z', followers: 12 }
    const bytes = bytesOf(batchText([one]) + batchText([{ ...one, followers: 13 }]))
    expect(scanRollUp(bytes, crc32)).not.toBeNull()
    for (let length = 1; length < bytes.length; length++) {
      const scanned = scanRollUp(bytes.subarray(0, length), crc32)
      if (scanned !== null) expect(isTold(new TextDecoder().decode(bytes.subarray(0, length)))).toBe(false)
    }
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Uint8Array.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(scanRollUp(flipped, crc32)).toBeNull()
    }
  })
})

test('scanRollUp() leaves lines whose figures stand in another order to careful decoding', () => {
  const figures = { impressions: 1, likes: 2, reposts: 3, replies: 4, quotes: 5, bookmarks: 6 }
  const told = { ...figures, clicks: 7, profileClicks: 8 }
  const who = { at: '2026-11-22T09:00:00.000Z', job: 'fair-use-k3f9', n: 1, id: '1460000000000000001', deleted: false }
  expect(scanRollUp(bytesOf(batchText([{ ...who, age: 3600, ...told }])), crc32)?.samples).toBe(1)
  expect(scanRollUp(bytesOf(batchText([{ ...who, ...figures, age: 3600 }])), crc32)).toBeNull()
})

describe('joinRollUps()', () => {
  test('of parts is the roll-up of the whole', () => {
    fc.assert(
      fc.property(batches(), (all) => {
        expect(joinRollUps(all.map((batch) => rollUp(batch)))).toEqual(rollUp(all.flat()))
      }),
    )
  })
})

describe('decodeMonth()', () => {
  const month = (records: readonly MetricsRecord[]) => ({ rollUp: rollUp(records), leftOut: ['lines 2–4: “torn”'] })

  test('gives back what encodeMonth() wrote of the same state of the file, and of no other', () => {
    fc.assert(
      fc.property(fc.array(sample()), (records) => {
        const text = encodeMonth(month(records), 'as it was', crc32)
        expect(JSON.parse(text)).toMatchObject({ schema: 2 })
        expect(decodeMonth(text, 'as it was', crc32)).toEqual(month(records))
        expect(decodeMonth(text, 'changed', crc32)).toBeNull()
      }),
    )
  })

  test('takes nothing of a roll-up in which any byte was changed or lost', () => {
    const [one] = fc.sample(sample(), { numRuns: 1, seed: 7 })
    const text = encodeMonth(month(one === undefined ? [] : [one]), 'x', crc32)
    for (let at = 0; at < text.length - 2; at++) {
      const changed = `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`
      expect(decodeMonth(changed, 'x', crc32)).toBeNull()
      expect(decodeMonth(text.slice(0, at), 'x', crc32)).toBeNull()
    }
  })
})
