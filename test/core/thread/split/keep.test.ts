import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { weigh } from '../../../../src/core/thread/weigh/weigh.ts'
import { sentencesOf } from '../article-builder.ts'

const prose = fc
  .array(fc.tuple(fc.lorem({ mode: 'sentences', maxCount: 4 }), fc.boolean()), { minLength: 1, maxLength: 10 })
  .map((parts) => parts.map(([words, kept]) => (kept ? `{keep}${words}{/keep}` : words)))

describe('split()', () => {
  test('never cuts what the owner keeps together where it fits in a post', () => {
    const gaps = fc.constantFrom(' ', '\n\n')
    fc.assert(
      fc.property(prose, gaps, fc.constantFrom(70, 140, 280), (parts, gap, limit) => {
        const article = readArticle(parts.join(gap))
        const { posts, problems } = split(article, { limit })
        for (const { start, end } of article.kept) {
          const words = article.text.slice(start, end)
          if (weigh(words) > limit - 10) continue
          expect(posts.some(({ source }) => source !== null && source.start <= start && source.end >= end)).toBe(true)
        }
        for (const { weight } of posts) expect(weight).toBeLessThanOrEqual(limit)
        expect(problems.filter(({ code }) => code !== 'keep-too-heavy')).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  test('cuts what the owner keeps together and no post holds, and says so', () => {
    const { posts, problems } = split(readArticle(`{keep}${sentencesOf(4, 120)}{/keep}`))
    expect(posts.length).toBeGreaterThan(1)
    expect(problems).toEqual([
      { code: 'keep-too-heavy', line: 1, words: 'Sentence0 word word word word word word …', weight: 483, room: 275 },
    ])
  })

  test('says that a break inside what is kept together is not made', () => {
    const { posts, problems } = split(readArticle('One.\n\n{keep}\nTwo.\n\n---\n\nThree.\n{/keep}'))
    expect(posts).toHaveLength(1)
    expect(problems).toEqual([{ code: 'keep-broken', line: 6 }])
  })

  test('counts the letters that a reader sees where a network does', () => {
    const article = readArticle('漢字の本文。'.repeat(120) + '👩‍👩‍👧‍👦'.repeat(100))
    const { posts } = split(article, { measure: 'graphemes', limit: 300 })
    const count = (text: string): number => [...new Intl.Segmenter().segment(text)].length
    for (const { text, weight } of posts) {
      expect(weight).toBe(count(text))
      expect(weight).toBeLessThanOrEqual(300)
    }
    expect(posts.length).toBe(3)
  })
})
