import { describe, expect, test } from 'vitest'
import type { Article, Block } from '../../../src/core/article/article.ts'
import { readArticle } from '../../../src/core/article/read.ts'
import { chooseQuotes, quotesNotIn } from '../../../src/core/card/choose.ts'
import type { Post, Thread } from '../../../src/core/thread/thread.ts'

const good = (n: number): string =>
  `No promise number ${'abcdefghijklmnopqrstuvwxyz'.charAt(n)} is worth more than the people who make it.`
const dull =
  'The committee subsequently considered administrative arrangements (2019, 2020, 2021) concerning documentation.'

/** An article of one paragraph a post, each of one sentence, with its thread; the last post is the closing. */
function published(
  paragraphs: readonly string[],
  quotes: readonly string[] = [],
): { article: Article; thread: Thread } {
  const title = 'On promises'
  const text = [title, ...paragraphs].join('\n\n')
  const blocks: Block[] = [{ kind: 'title', span: { start: 0, end: title.length }, level: 0, line: 1 }]
  const posts: Post[] = []
  for (const paragraph of paragraphs) {
    const start = (blocks.at(-1)?.span.end ?? 0) + 2
    const span = { start, end: start + paragraph.length }
    blocks.push({ kind: 'paragraph', span, level: 0, line: 1 })
    posts.push(aPost(posts.length + 1, paragraph, posts.length === 0 ? { ...span, start: 0 } : span))
  }
  posts.push(aPost(posts.length + 1, good(25), null))
  const article = { title, text, blocks, quotes, callToAction: null, notice: null, dropped: [], language: 'en' }
  return { article: { ...article, front: {}, problems: [] } as unknown as Article, thread: { posts } }
}

function aPost(n: number, text: string, source: Post['source']): Post {
  return {
    n,
    total: n,
    text,
    weight: text.length,
    source,
    break: null,
    card: null,
    images: [],
    links: [],
    price: 0.015,
  }
}

describe('chooseQuotes()', () => {
  test('chooses about one quote for six posts, apart from each other, the first on the title post', () => {
    const { article, thread } = published(Array.from({ length: 24 }, (_, index) => good(index % 24)))
    const chosen = chooseQuotes(article, thread)
    const posts = chosen.map(({ post }) => post)
    expect(posts[0]).toBe(1)
    expect(posts).toHaveLength(4)
    for (const [index, post] of posts.slice(1).entries()) expect(post - (posts[index] ?? 0)).toBeGreaterThanOrEqual(3)
  })

  test('takes quotes letter by letter, each from the post on which its card stands', () => {
    const { article, thread } = published(Array.from({ length: 24 }, (_, index) => good(index % 24)))
    for (const { post, quote } of chooseQuotes(article, thread)) {
      expect(thread.posts[post - 1]?.text).toContain(quote)
      expect(article.text).toContain(quote)
    }
  })

  test('puts the first card on the first post with a sentence for it', () => {
    const { article, thread } = published([dull, dull, good(1), dull, good(2), dull])
    expect(chooseQuotes(article, thread)).toEqual([{ post: 3, quote: good(1) }])
  })

  test('takes what the owner marked before anything else', () => {
    const marked = 'administrative arrangements'
    const { article, thread } = published([good(1), good(2), dull, good(3)], [marked])
    expect(chooseQuotes(article, thread)).toEqual([{ post: 3, quote: marked }])
  })

  test('puts a marked quote that two posts share on the one where it begins', () => {
    const { article, thread } = published([dull, good(1), good(2), dull], [`${good(1)}\n\n${good(2)}`])
    expect(chooseQuotes(article, thread).map(({ post }) => post)).toEqual([2])
  })

  test('gives as many as are asked for, and none where none are', () => {
    const { article, thread } = published(Array.from({ length: 12 }, (_, index) => good(index)))
    expect(chooseQuotes(article, thread, { count: 0 })).toEqual([])
    expect(chooseQuotes(article, thread, { count: 1 })).toHaveLength(1)
    expect(chooseQuotes(article, thread, { count: 5 })).toHaveLength(5)
  })

  test('chooses no more than twelve by itself, however long the thread is', () => {
    const { article, thread } = published(Array.from({ length: 200 }, (_, index) => good(index % 24)))
    expect(chooseQuotes(article, thread)).toHaveLength(12)
    expect(chooseQuotes(article, thread, { count: 20 }).length).toBeGreaterThan(12)
  })

  test('puts no quote of its own on a post that shows an image, and one that the owner marked all the same', () => {
    const { article, thread } = published([good(1), good(2), dull], [])
    const images = [{ file: 'map.png', alt: 'A map' }]
    const posts = thread.posts.map((post) => (post.n === 1 ? { ...post, images } : post))
    expect(chooseQuotes(article, { posts })).toEqual([{ post: 2, quote: good(2) }])
    const marked = { ...article, quotes: [good(1)] }
    expect(chooseQuotes(marked, { posts })).toEqual([{ post: 1, quote: good(1) }])
  })

  test('takes nothing from headings, quotations, code and the closing', () => {
    const { article, thread } = published([good(1), good(2), good(3)])
    const kinds = ['title', 'heading', 'code', 'quote'] as const
    const blocks = article.blocks.map(({ span, level, line }, index): Block => ({
      span,
      level,
      line,
      kind: kinds[index] ?? 'code',
    }))
    expect(chooseQuotes({ ...article, blocks }, thread)).toEqual([])
  })

  test('takes a whole sentence of a list without its mark, and no item that is none', () => {
    const { article, thread } = published([`• ${good(1)}`, '• the purpose of the use, and what it is for', dull])
    const blocks = article.blocks.map((block): Block =>
      block.kind === 'paragraph' ? { ...block, kind: 'item' } : block,
    )
    expect(chooseQuotes({ ...article, blocks }, thread)).toEqual([{ post: 1, quote: good(1) }])
  })

  test('chooses nothing where no sentence is worth a card', () => {
    const { article, thread } = published([dull, dull, dull])
    expect(chooseQuotes(article, thread)).toEqual([])
  })
})

test('quotesNotIn() names the quotes of the front matter that differ from the article by a letter', () => {
  const { article } = published([good(1)])
  const other = good(1).replace('promise', 'Promise')
  const front = { ...article.front, quotes: [good(1), other] }
  expect(quotesNotIn({ ...article, front })).toEqual([{ code: 'quote-not-in-article', quote: other }])
  expect(quotesNotIn(readArticle('---\ntitle: T\nquotes:\n  - Not there.\n---\nOne. Two.'))).toEqual([
    { code: 'quote-not-in-article', line: 3, quote: 'Not there.' },
  ])
})
