import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'

const prose = 'It began in spring. Nobody knew how it would end, and few asked.'
const boilerplate =
  '@someone DEC. 2025 Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for “fair use” for purposes such as criticism, comment, news reporting, teaching, scholarship, education, and research.'

/** An article that ends in `lines`, as it is read. */
function ending(...lines: readonly string[]) {
  return readArticle(['A Title', prose, 'Nobody asked again.', ...lines].join('\n\n'))
}

const kept = `A Title\n\n${prose}\n\nNobody asked again.`

describe('what a blog prints below an article is dropped', () => {
  test.each([
    [['Comments']],
    [['Comments', 'Popular posts from this blog', 'One Family Seeks Justice', 'Another Title, Longer Than the First']],
    [
      [
        'Popular posts from this blog',
        'A Title',
        'December 05, 2025',
        `${prose} And then it was cut off in the ...`,
        'Read more',
      ],
    ],
    [['Popular posts from this blog', 'A Title', `Image By Someone ${prose}`, 'Another', `Image By Someone ${prose}`]],
    [['No comments:', 'Post a Comment', 'Newer Post Older Post Home', 'Subscribe to: Post Comments (Atom)']],
    [['3 comments:', 'Jane said...', prose, 'Reply', 'John said...', prose, 'ReplyDelete']],
    [
      [
        'Posted by Jane Doe at 9:15 AM',
        'Email This BlogThis! Share to X Share to Facebook Share to Pinterest',
        'Labels: law, courts',
      ],
    ],
    [['Share', 'Get link', 'Facebook', 'X', 'Pinterest', 'Email', 'Other Apps']],
    [['Labels: law', 'December 18, 2025']],
    [['Related Posts', 'One Title', 'Another Title']],
    [['You may also like', '• One Title', '• Another Title']],
    [['Leave a Reply', 'Your email address will not be published. Required fields are marked *', 'Post Comment']],
    [['Powered by Blogger', 'Theme images by Someone', 'Report Abuse']],
    [['Share this:', 'Click to share on X (Opens in new window)', 'Like Loading...']],
    [['← Older post', 'Next post →']],
    [['Filed Under: Politics', 'Tagged: courts, law']],
  ])('%j', (lines) => {
    const article = ending(...lines)
    expect(article.text).toBe(kept)
    expect(article.dropped.map(({ text }) => text)).toEqual(lines)
    expect(article.dropped.every(({ why }) => why.startsWith('furniture'))).toBe(true)
  })

  test('and above it', () => {
    const lines = [
      'Skip to main content',
      'A Title',
      'Get link',
      'Facebook',
      'X',
      'Pinterest',
      'Email',
      'Other Apps',
      '5 min read',
      prose,
    ]
    const article = readArticle(lines.join('\n\n'))
    expect(article.text).toBe(`A Title\n\n${prose}`)
    expect(article.title).toBe('A Title')
  })
})

describe('a call to action is the closing’s', () => {
  test.each([
    'Please Like & Share 😉🪽',
    'Like, share and subscribe!',
    '👉 Subscribe to my newsletter for more.',
    'Follow me on X @someone',
    'Follow @someone for more threads like this.',
    'Share this post with a friend who needs it.',
    'If you enjoyed this article, please share it with your friends.',
    'Don’t forget to subscribe!',
    'Leave a comment below and tell me what you think.',
    'Let me know what you think in the comments.',
    'Please consider subscribing.',
    'Thanks for reading! Subscribe for free to receive new posts and support my work.',
    'Sign up for my newsletter.',
    'Buy me a coffee',
    'Hit the like button and subscribe.',
    'Please share!',
  ])('%s', (line) => {
    const article = ending(line)
    expect(article.callToAction).toBe(line)
    expect(article.text).toBe(kept)
    expect(article.dropped).toEqual([{ text: line, why: 'call to action: the closing posts it' }])
  })

  test.each([
    'Follow the money.',
    'Share the burden, or lose the peace.',
    'Like a thief in the night, it came.',
    'Join us in the fight for a free country.',
    'Support the troops.',
    'Comment is free, but facts are sacred.',
    'Subscribe to no dogma.',
    'They like and share everything they own with one another, and so should we.',
    'Tell me the truth.',
    'Thank you, Mr. President.',
  ])('but not %s', (line) => {
    const article = ending(line)
    expect(article.callToAction).toBeNull()
    expect(article.text).toBe(`${kept}\n\n${line}`)
  })

  test('stays where prose follows', () => {
    const article = ending('Please Like & Share 😉🪽', prose)
    expect(article.text).toContain('Please Like & Share 😉🪽')
  })
})

describe('a notice is the closing’s', () => {
  test.each([
    boilerplate,
    boilerplate.replace('@someone DEC. 2025 ', ''),
    `${boilerplate} Fair use is a use permitted by copyright statute that might otherwise be infringing. Non-profit, educational or personal use tips the balance in favor of fair use.`,
    '© 2025 Jane Doe',
    '© 2025 Jane Doe. All rights reserved.',
    'Copyright © 2025 The Blog',
    'Copyright 2025 by Jane Doe. All Rights Reserved.',
    '(c) 2025 Jane Doe',
    'All rights reserved.',
    'Fair Use Notice: This article may contain copyrighted material the use of which has not been specifically authorized by the copyright owner.',
    'Disclaimer: I do not own the rights to the pictures. No copyright infringement intended.',
  ])('%s', (line) => {
    const article = ending('Please Like & Share 😉🪽', line, 'Comments')
    expect(article.notice).toBe(line)
    expect(article.callToAction).toBe('Please Like & Share 😉🪽')
    expect(article.text).toBe(kept)
  })

  test('also in two lines, who and when above the rest', () => {
    const [who, what] = ['@someone DEC. 2025', boilerplate.replace('@someone DEC. 2025 ', '')]
    expect(ending(who, what).notice).toBe(`${who}\n${what}`)
  })

  test.each([
    ['in one paragraph', '\n', ''],
    ['on one line', ' ', ''],
    ['in one paragraph of a marked text', '\n', '## A heading\n\nSome words.\n\n'],
  ])('also right below the call to action, %s', (_, between, above) => {
    const article = readArticle(`# A title\n\n${above}${prose}\n\nPlease Like & Share 😉🪽${between}${boilerplate}`)
    expect(article.text.endsWith(prose)).toBe(true)
    expect(article.callToAction).toBe('Please Like & Share 😉🪽')
    expect(article.notice).toBe(boilerplate)
  })

  test('also above a line about the author', () => {
    const about = 'Jane Doe is a writer who lives in Maine with two dogs and a very old printing press.'
    const article = ending('Please Like & Share 😉🪽', boilerplate, about)
    expect(article.notice).toBe(boilerplate)
    expect(article.callToAction).toBe('Please Like & Share 😉🪽')
    expect(article.text).toBe(`${kept}\n\n${about}`)
  })

  test.each([
    'Copyright is a bargain, and fair use is its safety valve.',
    'Section 107 of the Copyright Act of 1976 allows fair use for purposes such as criticism, comment and teaching.',
    'Copyright disclaimers under Section 107 do not make a use fair.',
    'A copyright disclaimer under Section 107 is not a magic formula; courts decide what is fair use.',
    'Copyright Disclaimer under Section 107 is what many write under their videos. It protects nobody.',
    '“Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for fair use”: so they write, and it helps nobody.',
    'The notice says “All rights reserved.” It means nothing any more.',
    'Disclaimer: my brother works for the company.',
    'Rights are not given. They are taken.',
  ])('but not %s', (line) => {
    const article = ending(line)
    expect(article.notice).toBeNull()
    expect(article.text).toBe(`${kept}\n\n${line}`)
  })
})

describe('prose stays', () => {
  test('below a heading that furniture could bear', () => {
    const source = ['A Title', prose, 'Comments', prose, 'Related posts', prose].join('\n\n')
    expect(readArticle(source).text).toBe(source)
    expect(readArticle(source).dropped).toEqual([])
  })

  test('also a date or a row of stars right below it', () => {
    const source = ['A Title', prose, 'Paris, in spring', 'July 4, 2025'].join('\n\n')
    expect(readArticle(source).text).toBe(source)
  })

  test('in an article about fair use, every sentence of it', () => {
    const source = [
      'What Section 107 Says',
      prose,
      'The Disclaimer',
      'Many write: “Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for fair use.”',
      'All rights reserved, they add. It is not needed.',
      'Copyright',
      'Fair use is for purposes such as criticism, comment, news reporting, teaching, scholarship, and research.',
    ].join('\n\n')
    expect(readArticle(`${source}\n\n${boilerplate}\n\nComments`).text).toBe(source)
  })

  test('where the closing is off, and the call to action and the notice stay with it', () => {
    const source = [prose, 'Please Like & Share 😉🪽', boilerplate].join('\n\n')
    const article = readArticle(`---\nclosing: off\n---\n${source}\n\nComments`)
    expect(article.text).toBe(source)
    expect(article.notice).toBeNull()
  })
})
