import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../src/core/article/read.ts'

describe('images', () => {
  test.each([
    ['between words', 'See ![A cat](cat.png) here.', 'See here.'],
    ['before a stop', 'See the cat ![A cat](cat.png).', 'See the cat.'],
    ['between two ands', 'Cats ![A cat](cat.png) and ![A dog](dog.png) and mice.', 'Cats and mice.'],
    ['between two words that touch it', 'One![A cat](cat.png)two.', 'One two.'],
    ['in brackets', 'A cat (![A cat](cat.png) small) sat.', 'A cat (small) sat.'],
    ['at either end', '![A cat](cat.png) A cat sat. ![A dog](dog.png)', 'A cat sat.'],
    ['that is an emoji', 'A cat ![😺](emoji/cat.png) sat.', 'A cat 😺 sat.'],
    ['in a tag', 'See <img src="cat.png" alt="A cat"> here.', 'See here.'],
    ['that leads to itself, larger', 'See [![A cat](cat.png)](cat-large.png) here.', 'See here.'],
    ['that leads elsewhere', '[![A cat](cat.png)](https://example.org/film)', 'https://example.org/film'],
  ])('%s leave the sentence right', (_, source, text) => {
    expect(readArticle(source).text).toBe(text)
  })

  test('are kept in order, with their alternative text, their line, and the words that hold or follow them', () => {
    const source =
      '# T\n\n![Map](map.png)\n\nOne ![A](a.png) two.\n\n<p><img src="b.png" alt="B &amp; C"></p>\n\nThree.\n\n![](end.png)'
    const { text, images, dropped } = readArticle(source)
    expect(text).toBe('T\n\nOne two.\n\nThree.')
    expect(images).toEqual([
      { source: 'map.png', alt: 'Map', at: 3, line: 3 },
      { source: 'a.png', alt: 'A', at: 3, line: 5 },
      { source: 'b.png', alt: 'B & C', at: 13, line: 7 },
      { source: 'end.png', alt: '', at: 13, line: 11 },
    ])
    expect(dropped.map(({ why }) => why)).toEqual(['HTML tags: their words are kept'])
  })

  test('of an article that is nothing else stand at its beginning', () => {
    expect(readArticle('![Map](map.png)')).toMatchObject({
      text: '',
      images: [{ source: 'map.png', at: 0 }],
      problems: [{ code: 'article-no-words' }],
    })
  })

  test('among furniture are furniture', () => {
    const { images, dropped } = readArticle('One. Two.\n\nComments\n\n![A face](face.png)\n\nPost a Comment')
    expect(images).toEqual([])
    expect(dropped.map(({ text }) => text)).toContain('![A face](face.png)')
  })

  test('count their lines below front matter and marks', () => {
    const source = '---\ntitle: T\n---\n{skip}\nNo.\n{/skip}\nOne.\n\n{keep}\n![A](a.png)\n\nTwo.\n{/keep}'
    expect(readArticle(source).images).toEqual([{ source: 'a.png', alt: 'A', at: 9, line: 10 }])
  })
})

describe('links', () => {
  const source = [
    'See [one](https://example.org/a), [two](https://example.org/b) and [one again](https://example.org/a/).',
    'Also [a note](https://example.org/c)[^n], https://example.org/b, and [me](mailto:ann@example.org?subject=Hi).',
    '[^n]: From [there](https://example.org/d).',
  ].join('\n\n')

  test('stand behind their words, each once', () => {
    const { text, links } = readArticle(source)
    expect(text).toBe(
      [
        'See one (https://example.org/a), two (https://example.org/b) and one again.',
        'Also a note (https://example.org/c)[1], https://example.org/b, and me (ann@example.org).',
        '[1] From there (https://example.org/d).',
      ].join('\n\n'),
    )
    expect(links).toEqual([])
  })

  test.each([
    ['as the settings say', source, { links: 'closing' } as const],
    ['as the front matter says', `---\nlinks: closing\n---\n${source}`, { links: 'inline' } as const],
  ])('stand in the closing, each once and in order, %s', (_, written, options) => {
    const { text, links } = readArticle(written, options)
    expect(text).toContain('See one, two and one again.\n\nAlso a note[1], https://example.org/b, and me.')
    expect(links).toEqual([
      'https://example.org/a',
      'https://example.org/c',
      'ann@example.org',
      'https://example.org/d',
    ])
  })

  test.each([
    ['[https://example.org](https://example.org)', 'https://example.org'],
    ['<https://example.org/>', 'https://example.org/'],
    ['<ann@example.org>', 'ann@example.org'],
    ['[a](//example.org/b)', 'a (https://example.org/b)'],
    ['[a](/about)', 'a'],
    ['[a](#below)', 'a'],
    ['[a](javascript:alert)', 'a'],
    ['[a][]\n\n[a]: https://example.org', 'a (https://example.org)'],
    ['[a][missing]', '[a][missing]'],
    ['[a]()', 'a'],
  ])('%j is %j', (written, text) => {
    expect(readArticle(written).text).toBe(text)
  })
})

describe('code', () => {
  const source = 'Write this:\n\n```js\nlet a = 1\n\nlet b = 2\n```\n\nThat is all.'

  test('is posted as text, line by line, and its owner is told where it stands', () => {
    const { text, problems, codeCards } = readArticle(source)
    expect(text).toBe('Write this:\n\nlet a = 1\n\nlet b = 2\n\nThat is all.')
    expect(problems).toEqual([{ code: 'code-as-text', line: 3, lines: [3] }])
    expect(codeCards).toEqual([])
    expect(readArticle(`---\ncode: text\n---\n${source}`).problems).toEqual([])
  })

  test('goes onto a card on the words above it', () => {
    const { text, problems, codeCards } = readArticle(source, { code: 'card' })
    expect(text).toBe('Write this:\n\nThat is all.')
    expect(problems).toEqual([])
    const code = 'let a = 1\n\nlet b = 2'
    expect(codeCards).toEqual([{ code, alt: code, language: 'js', at: 10, line: 3 }])
  })

  test('is left out and listed', () => {
    const { text, dropped } = readArticle(`---\ncode: out\n---\n${source}`, { code: 'card' })
    expect(text).toBe('Write this:\n\nThat is all.')
    expect(dropped).toContainEqual({
      text: 'let a = 1\n\nlet b = 2',
      why: 'a block of code: "code: out" leaves it out',
    })
  })
})

describe('footnotes', () => {
  test('stand below the article, numbered as a reader meets them', () => {
    const source = 'One.[^b] Two.[^a]\n\n[^a]: First written.\n\nThree.[^b]\n\n[^b]: Second written.\n\n    It goes on.'
    expect(readArticle(source).text).toBe(
      'One.[1] Two.[2]\n\nThree.[1]\n\n[1] Second written.\n\nIt goes on.\n\n[2] First written.',
    )
  })

  test('do not hide the call to action and the notice above them', () => {
    const source = 'One. Two.[^1]\n\nPlease like & share!\n\n© 2025 Ann\n\n[^1]: A note.'
    expect(readArticle(source)).toMatchObject({
      text: 'One. Two.[1]\n\n[1] A note.',
      callToAction: 'Please like & share!',
      notice: '© 2025 Ann',
    })
  })
})

describe('block quotes', () => {
  test.each([
    ['in a list', '- > To be.', '• “To be.”'],
    ['in each other', '> He said:\n>\n> > To be.\n>\n> And left.', '“He said:\n\n“‘To be.’\n\n“And left.”'],
    ['around a list', '> - One\n> - Two', '• “One”\n• “Two”'],
    ['with who said it', '> To be.\n>\n> — Hamlet', '“To be.”\n\n— Hamlet'],
  ])('%s bear quotation marks', (_, source, text) => {
    expect(readArticle(source).text).toBe(text)
  })
})

describe('HTML', () => {
  test.each([
    [
      'headings and items',
      '<h2>Head</h2><p>Words.</p><ul><li>One</li><li>Two</li></ul>',
      'Head\n\nWords.\n\n• One\n• Two',
    ],
    ['rows', '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>', 'a | b\n\n1 | 2'],
    ['entities', '<p>Caf&eacute; &amp; bar&nbsp;there</p>', 'Café & bar there'],
    ['breaks', 'One.<br>Two.<br/>Three.', 'One.\nTwo.\nThree.'],
  ])('keeps its %s', (_, source, text) => {
    expect(readArticle(source).text).toBe(text)
  })
})
