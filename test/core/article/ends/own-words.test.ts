import { describe, expect, test } from 'vitest'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'

const prose =
  'The bees came back in the second week of April, later than anybody could remember. We had stopped listening for them, and then one morning the whole wall was humming.'

/** Reads `source`, in which "P" stands for a paragraph, and says what of it is dropped. */
function droppedFrom(source: string): readonly string[] {
  const written = source.replace(/^P(?= |$)/gm, prose)
  const article = readArticle(written)
  expect(lostFrom(written, article)).toEqual([])
  return article.dropped.map(({ text }) => text)
}

describe('nothing is taken for readers’ comments', () => {
  test.each([
    '# On APIs\n\nP\n\n## Comments\n\nThe API has three calls:\n\n- Reply\n- Delete\n- Anonymous\n\n## The next section\n\nP\n\nP',
    'On APIs\n\nP\n\nComments\n\nThe API has three calls:\n\n• Reply\n• Delete\n• Anonymous\n\nThe next section\n\nP\n\nP',
    '# The wall\n\nP\n\n## Discussion\n\nDr. Smith said...\n\nP\n\n## Conclusion\n\nP',
    'The wall\n\nP\n\nDiscussion\n\nDr. Smith said...\n\nP\n\nConclusion\n\nP',
    '# The wall\n\nP\n\n## Responses\n\nAnonymous\n\nP\n\n## Conclusion\n\nP',
    'The wall\n\nP\n\nResponses\n\nAnonymous\n\nP',
    'The wall\n\nP\n\nComments\n\nMy mother says:\n\nP\n\nP\n\nWhat came after\n\nP',
    'The wall\n\nP\n\nComments\n\n3 hours ago\n\nP\n\nP\n\nP\n\nP',
    'The wall\n\nP\n\nComments\n\nJuly 5\n\nP\n\nJuly 6\n\nP',
    '3 thoughts on bees\n\nAnonymous\n\nP\n\nP',
  ])('%j', (source) => {
    expect(droppedFrom(source)).toEqual([])
  })
})

describe('nothing of a list or a marked heading is taken for furniture', () => {
  test.each([
    '# The wall\n\nP You can find me on:\n\n- Twitter\n- Facebook\n- Email',
    '# The wall\n\nP\n\nThe page had four doors:\n\n- Home\n- Search\n- About\n- Contact',
    '# The wall\n\nP\n\n- Home\n- Search\n- About\n- Contact',
    '# The wall\n\nP\n\n## Contact\n\n- Email\n- Twitter',
    '# The wall\n\nP\n\n1. Wake\n2. Listen\n3. Follow',
    '# How to sign in\n\n1. Log in\n2. Follow\n3. Listen\n\nP',
    '# The title\n\n## Listen\n\nP',
    '# The title\n\n## Follow\n\nP',
    '# The title\n\n## Paid\n\nP',
    '# The title\n\n## Log in\n\nP',
    '# The title\n\n## Sign up\n\nP',
    '# Listen\n\n## Listen',
    '# Home',
    '# The title\n\nP\n\n## More articles\n\nHe wrote two more.\n\nBoth were lost.',
    'The title\n\nP\n\nMore articles\n\nHe wrote two more.\n\nBoth were lost.',
    'The title\n\nP\n\nMore from hunger than from greed\n\nthey took the comb\n\nand left the wax',
  ])('%j', (source) => {
    expect(droppedFrom(source)).toEqual([])
  })

  test('though a list goes that a line of the blog’s own leads in', () => {
    expect(droppedFrom('# The wall\n\nP\n\nShare this:\n\n- Twitter\n- Facebook')).toEqual([
      'Share this:',
      '• Twitter',
      '• Facebook',
    ])
  })
})

describe('the last line of an article', () => {
  test.each([
    'Written by hand and sewn into the coats of soldiers',
    'Powered by wind and by nothing else',
    'Posted in haste, read at leisure',
    'Topics: bread, water, and the end of the world as we know it',
    'Next: the river',
    'Help',
    'More',
    'No reply',
    '« Je ne sais pas. »',
    'Write a note to your mother.',
    'Support independent bookshops.',
    'Follow me down to the river.',
    'Follow my lead.',
    'Add a comment above every function.',
    'Leave a comment in your code when you are clever.',
    'Like this, my father said.',
    'Share, they told us, and we did.',
    'Share it with a stranger.',
    'Tell me what lies below.',
    'Become a member of the human race.',
    'Donate your old coats.',
    'Consider following the river.',
    '“Follow me.”',
    'Copyright 1998 was a bad year for songs and all rights reserved for the owners.',
    'Copyright 1998 was a bad year for songs.',
    '© means that somebody owns it.',
  ])('stays: %s', (line) => {
    expect(droppedFrom(`# The wall\n\nP\n\n${line}`)).toEqual([])
    expect(droppedFrom(`# The wall\n\nP\n\n${line}\n\nP\n\nP`)).toEqual([])
  })

  test.each([
    [['Next: the river', 'Help']],
    [['Help', 'Labels: bees, walls']],
    [['Written by Ann Lee', 'Powered by Hives']],
    [['Topics: bees, walls', 'Comments']],
  ])('goes where another of its kind stands beside it: %j', (lines) => {
    expect(droppedFrom(`# The wall\n\nP\n\n${lines.join('\n\n')}`)).toEqual(lines)
  })

  test('stays where a call to action follows, however short it is', () => {
    const call = 'Please share this post.'
    expect(droppedFrom(`# The wall\n\nP\n\nFaith\n\nHope\n\nLove\n\n${call}`)).toEqual([call])
    expect(droppedFrom(`# The wall\n\nP\n\nNext: the river\n\n${call}`)).toEqual([call])
  })
})

describe('a call to action still is one', () => {
  test.each([
    'Leave a comment!',
    'Write a note in the comments.',
    'Support independent journalism.',
    'Follow me!',
    'Follow us on Instagram for more.',
    'Follow my blog.',
    'Like this? Share it!',
    'Share this with your friends.',
    'Become a paid subscriber today.',
    'Subscribe to The Slow Letter',
    'Tell me below!',
  ])('%s', (line) => {
    expect(droppedFrom(`# The wall\n\nP\n\n${line}`)).toEqual([line])
  })
})
