import colours from 'picocolors'
import { expect, test } from 'vitest'
import { table } from '../../../src/faces/cli/table.ts'

const ink = colours.createColors(false)
const rows = { head: ['thread', 'published', 'cost'], rows: [['fair-use', '2026-11-22', '$0.045']] }

test('table() aligns rows under a head where there is room', () => {
  expect(table(rows, { ink, width: 40 })).toBe('thread    published     cost\nfair-use  2026-11-22  $0.045')
})

test.each([20, 26])('table() makes a paragraph of each row where the terminal is %d wide', (width) => {
  const lines = table(rows, { ink, width }).split('\n')
  expect(lines[0]).toBe('fair-use')
  expect(lines.join(' ')).toContain('published 2026-11-22')
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width + 2)
})
