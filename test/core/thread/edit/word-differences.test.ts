import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareWords } from '../../../../src/core/thread/edit/word-differences.ts'

describe('compareWords()', () => {
  test('tells what was taken out and what was put in', () => {
    expect(compareWords('That is a pity, all said.', 'Which is a great pity, all said.')).toEqual([
      { kind: 'article', words: 'That' },
      { kind: 'post', words: 'Which' },
      { kind: 'both', words: 'is a' },
      { kind: 'post', words: 'great' },
      { kind: 'both', words: 'pity, all said.' },
    ])
  })

  test('has the words of both, each in its order, and no more than they need', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (article, post) => {
        const stretches = compareWords(article, post)
        const said = (by: 'article' | 'post'): string =>
          stretches.flatMap(({ kind, words }) => (kind === 'both' || kind === by ? [words] : [])).join(' ')
        expect(said('article')).toBe(article)
        expect(said('post')).toBe(post)
        if (article === post) expect(stretches.filter(({ kind }) => kind !== 'both')).toEqual([])
      }),
    )
  })
})
