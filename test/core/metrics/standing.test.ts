import { describe, expect, test } from 'vitest'
import { standings } from '../../../src/core/metrics/standing.ts'
import { aSample } from './builders.ts'

const early = '2026-11-22T09:00:00Z'
const late = '2026-11-22T10:00:00.000Z'

describe('standings()', () => {
  test.each([
    ['in order', [aSample({ at: early, likes: 1 }), aSample({ at: late, likes: 2 })]],
    ['out of order', [aSample({ at: late, likes: 2 }), aSample({ at: early, likes: 1 })]],
  ])('takes the newest sample of a post when they come %s', (_, samples) => {
    expect(standings(samples).get('1')).toMatchObject({ metrics: { likes: 2 }, measuredAt: late, deleted: false })
  })

  test('takes figures that fell as X corrected them', () => {
    const samples = [aSample({ at: early, likes: 9 }), aSample({ at: late, likes: 4 })]
    expect(standings(samples).get('1')?.metrics.likes).toBe(4)
  })

  test('keeps an unknown figure unknown', () => {
    const samples = [aSample({ at: early, likes: 9 }), aSample({ at: late, likes: null, replies: 0 })]
    expect(standings(samples).get('1')?.metrics).toMatchObject({ likes: null, replies: 0 })
  })

  test('keeps the last figures of a post that was deleted', () => {
    const samples = [aSample({ at: early, likes: 9 }), aSample({ at: late, deleted: true })]
    expect(standings(samples).get('1')).toMatchObject({ metrics: { likes: 9 }, measuredAt: early, deleted: true })
  })

  test('keeps posts apart', () => {
    const known = standings([aSample({ id: 'a', likes: 1 }), aSample({ id: 'b', likes: 2 })])
    expect([...known].map(([id, { metrics }]) => [id, metrics.likes])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })
})
