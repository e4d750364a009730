import { describe, expect, test } from 'vitest'
import { lostWords } from '../../../../src/core/thread/split/lost.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

const article = anArticle(sentencesOf(6, 120))
const { posts } = split(article)

describe('lostWords()', () => {
  test('is nothing for a draft', () => {
    expect(lostWords(article, posts)).toBe('')
  })

  test('is what a post that is missing would have said', () => {
    expect(lostWords(article, posts.slice(1))).toMatch(/^Sentence0 .*Sentence1 .*\.$/)
    expect(lostWords(article, posts.slice(0, -1))).toMatch(/^Sentence4 /)
  })

  test('is what a post leaves out of its stretch', () => {
    expect(
      lostWords(
        article,
        posts.map((post) => ({ ...post, text: post.text.replace('Sentence2', '') })),
      ),
    ).toMatch(/^Sentence2 /)
  })

  test('is what comes in another order', () => {
    expect(lostWords(article, posts.toReversed())).not.toBe('')
  })
})
