import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportCsv } from '../../../src/core/report/csv.ts'
import { count, dollars, percent } from '../../../src/core/report/figures.ts'
import { reportJson } from '../../../src/core/report/json.ts'
import { postRows, reportRows } from '../../../src/core/report/rows.ts'
import { aJob, aLine, aReport, aReportOf, impressions } from './builders.ts'

describe('reportJson()', () => {
  test('has the keys of the contract, in their order, and no others', () => {
    const report = aReport({ jobs: [aJob({ posts: 2 })], samples: impressions([10, 5]), ledger: [aLine()] })
    const unknown = { likes: null, reposts: null, replies: null, quotes: null, bookmarks: null }
    const json = [
      {
        slug: 'fair-use',
        id: 'job',
        publishedAt: '2026-11-22T09:00:00.000Z',
        posts: [
          { n: 1, id: 'job-1', impressions: 10, ...unknown },
          { n: 2, id: 'job-2', impressions: 5, ...unknown },
        ],
        totals: { impressions: 15, ...unknown },
        completion: 0.5,
        cost: 0.015,
      },
    ]
    expect(JSON.stringify(reportJson([report]))).toBe(JSON.stringify(json))
  })
})

describe('reportCsv()', () => {
  test('has a head and one row a post, with empty cells for what is unknown', () => {
    expect(reportCsv([aReportOf([{ impressions: 10, likes: 0 }, { deleted: true }])])).toBe(
      [
        'slug,job,published_at,n,id,impressions,likes,reposts,replies,quotes,bookmarks,deleted,card,text',
        'fair-use,job,2026-11-22T09:00:00.000Z,1,job-1,10,0,,,,,no,,Words of post 1.',
        'fair-use,job,2026-11-22T09:00:00.000Z,2,job-2,,,,,,,yes,,Words of post 2.',
        '',
      ].join('\r\n'),
    )
  })

  test.each([
    ['a comma', 'Facts, not opinions', '"Facts, not opinions"'],
    ['quotation marks', 'The word "fair"', '"The word ""fair"""'],
    ['lines', 'One\nTwo', '"One\nTwo"'],
    ['a formula', '=HYPERLINK("https://example.org")', `"'=HYPERLINK(""https://example.org"")"`],
    ['a plus', '+1', "'+1"],
    ['a minus', '-1', "'-1"],
    ['a handle', '@thebroadside NOV. 2026', "'@thebroadside NOV. 2026"],
    ['a tab', '\t=1', "'\t=1"],
    ['a full-width formula', '＝1', "'＝1"],
  ])('writes %s so that it stays words', (_, text, cell) => {
    expect(reportCsv([aReportOf([{ text }])]).endsWith(`,${cell}\r\n`)).toBe(true)
  })

  test('is read back cell by cell, whatever the words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', 'a') }),
        (card, text) => {
          const [, row] = parseCsv(reportCsv([aReportOf([{ card, text }])]))
          expect(row).toHaveLength(14)
          expect([card, `'${card}`]).toContain(row?.[12])
          expect([text, `'${text}`]).toContain(row?.[13])
          expect(row?.[13]).not.toMatch(/^[=\r\n]/)
        },
      ),
    )
  })
})

describe('reportRows()', () => {
  test('has one row a thread, in the owner’s time zone, with dashes for what is unknown', () => {
    const job = aJob({ publishedAt: '2026-11-22T23:30:00.000Z' })
    const reports = [aReport({ jobs: [job], samples: impressions([1200, 600, 300]), ledger: [aLine()] })]
    const { head, rows } = reportRows(reports, 'Europe/Amsterdam')
    expect(head).toHaveLength(12)
    expect(rows).toEqual([['fair-use', '2026-11-23', '3', '2,100', '–', '–', '–', '–', '–', '–', '25%', '$0.015']])
    expect(reportRows(reports).rows[0]?.[1]).toBe('2026-11-22')
  })
})

describe('postRows()', () => {
  test('has one row a post, with its share of the first post and its words on one line', () => {
    const { head, rows } = postRows(
      aReportOf([
        { impressions: 1200, likes: 3 },
        { impressions: 90, text: 'One\n\nTwo' },
      ]),
    )
    expect(head).toEqual([
      'post',
      'impressions',
      'likes',
      'reposts',
      'replies',
      'quotes',
      'bookmarks',
      'of post 1',
      'text',
    ])
    expect(rows).toEqual([
      ['1', '1,200', '3', '–', '–', '–', '–', '100%', 'Words of post 1.'],
      ['2', '90', '–', '–', '–', '–', '–', '7.5%', 'One · Two'],
    ])
  })
})

describe('figures', () => {
  test.each([
    [count(0), '0'],
    [count(1234567), '1,234,567'],
    [count(null), '–'],
    [percent(0), '0%'],
    [percent(0.0123), '1.2%'],
    [percent(0.05), '5.0%'],
    [percent(0.0996), '10%'],
    [percent(0.384), '38%'],
    [percent(1.5), '150%'],
    [percent(null), '–'],
    [dollars(0), '$0.000'],
    [dollars(0.2), '$0.200'],
    [dollars(0.385), '$0.385'],
    [dollars(1234.5), '$1,234.500'],
    [dollars(null), '–'],
  ])('print %s', (printed, expected) => {
    expect(printed).toBe(expected)
  })
})

/** Reads CSV as RFC 4180 has it. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows
}
