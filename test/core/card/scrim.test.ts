import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../../src/core/card/contrast.ts'
import { scrimSvg, strengthOf } from '../../../src/core/card/scrim.ts'

const size = { width: 20, height: 10 }
const words = [{ x: 2, y: 4, width: 16, height: 5, ink: '#ffffff' }]
const hex = (bytes: readonly number[]) =>
  `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')}`

describe('strengthOf()', () => {
  test('makes white words stand out on a photo of any one colour', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(byte, byte, byte, (...rgb) => {
        const pixels = Uint8Array.from({ length: 600 }, (_, at) => rgb[at % 3] ?? 0)
        const strength = strengthOf({ ink: '#000000', words }, pixels, size)
        expect(contrast('#ffffff', hex(rgb.map((value) => value * (1 - strength))))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  test('covers a dark photo no more than it must', () => {
    expect(strengthOf({ ink: '#000000', words }, new Uint8Array(600), size)).toBeLessThan(0.4)
  })

  test('looks only at what is behind the words', () => {
    const pixels = new Uint8Array(600).fill(255, 0, 20 * 3 * 3)
    expect(strengthOf({ ink: '#000000', words }, pixels, size)).toBeLessThan(0.4)
  })
})

test('scrimSvg() is as strong as it must be from the first word down', () => {
  expect(scrimSvg({ ink: '#000000', words }, 0.6, size)).toContain(
    '<stop offset="0.380" stop-color="#000000" stop-opacity="0.600"/>',
  )
})
