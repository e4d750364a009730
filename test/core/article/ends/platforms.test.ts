import { describe, expect, test } from 'vitest'
import type { Article } from '../../../../src/core/article/article.ts'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'
import { isWarning } from '../../../../src/core/problem.ts'

const first =
  'The ferry stopped in the autumn of 1962, and the bridge that was to take its place was never built. People learned to say that the other bank was far.'
const second =
  'My aunt had a boat. She rowed the post across until she was seventy, and nobody ever asked her in whose name she did it.'
const title = 'The Other Bank'
const kept = [title, first, second].join('\n\n')

function read(lines: readonly string[]): Article {
  const source = lines.join('\n\n')
  const article = readArticle(source)
  expect(lostFrom(source, article)).toEqual([])
  return article
}

const form = ['Leave a Reply', 'Comment *', 'Name *', 'Email *', 'Website', 'Post Comment']

describe('what readers wrote below goes', () => {
  test.each([
    [
      [
        '23 thoughts on “The Other Bank”',
        'Pete R. says:',
        'November 14, 2026 at 8:12 am',
        'I rowed there as a boy. It was not far at all, whatever they told you.',
        'Reply',
        'Ann says:',
        'November 15, 2026 at 11:40 pm',
        first,
        'Reply',
        ...form,
        '© 2026 Ferry Notes. All rights reserved.',
      ],
    ],
    [
      [
        '2 thoughts on “The Other Bank”',
        'Pete R. says:\nNovember 14, 2026 at 8:12 am\nI rowed there as a boy. It was not far.\nReply',
        'Ann says:\nNovember 15, 2026 at 11:40 pm\nIt was far to me.\nReply',
        form.join('\n'),
      ],
    ],
    [['Comments', 'Anonymous said...\nLovely. My father rowed too.\nNovember 9, 2026 at 6:02 PM', 'Post a Comment']],
    [
      [
        'Discussion about this post',
        'Comments\nRestacks',
        'Write a comment...',
        'Tom Fenwick\nNov 12\nLiked by Ann Other\nI am the T. of whom you speak.',
        'Like (14)\nReply\nShare',
        '33 more comments...',
      ],
    ],
    [['One thought on “The Other Bank”', 'Pete R. says:', 'November 14, 2026 at 8:12 am', second, 'Reply']],
    [['3 responses to “The Other Bank”', 'Pete R. says:', 'November 14, 2026 at 8:12 am', second, ...form]],
    [['Comments', 'Pete R. says:', second, ...form]],
    [['Comments', 'Anonymous said…', 'My uncle had one too.']],
    [['Comments', 'Anonymous said…', second, 'Post a Comment']],
    [
      [
        'Discussion about this post',
        'Tom Fenwick',
        'Nov 12',
        'Liked by Miriam Ashby',
        second,
        'Reply',
        'Share',
        '33 more comments…',
        '© 2026 Miriam Ashby',
        'Privacy ∙ Terms ∙ Collection notice',
        'Start writing',
        'Get the app',
      ],
    ],
  ])('%j', (lines) => {
    const article = read([title, first, second, ...lines])
    expect(article.text).toBe(kept)
    expect(article.dropped.flatMap(({ text }) => text.split('\n'))).toEqual(lines.flatMap((line) => line.split('\n')))
    expect(article.problems).toEqual([])
  })

  test('and the owner is told where one reader’s words might be the article’s', () => {
    const article = read([title, first, second, 'Comments', 'Anonymous said…', first])
    expect(article.text).toBe(kept)
    expect(article.problems.map(({ code }) => code)).toEqual(['prose-as-furniture'])
  })
})

describe('what stands above the title goes', () => {
  test.each([
    [['Ferry Notes', 'News and views from the river', 'Home | About | Archive | Shop | Contact', 'Search for:']],
    [['Home » Opinion » The Other Bank']],
    [['Home | About | Archive | Contact']],
    [['Ferry Notes\nHome · About · Archive']],
    [['Ferry Notes', 'Subscribe', 'Sign in']],
    [['Skip to main content', 'Notes from a Small Landing', 'Posts']],
  ])('%j', (lines) => {
    const article = read([...lines, title, 'And how far it was', first, second])
    expect(article.text).toBe([title, 'And how far it was', first, second].join('\n\n'))
    expect(article.title).toBe(title)
  })

  test.each([
    [['The Ferry', 'Home', 'Far from the river']],
    [['Sign In', 'Subscribe']],
    [['Menu', 'What the diner had', 'Search']],
    [['Home, and other rivers']],
    [['Ferry Notes', 'The Second Bank', 'By Jane Doe', 'November 12, 2026']],
  ])('but no words of an article that begins so: %j', (lines) => {
    expect(read([...lines.slice(0, -1), lines.at(-1)!, first, second]).title).toBe(lines[0])
  })
})

describe('who wrote it and when goes from below the title', () => {
  test.each([
    [['By Jane Doe', 'November 12, 2026']],
    [['November 12, 2026 by Jane Doe']],
    [['By Jane Doe on November 12, 2026']],
    [['By Jane Doe | November 12, 2026 | Opinion']],
    [['By Jane Doe · Nov 12, 2026 · 6 min read']],
    [['November 12, 2026 Jane Doe Leave a comment']],
    [['November 12, 2026', 'Jane Doe', 'Leave a comment']],
    [['Posted on November 12, 2026 by Jane Doe']],
    [['Nov 12, 2026', '128', '34', '17', 'Share', 'Get link']],
  ])('%j', (lines) => {
    expect(read([title, ...lines, first, second]).text).toBe(kept)
  })

  test.each([
    [['New York', 'July 4, 2025']],
    [['By the river I sat down']],
    [['May 2025 | 300']],
    [['Leave a comment']],
    [['Written by Hand']],
  ])('but not %j', (lines) => {
    expect(read([title, ...lines, first, second]).text).toBe([title, ...lines, first, second].join('\n\n'))
  })
})

describe('what a blog prints below goes', () => {
  test.each([
    [
      [
        'Subscribe to our newsletter',
        'Get the Notes in your inbox every Friday. No spam, ever.',
        'Enter your email',
        'Subscribe',
      ],
    ],
    [['Like this:', 'Like Loading...', 'Tagged rivers, boats', 'Related']],
    [['Like this:', 'Like Loading...', 'Related', 'The Old Road', 'March 3, 2024', 'In "History"', 'The Weir']],
    [
      [
        'Share this:',
        'Click to share on X (Opens in new window) X',
        'Published by Jane Doe',
        'View all posts by Jane Doe',
      ],
    ],
    [['Related posts:', 'The Old Road', 'The River Rose. Nobody Slept.', 'What the Weir Holds', 'The Mill']],
  ])('%j', (lines) => {
    const article = read([title, first, second, ...lines])
    expect(article.text).toBe(kept)
    expect(article.dropped.map(({ text }) => text)).toEqual(lines)
  })

  test.each([
    ['\n\n', 'Labels: rivers, boats\nGet link\nFacebook\nX\nPinterest\nEmail\nOther Apps'],
    ['\n', 'Labels: rivers, boats\nGet link\nFacebook\nX\nPinterest\nEmail\nOther Apps'],
    ['\n', 'Share this:\nClick to share on Facebook (Opens in new window) Facebook\nLike Loading...'],
  ])('also as lines of one paragraph, %j', (gap, lines) => {
    expect(read([title, first, second + gap + lines]).text).toBe(kept)
    const verse = 'the oar, the oar\nand nobody asked'
    expect(read([title, first, verse + gap + lines]).text).toBe([title, first, verse].join('\n\n'))
  })

  test('but not the lines of a verse', () => {
    const verse = 'Home\nHelp\nListen\nMore'
    expect(read([title, first, verse]).text).toBe([title, first, verse].join('\n\n'))
  })
})

describe('what a blog sets between paragraphs goes', () => {
  test.each([
    ['a box that asks for an address', ['Join our newsletter', 'No spam, ever.', 'Enter your email', 'Sign up']],
    [
      'its invitation',
      ['Thanks for reading Ferry Notes! Subscribe for free to receive new posts.', 'Type your email…', 'Subscribe'],
    ],
  ])('%s', (_, lines) => {
    expect(read([title, first, ...lines, second, first]).text).toBe([title, first, second, first].join('\n\n'))
  })

  test.each([
    [['Email address', 'Was the first thing they asked for.']],
    [['My aunt kept your inbox and mine, she said.', 'Enter your email', 'Subscribe']],
    [['Subscribe', second, 'Share']],
    [['What I did', '• Enter your email', '• Subscribe']],
  ])('but no words of the article’s: %j', (lines) => {
    const { text } = read([title, first, ...lines, second, first])
    expect(text).toContain(lines[0])
    if (!lines.includes('Enter your email')) expect(text).toContain(lines.at(-1))
  })

  test('buttons, where they are more than one', () => {
    const lines = [title, first, 'Share', second, 'Leave a comment', first, 'Share', second]
    expect(read(lines).text).toBe([title, first, second, first, second].join('\n\n'))
  })

  test('a word alone stays on a page with buttons, and is pointed out', () => {
    const article = read([title, first, 'Enter your email', 'Subscribe', second, 'Share', first])
    expect(article.text).toBe([title, first, second, 'Share', first].join('\n\n'))
    expect(article.problems).toEqual([{ code: 'furniture-kept', line: 11, words: 'Share' }])
  })

  test.each(['Leave a comment', 'Share this post', 'Like Loading...'])('one stays, and is pointed out: %s', (line) => {
    const article = read([title, first, line, second, first])
    expect(article.text).toBe([title, first, line, second, first].join('\n\n'))
    expect(article.problems).toEqual([{ code: 'furniture-kept', line: 5, words: line }])
    expect(article.problems.every(isWarning)).toBe(true)
  })

  test.each(['Share', 'Listen', 'Comments', 'Related articles', 'Enter your email, they said.', 'Home'])(
    'words that may be a heading stay, and nothing is said: %s',
    (line) => {
      const article = read([title, first, line, second, first])
      expect(article.text).toBe([title, first, line, second, first].join('\n\n'))
      expect(article.problems).toEqual([])
    },
  )
})

describe('lines of a blog that no blank lines part', () => {
  test('go above the title', () => {
    const motto = 'On ferries, and the people inside them'
    const site = ['The Slow Letter', 'Subscribe\nSign in']
    const counts = ['Ann Other\nNov 12, 2026', '128', '34', '17\nShare']
    expect(read([...site, title, motto, ...counts, first, second]).text).toBe(
      [title, motto, first, second].join('\n\n'),
    )
  })

  test('go between paragraphs, where they are a box to enter an address in', () => {
    const box = ['Thanks for reading! Subscribe for free to receive new posts.', 'Type your email...\nSubscribe']
    expect(read([title, first, ...box, second]).text).toBe(kept)
  })
})
