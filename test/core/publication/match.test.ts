import { describe, expect, test } from 'vitest'
import type { LivePost } from '../../../src/core/publication/live-post.ts'
import { isSameText, matchesOf, matchOf, type Wanted } from '../../../src/core/publication/match.ts'

const live = (id: string, more: Partial<LivePost> = {}): LivePost => ({
  id,
  text: 'What fair use says.',
  createdAt: '2026-11-22T09:00:00.000Z',
  replyTo: null,
  mediaKeys: [],
  source: null,
  figures: {},
  ...more,
})
const first: Wanted = { text: 'What fair use says.', replyTo: null, mediaKeys: [] }

describe('matchesOf()', () => {
  test('knows a post by its pictures before anything else', () => {
    const wanted = { ...first, mediaKeys: ['3_7'] }
    const posts = [live('1'), live('2', { text: 'mended by X', replyTo: '9', mediaKeys: ['3_7'] })]
    expect(matchesOf(wanted, posts).map(({ id }) => id)).toEqual(['2'])
  })

  test('knows a post by its words and what it answers, where no picture tells', () => {
    const wanted = { ...first, replyTo: '9', mediaKeys: ['3_7'] }
    const posts = [live('1'), live('2', { replyTo: '9' }), live('3', { replyTo: '9', text: 'Other words.' })]
    expect(matchesOf(wanted, posts).map(({ id }) => id)).toEqual(['2'])
  })
})

describe('matchOf()', () => {
  test.each<[string, readonly LivePost[], string | null, object]>([
    ['nothing where nothing matches', [], 'Ours', { kind: 'none' }],
    ['the one that our app made', [live('1', { source: 'Ours' })], 'Ours', { kind: 'one', id: '1' }],
    ['the one whose app X does not name', [live('1')], 'Ours', { kind: 'one', id: '1' }],
    ['the one, where nobody knows how X names our app', [live('1', { source: 'Any' })], null, { kind: 'one', id: '1' }],
    [
      'ours beside one that was made by hand',
      [live('1', { source: 'X Web App' }), live('2', { source: 'Ours' })],
      'Ours',
      { kind: 'one', id: '2' },
    ],
    [
      'a question where only another app made one',
      [live('1', { source: 'X Web App' })],
      'Ours',
      { kind: 'ask', fact: 'post 1 says the same, and was made with "X Web App", not "Ours"' },
    ],
    [
      'a question where two could be it',
      [live('1'), live('2')],
      'Ours',
      { kind: 'ask', fact: '2 posts on the timeline could be it' },
    ],
  ])('finds %s', (_, posts, app, match) => {
    expect(matchOf(first, posts, app)).toEqual(match)
  })

  test('asks nothing of the app of a reply, which is known by what it answers', () => {
    const reply = live('2', { replyTo: '1', source: 'Renamed' })
    expect(matchOf({ ...first, replyTo: '1' }, [reply], 'Ours')).toEqual({ kind: 'one', id: '2' })
  })
})

test.each([
  ['one letter in two ways', 'café', 'café', true],
  ['white space at the ends', 'Words. ', 'Words.', true],
  ['a link with and without its scheme', 'see example.com/a', 'see http://EXAMPLE.com/a/', true],
  ['a link whose ampersand X escapes', 'see example.com/?a=1&b=2', 'see http://example.com/?a=1&amp;b=2', true],
  ['another path', 'see example.com/a', 'see example.com/b', false],
  ['letters of another case', 'Words.', 'words.', false],
])('isSameText() of %s', (_, one, other, same) => {
  expect(isSameText(one, other)).toBe(same)
})
