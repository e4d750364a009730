import { expect, test } from 'vitest'
import { readSize, sizes, unitOf } from '../../../src/core/card/size.ts'

test.each([
  ['1600x900', { width: 1600, height: 900 }],
  ['1080×1350', { width: 1080, height: 1350 }],
  ['1600', null],
  ['100x100', null],
  ['9000x900', null],
  ['1600x900px', null],
  ['', null],
])('readSize(%j) gives %j', (text, size) => expect(readSize(text)).toEqual(size))

test('unitOf() is about one pixel on every size that X shows whole', () => {
  for (const name of sizes) expect(unitOf(readSize(name) ?? { width: 0, height: 0 })).toBeCloseTo(1, 1)
})
