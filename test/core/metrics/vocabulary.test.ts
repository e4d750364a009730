import { describe, expect, test } from 'vitest'
import { metricsOf } from '../../../src/core/metrics/vocabulary.ts'
import { total } from '../../../src/core/report/report.ts'

describe('metricsOf()', () => {
  test.each([
    ['its old vocabulary', { retweet_count: 3 }],
    ['its new one', { repost_count: 3 }],
    ['both', { repost_count: 3, retweet_count: 3 }],
  ])('reads the reposts that X gives in %s', (_, figures) => {
    expect(metricsOf(figures).reposts).toBe(3)
  })

  test('reads every other figure under its one name', () => {
    const figures = { impression_count: 9, like_count: 1, reply_count: 2, quote_count: 4, bookmark_count: 0 }
    expect(metricsOf(figures)).toEqual({ impressions: 9, likes: 1, reposts: null, replies: 2, quotes: 4, bookmarks: 0 })
  })

  test.each([
    ['missing', {}],
    ['null', { like_count: null }],
    ['words', { like_count: '3' }],
    ['negative', { like_count: -1 }],
    ['broken', { like_count: 1.5 }],
  ])('leaves a figure unknown that is %s', (_, figures) => {
    expect(metricsOf(figures)).toEqual(total([]))
  })
})
