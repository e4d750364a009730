import { expect, test } from 'vitest'
import { isFaint } from '../../../src/core/card/faint.ts'

test.each([
  ['a grey logo on white', { 0xcccccc: 100 }, '#ffffff', true],
  ['a black logo on white', { 0x000000: 100 }, '#ffffff', false],
  ['a black logo at night', { 0x000000: 100 }, '#121a20', true],
  ['letters on a plate of the ground’s own colour', { 0xffffff: 80, 0x000000: 20 }, '#ffffff', false],
  ['a hair on such a plate', { 0xffffff: 99, 0x000000: 1 }, '#ffffff', true],
  ['nothing that is seen', {}, '#ffffff', true],
])('isFaint(): %s', (_, colours, ground, faint) => {
  expect(isFaint(new Map(Object.entries(colours).map(([colour, count]) => [Number(colour), count])), ground)).toBe(
    faint,
  )
})
