import { expect, test } from 'vitest'
import { percent } from '../../../src/core/report/printed.ts'

test.each([
  ['174 of 1,200', 174 / 1200],
  ['what 1,026 of 1,200 leave', 1 - 1026 / 1200],
])('percent() rounds the same share alike, however it was reckoned: %s', (_, share) => {
  expect(percent(share)).toBe('15%')
})
