import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionOf, hasRightToLeft, seenOrder } from '../../../src/core/card/direction.ts'

test.each([
  ['Power', 'ltr'],
  ['«العدل»', 'rtl'],
  ['1841: צדק', 'rtl'],
  ['Joseph כתב', 'ltr'],
  ['1841 🎉', 'ltr'],
  ['', 'ltr'],
] as const)('directionOf(%j) is %s', (text, direction) => expect(directionOf(text)).toBe(direction))

test.each([
  ['power 力', false],
  ['of صدق', true],
  ['of צדק', true],
])('hasRightToLeft(%j) is %s', (text, has) => expect(hasRightToLeft(text)).toBe(has))

describe('seenOrder()', () => {
  test.each([
    ['leaves what runs from left to right', [0, 0, 0], [0, 1, 2]],
    ['turns round what runs from right to left', [1, 1, 1], [2, 1, 0]],
    ['turns a word within a line', [0, 1, 1, 0], [0, 2, 1, 3]],
    ['keeps a number in a line that is turned', [1, 2, 2, 1], [3, 1, 2, 0]],
    ['keeps a number alone', [2, 2], [0, 1]],
    ['takes a line of nothing', [], []],
  ])('%s', (_, levels, order) => expect(seenOrder(levels)).toEqual(order))

  test('loses no place', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 60 }), (levels) => {
        expect(seenOrder(levels).toSorted((a, b) => a - b)).toEqual(levels.map((_, place) => place))
      }),
    )
  })
})
