import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportCsv } from '../../../src/core/report/csv.ts'
import { reportJson } from '../../../src/core/report/json.ts'
import { count, dollars, percent } from '../../../src/core/report/printed.ts'
import { postRows, reportRows } from '../../../src/core/report/tables.ts'
import { threadFindings } from '../../../src/core/report/thread-findings.ts'
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
        'slug,job,published_at,n,id,impressions,likes,reposts,replies,quotes,bookmarks,clicks,profile_clicks,deleted,card,text',
        'fair-use,job,2026-11-22T09:00:00.000Z,1,job-1,10,0,,,,,,,no,,Words of post 1.',
        'fair-use,job,2026-11-22T09:00:00.000Z,2,job-2,,,,,,,,,yes,,Words of post 2.',
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
          expect(row).toHaveLength(16)
          expect([card, `'${card}`]).toContain(row?.[14])
          expect([text, `'${text}`]).toContain(row?.[15])
          expect(row?.[15]).not.toMatch(/^[=\r\n]/)
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

describe('threadFindings()', () => {
  test('says what is known of a thread, and nothing of what is not', () => {
    const report = {
      ...aReportOf([
        { impressions: 1000, likes: 5, quotes: 2 },
        { impressions: 600, likes: 9, card: 'Quoted words' },
      ]),
      growth: [40, null, 1500, null],
      clicks: { clicks: 0, profileClicks: null },
    }
    expect(threadFindings(report).map(({ about, words }) => `${about}: ${words}`)).toEqual([
      'The steepest cliff: −40% after post 1, “Words of post 1.”',
      'Impressions: 40 after 1 h, 1,500 after 24 h',
      'The card that drew most: 9 engagements by post 2, “Quoted words”',
      'The post quoted most: 2 times, post 1, “Words of post 1.”',
      'Link clicks: 0',
    ])
    expect(threadFindings(aReport())).toEqual([])
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
    [count(1234.5), '1,235'],
    [dollars(0), '$0.00'],
    [dollars(0.0004), '<$0.001'],
    [dollars(0.2), '$0.20'],
    [dollars(0.385), '$0.385'],
    [dollars(1234.5), '$1234.50'],
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
