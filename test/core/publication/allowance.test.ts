import { describe, expect, test } from 'vitest'
import { allowanceOf, type Made } from '../../../src/core/publication/allowance.ts'
import { at } from '../../builders.ts'

const now = at('2026-11-22T12:00')

/** A thread of `posts` that is made at once, so many hours from now. */
function aThread(posts: number, hours: number): readonly Made[] {
  const when = new Date(now.getTime() + hours * 3_600_000).toISOString()
  return Array.from({ length: posts }, (_, index) => ({ at: when, isReply: index > 0 }))
}
const wanted = (posts: number, from = 1) => ({
  at: now,
  beginnings: from === 1 ? 1 : 0,
  replies: posts - (from === 1 ? 1 : 0),
})
const many = (threads: number, posts: number, hours: number) =>
  Array.from({ length: threads }, () => aThread(posts, hours)).flat()

describe('allowanceOf()', () => {
  test.each<[string, Parameters<typeof allowanceOf>, object]>([
    ['an account that made nothing', [wanted(12), { made: [], verified: false }], { kind: 'enough' }],
    ['the fiftieth thread of a day', [wanted(1), { made: many(49, 1, -3), verified: false }], { kind: 'enough' }],
    [
      'the fifty-first',
      [wanted(1), { made: many(50, 1, -3), verified: false }],
      { kind: 'short', until: '2026-11-23T09:00:00.000Z' },
    ],
    [
      'the fifty-first of a verified account',
      [wanted(1), { made: many(50, 1, -3), verified: true }],
      { kind: 'enough' },
    ],
    [
      'the fifty-first where nobody knows of a check mark',
      [wanted(1), { made: many(50, 1, -3), verified: null }],
      { kind: 'doubtful', until: '2026-11-23T09:00:00.000Z' },
    ],
    [
      'replies that X may count as posts',
      [wanted(12), { made: many(4, 12, -3), verified: false }],
      {
        kind: 'doubtful',
        fact: 'X takes 50 posts of an account without a check mark in 24 hours, and these would be 60',
      },
    ],
    [
      'more replies than there may be',
      [wanted(12), { made: many(18, 12, -3), verified: false }],
      {
        kind: 'short',
        fact: 'X takes 200 replies of an account without a check mark in 24 hours, and these would be 209',
        until: '2026-11-23T09:00:00.000Z',
      },
    ],
    ['a thread longer than a day', [wanted(202), { made: [], verified: false }], { kind: 'short', until: null }],
    ['what was made a day ago', [wanted(12), { made: many(18, 12, -24), verified: false }], { kind: 'enough' }],
    [
      'the rest of a thread, which begins none',
      [wanted(11, 2), { made: many(50, 1, -1), verified: false }],
      { kind: 'doubtful' },
    ],
    [
      'what is queued for later within a day',
      [wanted(1), { made: [...many(25, 1, -10), ...many(25, 1, 10)], verified: false }],
      { kind: 'short', until: '2026-11-23T02:00:00.000Z' },
    ],
    [
      'what lies on both sides of it, and more than a day apart',
      [wanted(1), { made: [...many(25, 1, -13), ...many(25, 1, 13)], verified: false }],
      { kind: 'enough' },
    ],
    ['more than X takes of anybody', [wanted(12), { made: many(200, 12, -1), verified: true }], { kind: 'short' }],
  ])('knows of %s', (_, [thread, beside], allowance) => {
    expect(allowanceOf(thread, beside)).toMatchObject(allowance)
  })
})
