import colours from 'picocolors'
import { expect, test } from 'vitest'
import { briefRows, postRows, shorterBriefRows, shorterPostRows } from '../../../src/core/report/tables.ts'
import { table } from '../../../src/faces/cli/table.ts'
import { aReport, aReportOf } from '../../core/report/builders.ts'

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

const text = 'Words of a post that go on and on for longer than any table has room'
const figures = { likes: 4_321, reposts: 1_234, replies: 987, quotes: 321, bookmarks: 2_345, text }

test.each([100, 80])('table() has one line for each post where the terminal is %d wide', (width) => {
  const report = aReportOf([1_234_567, 234_567, 98_765].map((impressions) => ({ ...figures, impressions })))
  const lines = table(postRows(report), { ink, width }, shorterPostRows(report)).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toMatch(/^ *1 +1,234,567 +4,321 .*100% +Words of a post/)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
})

test.each([100, 80])('table() has one line for each thread where the terminal is %d wide', (width) => {
  const reports = [aReport(), aReport()]
  const lines = table(briefRows(reports), { ink, width }, shorterBriefRows(reports)).split('\n')
  expect(lines).toHaveLength(3)
  expect(lines[1]).toMatch(/^fair-use +2026-/)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
})
