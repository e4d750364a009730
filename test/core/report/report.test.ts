import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratio, reportOf, total } from '../../../src/core/report/report.ts'
import { aSample } from '../metrics/builders.ts'
import { aJob, aLine, aReport, impressions } from './builders.ts'

describe('reportOf()', () => {
  test('gives every post its newest figures and the thread their sums', () => {
    const samples = [
      aSample({ id: 'job-1', at: '2026-11-22T10:00:00.000Z', impressions: 50, likes: 1 }),
      aSample({ id: 'job-1', at: '2026-11-22T11:00:00.000Z', impressions: 100, likes: 4 }),
      aSample({ id: 'job-3', at: '2026-11-22T10:30:00.000Z', impressions: 25, likes: 0 }),
    ]
    const report = aReport({ samples })
    expect(report.posts.map((post) => [post.impressions, post.likes])).toEqual([
      [100, 4],
      [null, null],
      [25, 0],
    ])
    expect(report.totals).toMatchObject({ impressions: 125, likes: 4, replies: null })
    expect(report.completion).toBe(0.25)
    expect(report.measuredAt).toBe('2026-11-22T11:00:00.000Z')
  })

  test('knows nothing, and says so, before the first sample and the first paid call', () => {
    const { totals, completion, cost, measuredAt } = aReport()
    expect({ totals, completion, cost, measuredAt }).toEqual({
      totals: total([]),
      completion: null,
      cost: null,
      measuredAt: null,
    })
  })

  test.each([
    ['the first post is unknown', [null, 10, 5]],
    ['the last post is unknown', [10, 5, null]],
    ['the first post has no impression', [0, 0, 0]],
  ])('leaves the completion unknown when %s', (_, figures) => {
    expect(aReport({ samples: impressions(figures) }).completion).toBeNull()
  })

  test('adds up what the job itself cost, to the tenth of a cent', () => {
    const ledger = [aLine(), aLine({ usd: 0.2 }), aLine({ job: 'other', usd: 9 }), aLine({ job: null, usd: 9 })]
    expect(aReport({ ledger }).cost).toBe(0.215)
  })

  test('leaves out the reply that each post has from the next one of its thread, while that one is live', () => {
    const at = '2026-11-22T10:00:00.000Z'
    const samples = [
      aSample({ id: 'job-1', at, replies: 4 }),
      aSample({ id: 'job-2', at, replies: 1 }),
      aSample({ id: 'job-3', at, replies: 2 }),
    ]
    expect(aReport({ samples }).posts.map((post) => post.replies)).toEqual([3, 0, 2])
    const gone = aSample({ id: 'job-2', at: '2026-11-23T10:00:00.000Z', deleted: true })
    expect(aReport({ samples: [...samples, gone] }).posts[0]?.replies).toBe(4)
    const early = aSample({ id: 'job-1', at, replies: 0 })
    expect(aReport({ samples: [early] }).posts[0]?.replies).toBe(0)
  })

  test('keeps the last figures of a deleted post, and says that it is deleted', () => {
    const gone = aSample({ id: 'job-2', at: '2026-11-23T09:00:00.000Z', deleted: true })
    const { posts } = aReport({ samples: [...impressions([100, 60, 40]), gone] })
    expect(posts.map((post) => [post.impressions, post.deleted])).toEqual([
      [100, false],
      [60, true],
      [40, false],
    ])
  })

  test('leaves the posts of a half-published thread without figures, and its completion unknown', () => {
    const job = aJob()
    const posts = job.posts.map((post) => (post.n === 3 ? { ...post, id: null } : post))
    const report = aReport({ jobs: [{ ...job, posts }], samples: impressions([100, 60, 40]) })
    expect(report.posts[2]).toMatchObject({ n: 3, id: null, impressions: null })
    expect(report.completion).toBeNull()
  })

  test('shows the newest thread first and leaves out what is not live', () => {
    const jobs = [
      aJob({ id: 'old', publishedAt: '2026-11-01T09:00:00.000Z' }),
      aJob({ id: 'queued', publishedAt: null }),
      aJob({ id: 'new', publishedAt: '2026-11-20T09:00:00.000Z' }),
    ]
    expect(reportOf({ jobs, samples: [], ledger: [] }).map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('does not depend on the order of the samples', () => {
    const samples = impressions([100, 60, 40]).flatMap((sample) => [
      sample,
      { ...sample, at: '2026-11-23T09:00:00.000Z', impressions: 200 },
      { ...sample, at: '2026-11-24T09:00:00.000Z', deleted: sample.n === 2 },
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([...samples], { minLength: samples.length }), (shuffled) => {
        expect(aReport({ samples: shuffled })).toEqual(aReport({ samples }))
      }),
    )
  })
})

describe('ratio()', () => {
  test.each([
    [1, 4, 0.25],
    [0, 4, 0],
    [1, 0, null],
    [null, 4, null],
    [1, null, null],
    [undefined, undefined, null],
  ])('of %s to %s is %s', (part, whole, share) => {
    expect(ratio(part, whole)).toBe(share)
  })
})
