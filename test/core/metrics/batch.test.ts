import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBatches } from '../../../src/core/metrics/batch.ts'
import { batchText } from './builders.ts'

/** Batches that differ from one another, as batches of facts with an instant do. */
const batches = () =>
  fc
    .array(
      fc.array(fc.record({ words: fc.string({ unit: 'binary' }), figure: fc.option(fc.nat()) }), { minLength: 1 }),
      {
        maxLength: 5,
      },
    )
    .map((all) => all.map((batch, index) => batch.map((record, n) => ({ ...record, at: `${index}.${n}` }))))

const a = batchText([
  { at: 'a', likes: 1 },
  { at: 'a', likes: 2 },
])
const one = () => 1
const b = batchText([{ at: 'b', likes: null }])

/** Every record that a test may have written to the file. */
const everWritten = [{ at: 'a', likes: 1 }, { at: 'a', likes: 2 }, { at: 'b', likes: null }, { at: 'after' }].map(
  (record) => JSON.stringify(record),
)

describe('encodeBatch()', () => {
  test('writes one line a record and a commit line with their count and CRC-32', () => {
    expect(batchText([{ at: 'a', likes: 1 }])).toBe(
      '\n{"at":"a","likes":1}\n{"commit":{"schema":1,"count":1,"crc32":"de2ddf67"}}\n',
    )
  })

  test('writes nothing for no records', () => {
    expect(batchText([])).toBe('')
  })

  test('takes its checksum from whoever brings one', () => {
    const text = batchText([{ likes: 1 }], one)
    expect(text).toContain('"crc32":"00000001"')
    expect(decodeBatches(text, one).records).toEqual([{ likes: 1 }])
    expect(decodeBatches(text).records).toEqual([])
  })
})

describe('decodeBatches()', () => {
  test('gives back every record that was written, in order, and leaves nothing out', () => {
    fc.assert(
      fc.property(batches(), (all) => {
        const text = all.map((batch) => batchText(batch)).join('')
        expect(decodeBatches(text)).toEqual({ records: all.flat(), leftOut: [] })
      }),
    )
  })

  test('gives back whole batches only when the file is torn at any byte, and says what it left out', () => {
    const bytes = new TextEncoder().encode(a + b)
    const [endOfA, endOfB] = [a.length - 1, bytes.length - 1] // the last line feed may go without harm
    for (let length = 0; length <= bytes.length; length++) {
      const { records, leftOut } = decodeBatches(new TextDecoder().decode(bytes.subarray(0, length)))
      expect(records).toHaveLength(length < endOfA ? 0 : length < endOfB ? 2 : 3)
      const clean = [0, 1, endOfA, endOfA + 1, endOfA + 2, endOfB, endOfB + 1].includes(length)
      expect(leftOut).toHaveLength(clean ? 0 : 1)
    }
  })

  test('gives back a batch appended after a tail torn at any byte', () => {
    for (let length = 0; length < a.length - 1; length++) {
      expect(decodeBatches(a.slice(0, length) + b).records).toEqual([{ at: 'b', likes: null }])
    }
  })

  test.each([
    ['cut', (tail: Uint8Array) => tail.subarray(0, 0)],
    ['zeros', (tail: Uint8Array) => tail.map(() => 0)],
    ['garbage', (tail: Uint8Array) => tail.map((byte, index) => (byte * 31 + index * 17) & 0xff)],
    ['line feeds', (tail: Uint8Array) => tail.map(() => 10)],
    ['braces', (tail: Uint8Array) => tail.map(() => 125)],
  ])('gives back what was written before a tail of %s from any byte on, and what was written after it', (_, spoil) => {
    const bytes = new TextEncoder().encode(a + b)
    const ends = [a.length, a.length + b.length]
    for (let from = 0; from < bytes.length; from++) {
      const spoilt = new Uint8Array([...bytes.subarray(0, from), ...spoil(bytes.subarray(from))])
      const after = batchText([{ at: 'after' }])
      const { records } = decodeBatches(new TextDecoder().decode(spoilt) + after)
      const kept = (from >= (ends[0] ?? 0) ? [1, 2] : []).map((likes) => ({ at: 'a', likes }))
      // The last line feed of a batch may go without harm: the next begins with one.
      const least = from >= (ends[0] ?? 0) ? kept.length + 1 : 1
      expect(records.length).toBeGreaterThanOrEqual(least)
      expect(records.slice(0, kept.length)).toEqual(kept)
      expect(records.at(-1)).toEqual({ at: 'after' })
      for (const record of records) expect(everWritten).toContain(JSON.stringify(record))
    }
  })

  test('never gives back a wrong record, nor loses another batch, when any one bit is flipped', () => {
    const bytes = new TextEncoder().encode(a + b + batchText([{ at: 'c', likes: 4 }]))
    const right = decodeBatches(new TextDecoder().decode(bytes)).records.map((record) => JSON.stringify(record))
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Uint8Array.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const { records, leftOut } = decodeBatches(new TextDecoder().decode(flipped))
      const kept = records.map((record) => JSON.stringify(record))
      expect(kept.filter((record) => !right.includes(record))).toEqual([])
      expect(right.length - kept.length).toBeLessThanOrEqual(2) // the batch that was hit, and no other
      if (kept.length < right.length) expect(leftOut.length).toBeGreaterThan(0)
    }
  })

  test('never gives back a record that was not written, whatever is cut out of the file or put into it', () => {
    fc.assert(
      fc.property(batches(), fc.nat(), fc.nat(40), fc.string({ unit: 'binary' }), (all, from, length, garbage) => {
        const text = all.map((batch) => batchText(batch)).join('')
        const at = from % (text.length + 1)
        const written = new Set(all.flat().map((record) => JSON.stringify(record)))
        const { records } = decodeBatches(text.slice(0, at) + garbage + text.slice(at + length))
        expect(records.filter((record) => !written.has(JSON.stringify(record)))).toEqual([])
      }),
    )
  })

  test.each([
    ['a tail that was cut short', `${a}\n{"at":"z"`, 'line 6: no commit line vouches for them'],
    ['garbage between batches', `${a}garbage\n${b}`, 'line 5: no commit line vouches for them'],
    ['a figure changed by hand', a.replace('"likes":2', '"likes":9') + b, 'lines 2–4: changed since they were written'],
    ['a batch without its first line', a.split('\n').toSpliced(1, 1).join('\n'), 'lines 2–3: changed since they'],
    ['a batch that stands there twice', a + b + a, 'lines 9–11: the batch that ends in line 4 stands here again'],
    ['a newer version', a.replace('"schema":1', '"schema":2') + b, 'lines 2–4: written by a newer Broadside (schema 2'],
  ])('says what it left out of %s', (_, text, sentence) => {
    const { leftOut } = decodeBatches(text)
    expect(leftOut).toHaveLength(1)
    expect(leftOut[0]).toContain(sentence)
  })

  test('counts a batch once that stands there twice', () => {
    expect(decodeBatches(a + b + a + a).records).toHaveLength(3)
  })

  test('reads a file whose line ends were changed to CRLF', () => {
    expect(decodeBatches((a + b).replaceAll('\n', '\r\n'))).toEqual(decodeBatches(a + b))
  })

  test('leaves out lines that are no JSON, even under a right commit line', () => {
    const forged = batchText([{ likes: 1 }], () => 7).replace('{"likes":1}', 'likes = 1')
    expect(decodeBatches(forged, () => 7)).toEqual({ records: [], leftOut: [expect.stringContaining('lines 2–3')] })
  })
})
