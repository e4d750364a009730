import { describe, expect, test } from 'vitest'
import { dropOff, steepestCliff } from '../../../src/core/report/drop-off.ts'
import { aReport, impressions } from './builders.ts'

const reportOn = (figures: readonly (number | null)[]) => aReport({ samples: impressions(figures) })

describe('dropOff()', () => {
  test.each([
    ['a fall', [200, 100, 50], [1, 0.5, 0.25]],
    ['a rise', [100, 150, 100], [1, 1.5, 1]],
    ['a gap', [100, null, 50], [1, null, 0.5]],
    ['an unknown first post', [null, 10, 5], [null, null, null]],
    ['a first post that nobody saw', [0, 0, 0], [null, null, null]],
  ])('gives the share of every post for %s', (_, figures, shares) => {
    expect(dropOff(reportOn(figures)).map(({ share }) => share)).toEqual(shares)
  })
})

describe('steepestCliff()', () => {
  test('names the posts on both sides of the deepest fall, and what it cost', () => {
    const cliff = steepestCliff(reportOn([1000, 900, 300]))
    expect(cliff).toMatchObject({ after: { n: 2, text: 'Words of post 2.' }, before: { n: 3 }, lost: 600, share: 0.6 })
  })

  test('names the earlier of two falls as deep', () => {
    expect(steepestCliff(reportOn([100, 80, 60]))?.before.n).toBe(2)
  })

  test.each([
    ['only rises', [10, 20, 30]],
    ['level figures', [10, 10, 10]],
    ['figures with gaps between them', [10, null, 1]],
    ['nothing', [null, null, null]],
  ])('finds no cliff in %s', (_, figures) => {
    expect(steepestCliff(reportOn(figures))).toBeNull()
  })
})
