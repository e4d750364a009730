import { expect, test } from 'vitest'
import { plural } from '../../../src/faces/pages/report-words.ts'

test.each([
  [0, '0 posts'],
  [1, '1 post'],
  [1200, '1,200 posts'],
])('plural() of %i', (figure, words) => {
  expect(plural(figure, 'post')).toBe(words)
})
