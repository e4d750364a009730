import { expect, test } from 'vitest'
import { openPairs } from '../../../../src/core/thread/split/pairs.ts'

test.each([
  ['a quotation', 'He said “No. Never.” And left.', [1, 0]],
  ['straight quotation marks', 'He said "No. Never." And left.', [1, 0]],
  ['brackets', 'It (one. two) was. Three', [1, 0, 0]],
  ['a quotation inside brackets', '(He said “no. never.” Oh.) Yes', [2, 1, 0]],
  ['a quotation that never ends', 'He said “no. Never. And left', [0, 0]],
  ['an enumeration', 'a) one. b) two. c', [0, 0, 0, 0]],
])('openPairs() counts %s', (_, words, counts) => {
  const open = openPairs(words)
  const spaces = Array.from(words.matchAll(/[.,)”"]+ /g), ({ 0: gap, index }) => index + gap.length - 1)
  expect(spaces.map(open)).toEqual(counts)
})
