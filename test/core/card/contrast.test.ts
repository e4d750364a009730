import { expect, test } from 'vitest'
import { contrast } from '../../../src/core/card/contrast.ts'

test.each([
  ['black on white is as strong as it gets', '#000000', '#ffffff', 21],
  ['an ink on itself does not stand out', '#b1201c', '#b1201c', 1],
  ['WCAG gives 4.54 for this grey on white', '#767676', '#ffffff', 4.54],
  ['the order makes no difference', '#ffffff', '#767676', 4.54],
])('contrast(): %s', (_, one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2)
})
