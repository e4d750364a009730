import { crc32 as zlibCrc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../src/core/metrics/crc32.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('crc32()', () => {
  test.each([
    ['nothing', '', 0],
    ['the check value of the standard', '123456789', 0xcbf43926],
    ['a pangram', 'The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('gives the published value of %s', (_, text, crc) => {
    expect(crc32(bytesOf(text))).toBe(crc)
  })

  test('agrees with zlib on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(zlibCrc32(bytes))
      }),
    )
  })
})
