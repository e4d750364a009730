import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { due, isDue } from '../../../src/core/metrics/schedule.ts'
import { aSample } from './builders.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const published = '2026-11-22T09:00:00.000Z'
const after = (age: number) => new Date(Date.parse(published) + age)

const post = (id: string) => ({ id, publishedAt: published })

describe('isDue()', () => {
  test('is true at once for a post never sampled', () => {
    expect(isDue(published, null, after(0))).toBe(true)
  })

  test.each([
    ['hourly at first', 0, hour],
    ['hourly for 6 hours', 5 * hour, hour],
    ['3-hourly from 6 hours', 6 * hour, 3 * hour],
    ['3-hourly to 24 hours', 23 * hour, 3 * hour],
    ['12-hourly from 24 hours', day, 12 * hour],
    ['12-hourly to 3 days', 3 * day - minute, 12 * hour],
    ['daily from 3 days', 3 * day, day],
    ['daily to 30 days', 30 * day - minute, day],
    ['weekly from 30 days', 30 * day, 7 * day],
    ['weekly ever after', 1000 * day, 7 * day],
  ])('has a post sampled %s', (_, age, interval) => {
    const last = after(age).toISOString()
    expect(isDue(published, last, after(age + interval - 1))).toBe(false)
    expect(isDue(published, last, after(age + interval))).toBe(true)
  })

  test('asks for 43 samples in the first 30 days when it is asked every minute', () => {
    let last: string | null = null
    let samples = 0
    for (let age = 0; age < 30 * day; age += minute) {
      if (!isDue(published, last, after(age))) continue
      last = after(age).toISOString()
      samples += 1
    }
    // 6 hourly (0 h … 5 h), 6 three-hourly (6 h … 21 h), 4 twelve-hourly (24 h … 60 h), 27 daily (3 d … 29 d)
    expect(samples).toBe(6 + 6 + 4 + 27)
  })

  test('never asks twice within the hour, whatever the ages', () => {
    fc.assert(
      fc.property(fc.nat(90 * day), fc.nat(hour - 1), (age, since) => {
        expect(isDue(published, after(age).toISOString(), after(age + since))).toBe(false)
      }),
    )
  })
})

describe('due()', () => {
  test('gives the posts never sampled and those whose newest sample is old enough, in their order', () => {
    const samples = [
      aSample({ id: 'old', at: after(0).toISOString() }),
      aSample({ id: 'fresh', at: after(hour).toISOString() }),
      aSample({ id: 'fresh', at: after(0).toISOString() }),
    ]
    const posts = [post('new'), post('old'), post('fresh')]
    expect(due(posts, samples, after(hour + minute)).map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('leaves a post alone that X no longer has', () => {
    expect(due([post('gone')], [aSample({ id: 'gone', deleted: true })], after(day))).toEqual([])
  })

  test('does not let a sample from the future silence a post, as after a clock that was set back', () => {
    const future = aSample({ id: 'a', at: after(365 * day).toISOString() })
    expect(due([post('a')], [future], after(hour))).toHaveLength(1)
    expect(due([post('a')], [future, aSample({ id: 'a', at: after(hour).toISOString() })], after(hour))).toEqual([])
  })
})
