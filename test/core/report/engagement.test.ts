import { describe, expect, test } from 'vitest'
import {
  bestCard,
  costPerThousand,
  engagementRate,
  engagements,
  mostQuoted,
} from '../../../src/core/report/engagement.ts'
import { total } from '../../../src/core/report/report.ts'
import { aReportOf } from './builders.ts'

describe('engagements()', () => {
  test('adds likes, reposts, replies, quotes and bookmarks, and no impression', () => {
    expect(engagements({ impressions: 999, likes: 1, reposts: 2, replies: 3, quotes: 4, bookmarks: 5 })).toBe(15)
  })

  test('is unknown when none of them is known', () => {
    expect(engagements({ ...total([]), impressions: 999 })).toBeNull()
  })
})

describe('engagementRate()', () => {
  test('counts only posts of which both impressions and engagements are known', () => {
    const posts = [{ impressions: 100, likes: 5 }, { impressions: 900 }, { likes: 50 }]
    expect(engagementRate(aReportOf(posts))).toBe(0.05)
  })

  test('is unknown when nothing is', () => {
    expect(engagementRate(aReportOf([{}, {}]))).toBeNull()
  })
})

describe('costPerThousand()', () => {
  test.each([
    ['known figures', 0.2, 4000, 0.05],
    ['an unknown cost', null, 4000, null],
    ['unknown impressions', 0.2, null, null],
    ['no impressions', 0.2, 0, null],
  ])('of %s', (_, cost, impressions, expected) => {
    expect(costPerThousand({ cost, totals: { ...total([]), impressions } })).toBe(expected)
  })
})

describe('bestCard()', () => {
  test('is the card whose post drew most engagements, and no post without a card', () => {
    const report = aReportOf([{ likes: 90 }, { likes: 3, card: 'First' }, { likes: 2, reposts: 2, card: 'Second' }])
    expect(bestCard(report)).toMatchObject({ n: 3, card: 'Second' })
  })

  test('is the earlier of two that drew as much', () => {
    expect(
      bestCard(
        aReportOf([
          { likes: 1, card: 'First' },
          { likes: 1, card: 'Second' },
        ]),
      )?.card,
    ).toBe('First')
  })

  test.each([
    ['there is no card', [{ likes: 1 }]],
    ['no card drew anything', [{ likes: 0, card: 'First' }]],
    ['nothing is known of them', [{ card: 'First' }]],
  ])('is null when %s', (_, posts) => {
    expect(bestCard(aReportOf(posts))).toBeNull()
  })
})

describe('mostQuoted()', () => {
  test('is the post that others quoted most, the earlier of two alike', () => {
    expect(mostQuoted(aReportOf([{ quotes: 1 }, { quotes: 4 }, { quotes: 4 }]))?.n).toBe(2)
  })

  test('is null where nobody quoted any, or nobody knows', () => {
    expect(mostQuoted(aReportOf([{ quotes: 0 }, {}]))).toBeNull()
  })
})
