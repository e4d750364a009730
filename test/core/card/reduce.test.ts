import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reduced } from '../../../src/core/card/reduce.ts'

const colour = fc.integer({ min: 0, max: 0xffffff })

describe('reduced()', () => {
  test('leaves the colours alone where there is room for them', () => {
    expect([...reduced(new Map([[0x102030, 1]]), 1)]).toEqual([[0x102030, 0x102030]])
  })

  test('keeps the frequent ones, and makes one of those that are alike', () => {
    const counts = new Map([
      [0xff0000, 90],
      [0x00ff00, 80],
      [0x101010, 1],
      [0x121212, 1],
      [0xf0f0f0, 1],
    ])
    const becomes = reduced(counts, 4)
    expect(becomes.get(0xff0000)).toBe(0xff0000)
    expect(becomes.get(0x00ff00)).toBe(0x00ff00)
    expect(becomes.get(0x101010)).toBe(0x111111)
    expect(becomes.get(0x121212)).toBe(0x111111)
    expect(becomes.get(0xf0f0f0)).toBe(0xf0f0f0)
  })

  test('gives every colour another, and never more than there is room for', () => {
    const counts = fc.array(fc.tuple(colour, fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 200 }), (pairs, room) => {
        const all = new Map(pairs)
        const becomes = reduced(all, room)
        expect(becomes.size).toBe(all.size)
        expect(new Set(becomes.values()).size).toBeLessThanOrEqual(room)
      }),
    )
  })
})
