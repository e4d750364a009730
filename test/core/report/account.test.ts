import { describe, expect, test } from 'vitest'
import { accountOf } from '../../../src/core/report/account.ts'
import { digestOf } from '../../../src/core/report/digest.ts'
import { findingsOf } from '../../../src/core/report/findings.ts'
import { followsOf } from '../../../src/core/report/follows.ts'
import { sparkline } from '../../../src/core/report/sparkline.ts'
import { wilson } from '../../../src/core/report/statistics.ts'
import { at } from '../../builders.ts'
import { aReportOf } from './builders.ts'

const options = { timezone: 'Europe/Berlin', seed: 107 }

/** Threads of 4 posts, every second with a card that draws twice as much; the older, the more seen. */
const threads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...aReportOf(
      [1, 2, 3, 4].map((n) => ({
        n,
        impressions: 1000 * (index + 1),
        likes: (n % 2 === 0 ? 40 : 20) * (index + 1) + n,
        card: n % 2 === 0 ? 'Quoted' : null,
      })),
    ),
    id: `job-${index}`,
    completion: 0.5,
    growth: [null, null, 100 * (index + 1), null],
    publishedAt: at(`2026-11-${String(20 - index).padStart(2, '0')}T08:00`).toISOString(),
  }))

const accountOn = (count: number) => accountOf(threads(count), options)
const wordsOn = (count: number) => findingsOf(accountOn(count)).map(({ words }) => words)

describe('accountOf()', () => {
  test('concludes nothing from too little, and says how much is needed', () => {
    expect(wordsOn(2)).toEqual([
      'not enough data yet (1 of 6 earlier threads)',
      'not enough data yet (1 of 6 earlier threads)',
      'not enough data yet (1 of 6 earlier threads)',
      'not enough data yet (n = 4 and 4 posts in 2 threads; 10 of each in 8 threads are needed)',
      'not enough data yet (n = 0 and 8 posts in 2 threads; 10 of each in 8 threads are needed)',
      'not enough data yet (2 of 8 threads)',
    ])
  })

  test('sets the newest thread against the median of those before it, with its interval', () => {
    expect(wordsOn(8)[0]).toBe('100, below your median of 500 (95 %: 200 to 800; n = 7 earlier threads)')
  })

  test('says that a figure of the newest is not known yet, rather than that there are too few', () => {
    const [newest, ...earlier] = threads(8)
    const reports = newest === undefined ? earlier : [{ ...newest, growth: [null, null, null, null] }, ...earlier]
    expect(findingsOf(accountOf(reports, options))[0]?.words).toMatch(/^not known yet; your median of 500 /)
  })

  test('compares posts with cards and without, with an interval and the n of both', () => {
    expect(wordsOn(8)[3]).toMatch(
      /^engagement rate 4\.\d% against 2\.\d%: \+2\.0 points \(95 %: \+2\.0 to \+2\.1 points; n = 16 and 16 posts in 8 threads\)$/,
    )
  })

  test('takes the posts of one thread for one witness: a single odd thread makes no difference sure', () => {
    const odd = threads(9).map((report, index) => ({
      ...report,
      posts: report.posts.map((post) => ({
        ...post,
        likes: index === 0 && post.card !== null ? 400 : 20 * (index + 1),
      })),
    }))
    expect(findingsOf(accountOf(odd, options))[3]?.words).toMatch(/, which may be chance$/)
  })

  test('ranks titles and quotes by their engagement rate, with Wilson’s interval, and leaves out what few saw', () => {
    const unseen = { ...aReportOf([{ impressions: 40, likes: 40, card: 'Seen by few' }]), id: 'few', title: 'Few' }
    const { titles, quotes } = accountOf([...threads(2), unseen], options)
    expect(titles.rated.map(({ id, n }) => [id, n])).toEqual([
      ['job-0', 4000],
      ['job-1', 8000],
    ])
    expect(titles.tooFew).toBe(1)
    expect(titles.rated[0]?.interval).toEqual(wilson(130, 4000))
    expect(quotes).toMatchObject({ tooFew: 1, rated: [{}, {}, {}, {}] })
  })

  test('tells the same of the same figures', () => {
    expect(accountOn(9)).toEqual(accountOn(9))
  })

  test('counts threads by the hour of the week in the owner’s zone', () => {
    const { hours } = accountOn(1).hours
    expect(hours).toEqual([{ weekday: 4, hour: 9, n: 1, told: null }]) // Friday, 20 November 2026
  })

  test('tells of an hour of the week from six threads on, with an interval', () => {
    const weekly = threads(6).map((report, week) => ({
      ...report,
      publishedAt: new Date(at('2026-11-20T08:00').getTime() - week * 7 * 86_400_000).toISOString(),
    }))
    const { n, hours } = accountOf(weekly, { ...options, timezone: 'UTC' }).hours
    expect(n).toBe(6)
    expect(hours).toEqual([{ weekday: 4, hour: 8, n: 6, told: { n: 6, median: 350, from: 100, to: 600 } }])
  })
})

describe('followsOf()', () => {
  const audience = [
    { at: '2026-11-21T12:00:00.000Z', followers: 100 },
    { at: '2026-11-25T12:00:00.000Z', followers: 112 },
  ]
  test('tells how many more there were within the week', () => {
    expect(followsOf(audience, '2026-11-22T09:00:00.000Z')).toBe(12)
  })
  test.each(['2026-11-20T09:00:00.000Z', '2026-11-25T13:00:00.000Z'])('is unknown of %s', (published) => {
    expect(followsOf(audience, published)).toBeNull()
  })
})

describe('digestOf()', () => {
  const digest = (count: number) => {
    const reports = threads(count)
    return digestOf(
      { reports, account: accountOf(reports, options), leftOut: ['x'] },
      { now: at('2026-11-21T09:00'), timezone: 'UTC' },
    )
  }

  test.each([0, 1, 2, 7, 20])('says the week in at most 15 lines when there are %d threads', (count) => {
    expect(digest(count).split('\n').length).toBeLessThanOrEqual(15)
  })

  test('says what the threads tell together, and nothing of what they do not tell yet', () => {
    expect(digest(2)).not.toContain('not enough data')
    expect(digest(8)).toContain('- The newest, impressions in 24 h: 100, below your median of 500')
  })

  test('says that nothing was published', () => {
    expect(digest(0)).toMatch(/^No thread was published from 20\d\d-\d\d-\d\d to 20\d\d-\d\d-\d\d\.$/m)
  })

  test('names each thread of the week, its words as words', () => {
    const [report] = threads(1)
    const reports = report === undefined ? [] : [{ ...report, title: 'On *fair* use' }]
    const now = { now: at('2026-11-21T09:00'), timezone: 'UTC' }
    expect(digestOf({ reports, account: accountOf(reports, options), leftOut: [] }, now)).toContain(
      '- **On \\*fair\\* use**: – impressions, 3.3% engagement, 50% completion',
    )
  })
})

test('sparkline() draws figures against the greatest, and a dot for what is unknown', () => {
  expect(sparkline([10, 5, null, 0])).toBe('█▅·▁')
  expect(sparkline([])).toBe('')
})
