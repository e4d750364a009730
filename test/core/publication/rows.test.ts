import { describe, expect, test } from 'vitest'
import { resultsOf } from '../../../src/core/publication/results.ts'
import { queueRow, statusRow, type Progress } from '../../../src/core/publication/rows.ts'
import type { HeldReason } from '../../../src/core/queue/job.ts'
import { aJob, aJournal } from '../../builders.ts'

const progress: Progress = { live: new Map([[1, '7']]), unknown: new Set([2]), removed: new Set([3]) }
const linkTo = (id: string) => `https://x.com/me/status/${id}`

describe('statusRow()', () => {
  test('says of each post what is proven of it, and links only what is live', () => {
    const { posts, published } = statusRow(aJob({ posts: 4, state: 'posting' }), progress, { linkTo })
    expect(published).toBe(1)
    expect(posts.map(({ state }) => state)).toEqual(['live', 'unknown', 'removed', 'waiting'])
    expect(posts.map(({ url }) => url)).toEqual([linkTo('7'), null, null, null])
  })

  test.each(['cancelled', 'retracted'] as const)('says of a %s job’s rest that it waits for nothing', (state) => {
    const none: Progress = { live: new Map(), unknown: new Set(), removed: new Set([1]) }
    expect(statusRow(aJob({ state }), none, { linkTo }).posts.map((post) => post.state)).toEqual(['removed', 'unsent'])
  })
})

test('queueRow() says in the owner’s zone when a held job goes on by itself, and what else helps', () => {
  const until = '2026-11-24T08:01:00.000Z'
  const why = (reason: HeldReason, at = '2026-11-22T09:00:00.000Z') => {
    const held = { reason, fact: 'It is so', until }
    return queueRow({ ...aJob(), at, state: 'held', held }, progress, 'Europe/Berlin').why
  }
  expect(why('limit')).toBe('It is so. It goes on by itself at Tue 24 Nov 2026, 09:01 Europe/Berlin (+01:00).')
  expect(why('credits')).toMatch(/\(\+01:00\)\. Buy credits .+"broadside release fair-use-k3f9"\.$/)
  expect(why('limit', '2026-11-25T09:00:00.000Z')).toContain('Wed 25 Nov 2026, 10:00')
})

test('queueRow() counts what is live', () => {
  expect(queueRow(aJob({ posts: 4 }), progress)).toMatchObject({ posts: 4, published: 1, why: null })
})

describe('resultsOf()', () => {
  test('keeps the id and the time of every post, in their order', () => {
    const journal = aJournal(
      [1, 1, { kind: 'absent' }],
      [1, 2, { kind: 'found', id: '7' }],
      [2, 1, { kind: 'applied', id: '8' }],
    )
    const at = '2026-11-22T09:00:00.000Z'
    expect(resultsOf(journal, { total: 2 })).toEqual([
      { id: '7', at },
      { id: '8', at },
    ])
  })

  test('is nothing while a post is not proven live', () => {
    expect(resultsOf(aJournal([1, 1, { kind: 'applied', id: '7' }], [2, 1, null]), { total: 2 })).toBeNull()
  })
})
