import { expect, test } from 'vitest'
import { slowLines } from '../../../src/faces/cli/slow-lines.ts'

test('slowLines() says what is new at once, and how far it got each half minute', () => {
  const lines: string[] = []
  let now = 0
  const { say } = slowLines(
    (line) => lines.push(line),
    () => now,
  )
  for (let n = 1; n <= 13; n++, now += 5_000) say(`posting fair-use: ${n} of 13`)
  say('looking whether post 13 is live')
  say('posting fair-use-2: 1 of 3')
  say('posting other: 1 of 3')
  expect(lines).toEqual([
    'posting fair-use: 1 of 13',
    'posting fair-use: 7 of 13',
    'posting fair-use: 13 of 13',
    'looking whether post 13 is live',
    'posting fair-use-2: 1 of 3',
    'posting other: 1 of 3',
  ])
})
