import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import type { Problem } from '../../../../src/core/problem.ts'
import { cardsAmiss } from '../../../../src/core/thread/cards-amiss.ts'
import { inPlaces } from '../../../../src/core/thread/in-places.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import type { Post } from '../../../../src/core/thread/thread.ts'
import { unaskedIn } from '../../../../src/core/thread/unasked.ts'

function aPost(fields: Partial<Post>): Post {
  const plain = { n: 1, total: 9, text: '', weight: 5, source: null, break: null, images: [], links: [], price: 0 }
  return { ...plain, card: null, ...fields }
}

const card = { file: 'card-3.png', quote: 'the ==biggest== of all', alt: 'A card' }

describe('cardsAmiss()', () => {
  test('tells of a card whose words no post says any more, and of no other', () => {
    const posts = [aPost({ n: 3, card })]
    const problem = { code: 'card-unsaid', n: 3, file: 'card-3.png', quote: card.quote }
    expect(cardsAmiss(posts, ['It is the largest of all.'])).toEqual([problem])
    expect(cardsAmiss(posts, ['It is the', 'biggest\n\nof all.'])).toEqual([])
  })

  test('tells of a card beside an image', () => {
    const images = [{ file: 'map.png', alt: 'A map' }]
    const problem = { code: 'card-beside-image', n: 3, file: 'card-3.png', image: 'map.png' }
    expect(cardsAmiss([aPost({ n: 3, card, images })], ['the biggest of all'])).toEqual([problem])
    expect(cardsAmiss([aPost({ n: 3, images })], [])).toEqual([])
  })
})

describe('unaskedIn()', () => {
  const thread = {
    posts: [
      aPost({ n: 1, text: 'I met @elonmusk and @Ann.' }),
      aPost({ n: 2, text: '@elonmusk has $TSLA, #1 #fairuse; mail me@home.example' }),
      aPost({ n: 3, text: 'Share! @bob #share' }),
    ],
    closing: 'Share! @bob #share',
  }

  test('tells each mention and tag once, on its post, but for the account’s own and the closing’s', () => {
    expect(unaskedIn(thread, ['@ann'])).toEqual([
      { code: 'mention', n: 1, mention: '@elonmusk' },
      { code: 'tag', n: 2, tag: '$TSLA', kind: 'cashtag' },
      { code: 'tag', n: 2, tag: '#fairuse', kind: 'hashtag' },
    ])
  })
})

test('inPlaces() puts what is wrong in the order of the posts', () => {
  const article = readArticle(`${'Some words. '.repeat(20)}\n\n${'More words. '.repeat(20)}\n`)
  const { posts } = split(article, { limit: 280, numbering: '{n}/{total}', closing: null })
  const problems: readonly Problem[] = [
    { code: 'post-empty', n: 2 },
    { code: 'mention', n: 1, mention: '@a' },
    { code: 'markup-dense', line: 3 },
    { code: 'article-empty' },
    { code: 'mention', n: 2, mention: '@b' },
  ]
  const codes = inPlaces(problems, { posts, threads: [1], article }).map(({ code }) => code)
  expect(codes).toEqual(['article-empty', 'mention', 'post-empty', 'markup-dense', 'mention'])
  expect(inPlaces(problems, { posts, threads: [1, 2], article })).toBe(problems)
})
