import { describe, expect, test } from 'vitest'
import type { Article } from '../../../../src/core/article/article.ts'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'

const body = [
  'The mill stood empty for nine years. Nobody in the valley could say who owned it, and few asked.',
  'Then the river rose. By morning the lower fields were gone, and with them the only road to the station.',
]
const kept = ['The Empty Mill', ...body].join('\n\n')

function read(lines: readonly string[], gap = '\n\n'): Article {
  const source = lines.join(gap)
  const article = readArticle(source)
  expect(lostFrom(source, article)).toEqual([])
  return article
}

/** What platforms print around an article, as it comes along when a page is copied: above the words, and below them. */
const pages: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'WordPress',
    ['Skip to content', 'The Empty Mill', 'Posted on March 3, 2025 by admin', '4 min read'],
    [
      'Share this:',
      'Click to share on X (Opens in new window)',
      'Click to share on Facebook (Opens in new window)',
      'Like Loading…',
      'Related',
      'Posted in History',
      'Tagged mills, rivers, valleys',
      'Leave a Reply Cancel reply',
      'Your email address will not be published. Required fields are marked *',
      'Save my name, email, and website in this browser for the next time I comment.',
      'This site uses Akismet to reduce spam. Learn how your comment data is processed.',
      'Previous Post: The Old Road',
      'Next Post: The Bridge',
      'Recent Posts',
      'The Old Road',
      'The Bridge',
      'Archives',
      'March 2025',
      'Proudly powered by WordPress',
    ],
  ],
  [
    'Substack',
    ['The Empty Mill', 'What a flood leaves behind', 'Jane Doe', 'Mar 03, 2025', '∙ Paid', '12', '3', 'Share'],
    [
      'Thanks for reading The Valley Letter! Subscribe for free to receive new posts and support my work.',
      'Subscribe',
      '12 Likes',
      '∙',
      '2 Restacks',
      'Discussion about this post',
      'Comments',
      'Restacks',
      'Top',
      'Latest',
      'Discussions',
      'No posts',
      'Ready for more?',
      'Subscribe',
      '© 2025 Jane Doe',
      'Privacy ∙ Terms ∙ Collection notice',
      'Start writing',
      'Get the app',
      'Substack is the home for great culture',
    ],
  ],
  [
    'Medium',
    [
      'Open in app',
      'Sign up',
      'Sign in',
      'Member-only story',
      'The Empty Mill',
      'Jane Doe',
      'Follow',
      '5 min read',
      'Mar 3, 2025',
      '--',
      'Listen',
      'Share',
    ],
    [
      'History',
      'Rivers',
      'Floods',
      '--',
      'Follow',
      'Written by Jane Doe',
      '312 Followers',
      'Help',
      'Status',
      'About',
      'Careers',
      'Press',
      'Blog',
      'Privacy',
      'Terms',
      'Text to speech',
      'Teams',
    ],
  ],
  [
    'Ghost',
    ['The Empty Mill', 'Jane Doe', 'Mar 3, 2025 — 4 min read'],
    [
      'Share this post',
      'Sign up for more like this.',
      'Enter your email',
      'Subscribe',
      'You might also like',
      'The Old Road',
      'Mar 1, 2025',
      'The Valley Letter © 2025',
      'Powered by Ghost',
    ],
  ],
  [
    'Blogger',
    [
      'Search This Blog',
      'The Empty Mill',
      '- March 03, 2025',
      'Get link',
      'Facebook',
      'X',
      'Pinterest',
      'Email',
      'Other Apps',
    ],
    [
      'Posted by Jane Doe at 10:04 AM',
      'Email This BlogThis! Share to X Share to Facebook Share to Pinterest',
      'Labels: mills, rivers',
      'No comments:',
      'Post a Comment',
      'Newer Post Older Post Home',
      'Subscribe to: Post Comments (Atom)',
      'About Me',
      'Jane Doe',
      'View my complete profile',
      'Blog Archive',
      '► 2024 (12)',
      '▼ 2025 (3)',
      '▼ March (1)',
      'The Empty Mill',
      'Simple theme. Powered by Blogger.',
    ],
  ],
  [
    'a page with a cookie banner and a cloud of tags',
    [
      'We use cookies to improve your experience. By continuing you agree to our Cookie Policy.',
      'Accept all',
      'Reject all',
      'Manage preferences',
      'The Empty Mill',
    ],
    ['Tags', '#mills', '#rivers #floods', 'mills (3) rivers (12) floods (1)', 'Back to top', 'Cookie settings'],
  ],
]

describe.each(pages)('a page of %s', (_, above, below) => {
  const article = read([...above, ...body, ...below])

  test('is its article', () => {
    expect(article.text.replace(/\n\n(?:What a flood leaves behind|Jane Doe)(?=\n\n)/g, '')).toBe(kept)
  })

  test('says of all that it drops why', () => {
    expect(article.dropped.every(({ text, why }) => text !== '' && why !== '')).toBe(true)
  })
})

describe('the same words as prose', () => {
  test.each([
    'Subscribe now, they said, and the world is yours. I never did, and I have not missed the world.',
    'Share the burden with your neighbours, for nobody carries a flood alone. That is what we learned.',
    'We use cookies to bribe the children. It works better than any speech about bedtime that I have heard.',
    'Posted by the gate at 10:04 AM, the guard saw nothing. He was asleep, and he said so in court.',
    'Labels: we give them to others and forget them on ourselves. Nobody wears one well for long.',
    'Older posts of the fence had rotted. The newer posts held, and the home field stayed dry.',
    'Leave a comment out of your mouth until you have heard the other side. It helps more than you think.',
    'A three minute read of the charter would have told them. Nobody read it, and so nobody knew.',
    'Related: the mill and the flood are related only in that both belong to the river. So does the town.',
  ])('stay at the end: %s', (line) => {
    expect(read(['The Empty Mill', ...body, line]).text).toBe(`${kept}\n\n${line}`)
  })

  test.each([
    [
      'Comments',
      'Readers wrote to me by the hundred. What they said changed my mind, and I owe them an account of it.',
    ],
    [
      'Popular posts from this blog',
      'Three of them were read more than the rest. I asked myself why, and here is what I found.',
    ],
    [
      'Related articles',
      'The treaty has ninety of them. Two are related to water, and both were written in one night.',
    ],
    ['Subscribe', 'In the old days one subscribed to a coffin. The parish kept the money, and the book of names.'],
  ])('stay below the heading "%s"', (heading, line) => {
    const source = ['The Empty Mill', ...body, heading, line, 'What Came After', body[0] ?? ''].join('\n\n')
    expect(readArticle(source).text).toBe(source)
    const marked = `# The Empty Mill\n\n${body[0]}\n\n## ${heading}\n\n${line}\n\n## What Came After\n\nLittle.`
    expect(readArticle(marked).text).toBe(marked.replace(/^#+ /gm, ''))
  })

  test('stay where later headings of the article follow a list of its own', () => {
    const marked = `# The Empty Mill\n\n${body[0]}\n\n## Related articles\n\n- One\n- Two\n\n## What came after\n\nLittle did.`
    expect(readArticle(marked).text).toContain('What came after\n\nLittle did.')
    expect(readArticle(marked).text).toContain('Related articles')
  })

  test('stay where a call to action stands in mid-article', () => {
    const source = ['The Empty Mill', body[0], 'Please share this story.', body[1]].join('\n\n')
    expect(readArticle(source).text).toBe(source)
  })
})

test('prose that is taken for furniture is pointed out', () => {
  const lines = ['Popular posts from this blog', 'The Old Road', body[0] ?? '', 'The Bridge', body[0] ?? '']
  const article = read(['The Empty Mill', ...body, ...lines])
  expect(article.text).toBe(kept)
  expect(article.problems).toEqual([
    { code: 'prose-as-furniture', line: 11, words: body[0], heading: 'Popular posts from this blog' },
  ])
})

test('two notices are both the closing’s', () => {
  const notices = ['© 2024–2025 Jane Doe. All rights reserved.', 'Disclaimer: No copyright infringement intended.']
  const article = read(['The Empty Mill', ...body, ...notices])
  expect(article.notice).toBe(notices.join('\n'))
  expect(article.text).toBe(kept)
})
