import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { accountOf } from '../../../src/core/report/account.ts'
import { reportPage } from '../../../src/faces/pages/report.tsx'
import type { ReportPage } from '../../../src/faces/pages/report.tsx'
import { aJob, aLine, aReport, aReportOf, impressions } from '../../core/report/builders.ts'
import { audienceOf, threads } from '../../pages/threads.ts'

const css = readFileSync(new URL('../../../assets/styles/report.css', import.meta.url), 'utf8')
const known = aReport({ samples: impressions([1000, 900, 300]), ledger: [aLine()] })

function pageOf(given: Partial<ReportPage> = {}): string {
  const generatedAt = new Date('2026-11-23T08:00:00Z')
  return reportPage({
    reports: [known],
    network: 'x',
    handle: '@owner',
    generatedAt,
    timezone: 'Europe/Amsterdam',
    css,
    ...given,
  })
}

/** The page as it is read aloud: no tags, entities unescaped. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, ' ')
  const unescaped = body
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
  return unescaped.replaceAll(/\s+/g, ' ')
}

describe('reportPage()', () => {
  test('says whose threads they are, when the page was made and when a thread was published, in the owner’s zone', () => {
    const words = wordsOf(pageOf())
    expect(words).toContain('@owner 23 November 2026, 09:00 Europe/Amsterdam')
    expect(words).toContain('22 November 2026, 10:00')
  })

  test('sums up in one sentence', () => {
    expect(wordsOf(pageOf())).toContain(
      '1 thread, 3 posts, seen 2,200 times. Its last post was seen 30% as often as its first.',
    )
  })

  test('says how much of the sum is known when some posts are not measured', () => {
    const reports = [known, aReport({ jobs: [aJob({ id: 'other' })] })]
    expect(wordsOf(pageOf({ reports }))).toContain(
      '2 threads, 6 posts, seen 2,200 times, as far as the 3 posts measured tell. The last post of the newest',
    )
  })

  test('has a table of threads, each leading to its thread, when there are several', () => {
    const reports = [known, aReport({ jobs: [aJob({ id: 'other', title: 'Another' })] })]
    const html = pageOf({ reports })
    for (const { id } of reports) {
      expect(html).toContain(`href="#${id}"`)
      expect(html).toContain(`<article id="${id}"`)
    }
    expect(pageOf()).not.toContain('href="#')
  })

  test('names the steepest cliff with the words that readers saw last', () => {
    const words = wordsOf(pageOf())
    expect(words).toContain(
      'The steepest cliff Words of post 2. Between post 2, which begins with these words, and post 3',
    )
    expect(words).toContain('lost 600 impressions: 60% of what its first post had')
  })

  test('names the card that drew most', () => {
    const report = aReportOf([{ impressions: 90, likes: 3, card: 'Quoted words' }])
    expect(wordsOf(pageOf({ reports: [report] }))).toContain(
      'The card that drew most Quoted words Post 1, with 3 engagements in 90 impressions.',
    )
  })

  test('draws the drop-off curve with a title, a description and a table behind it', () => {
    const html = pageOf()
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="job-curve job-curve-told"/)
    expect(html).toContain('<title id="job-curve">Drop-off curve of “What Section 107 says”</title>')
    expect(html).toContain(
      '<desc id="job-curve-told">Impressions over those of post 1: post 1 100%, post 2 90%, post 3 30%.</desc>',
    )
    expect(html).toContain('aria-label="Every post of What Section 107 says in figures"')
  })

  test('draws no curve of a single post, nor of nothing', () => {
    expect(pageOf({ reports: [aReportOf([{ impressions: 5 }])] })).not.toContain('<svg')
    const unknown = pageOf({ reports: [aReport()] })
    expect(unknown).not.toContain('<svg')
    expect(unknown).toContain('The curve begins once X has told the impressions of the first post.')
  })

  test('shows what is unknown as a dash and never as 0', () => {
    const words = wordsOf(pageOf({ reports: [aReport()] })).replace(/A dash is .*/, '')
    expect(words).toContain('Impressions – Engagement rate – Completion – Cost – Cost per 1,000 –')
    expect(words).not.toMatch(/\b0\b/)
  })

  test('tells which posts were deleted, which are not live, and which bear a card', () => {
    const words = wordsOf(pageOf({ reports: [aReportOf([{ deleted: true }, { id: null }, { card: 'Quoted' }])] }))
    expect(words).toContain('Words of post 1. deleted; last known figures')
    expect(words).toContain('Words of post 2. not live')
    expect(words).toContain('Words of post 3. card')
  })

  test('says that figures are simulated when the network is the sandbox, and only then', () => {
    expect(wordsOf(pageOf({ network: 'sandbox' }))).toContain('Simulated figures.')
    expect(wordsOf(pageOf())).not.toContain('imulated')
  })

  test('says what to do when nothing is published yet', () => {
    const words = wordsOf(pageOf({ reports: [] }))
    expect(words).toContain('Nothing published yet Queue a thread with broadside queue <slug> .')
    expect(words).not.toContain('Threads')
  })

  test('says what was left out, and why, when anything was', () => {
    const words = wordsOf(pageOf({ leftOut: ['metrics/2026-11.jsonl: line 6: no commit line vouches for them'] }))
    expect(words).toContain('is in no figure above; the rest is right. metrics/2026-11.jsonl: line 6: no commit line')
    expect(wordsOf(pageOf())).not.toContain('Left out')
  })

  test('escapes whatever words the owner wrote', () => {
    const evil = `<script>alert("1")</script> & <b onclick='x'>`
    const job = { ...aJob({ title: evil }), posts: [{ n: 1, id: '1', text: evil, card: evil }] }
    const html = pageOf({ reports: [aReport({ jobs: [job] }), known], handle: evil })
    expect(html).not.toMatch(/<script|<b onclick/)
    expect(wordsOf(html)).toContain('<script>alert("1")</script>')
  })

  test('does not let the style sheet end early', () => {
    expect(pageOf({ css: 'a::before { content: "</style><script>" }' })).not.toContain('</style><script>')
  })

  test('needs nothing but itself: no script, no inline style, nothing loaded', () => {
    const html = pageOf({ reports: [known, aReport({ jobs: [aJob({ id: 'other' })] })], network: 'sandbox' })
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).not.toMatch(/<script|<[^>]+\s(style|on\w+)=|<img|<iframe|@import|url\(/i)
    expect([...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, address]) => address)).toEqual(['data:,'])
  })

  test('of an account draws how it grew and its hours of the week, each with a title, a description and a table', () => {
    const reports = threads(14)
    const html = pageOf({
      reports,
      account: accountOf(reports, { timezone: 'UTC', seed: 1 }),
      audience: audienceOf(90),
    })
    for (const id of ['audience', 'hours', 'thread-0-curve', 'thread-0-growth']) {
      expect(html).toContain(`aria-labelledby="${id} ${id}-told"`)
      expect(html).toMatch(new RegExp(`<title id="${id}">[^<]{10,}</title><desc id="${id}-told">[^<]{10,}</desc>`))
    }
    for (const name of ['Followers by day', 'Impressions by the hour of the week in figures']) {
      expect(html).toMatch(new RegExp(`<table[^>]* aria-label="${name}"`))
    }
    expect(html).toContain('in figures"><thead><tr><th scope="col">Impressions</th><th scope="col">1 h</th>')
    expect(html).not.toMatch(/<[^>]+\sstyle=/)
  })

  test('of an account with too little says so of every question, and how much is needed', () => {
    const reports = threads(2).map((report) => ({ ...report, growth: [null, null, null, null] }))
    const words = wordsOf(pageOf({ reports, account: accountOf(reports, { timezone: 'UTC', seed: 1 }), audience: [] }))
    for (const said of [
      'not enough data yet (1 of 6 earlier threads)',
      '10 of each in 8 threads are needed',
      'not enough data yet (2 of 8 threads)',
      'Not enough data yet: 6 threads of one hour are needed (n = 0 threads).',
      'followers are counted once a day, and 7 days are needed (n = 0 days).',
    ]) {
      expect(words).toContain(said)
    }
  })

  test('tells growth in a table, with the own median from six earlier threads on', () => {
    const [first, ...rest] = threads(7)
    const alone = wordsOf(pageOf({ reports: first === undefined ? [] : [first] }))
    expect(alone).toContain('Impressions 1 h 6 h 24 h 7 d This thread')
    expect(alone).toContain('Your median is told from 6 earlier threads on (n = 0).')
    expect(wordsOf(pageOf({ reports: first === undefined ? [] : [first, ...rest] }))).toContain('Your median')
  })

  test('links posts only when it is told where they are', () => {
    expect(pageOf({ linkTo: (id) => `https://example.org/${id}` })).toContain('href="https://example.org/job-2"')
    expect(pageOf()).not.toContain('https://')
  })

  test('gives every element an id of its own', () => {
    const reports = ['a', 'b', 'c'].map((id) => aReport({ jobs: [aJob({ id })], samples: impressions([9, 8, 7], id) }))
    const ids = [...pageOf({ reports }).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
