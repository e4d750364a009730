import { describe, expect, test } from 'vitest'
import type { BlockKind } from '../../../src/core/article/article.ts'
import { readArticle } from '../../../src/core/article/read.ts'
import { isWarning } from '../../../src/core/problem.ts'
import { wordsOf } from '../../../src/core/words.ts'

function blocksOf(source: string): readonly (readonly [BlockKind, string])[] {
  const { text, blocks } = readArticle(source)
  return blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
}

describe('readArticle()', () => {
  test('takes the first line that stands alone for the title', () => {
    const article = readArticle('A Plain Title\n\nIt begins here. It goes on.')
    expect(article.title).toBe('A Plain Title')
    expect(article.text).toBe('A Plain Title\n\nIt begins here. It goes on.')
  })

  test('takes no sentence for the title', () => {
    expect(readArticle('It begins here.\n\nIt goes on.').title).toBe('')
  })

  test('finds headings in pasted text: short lines that stand alone and end in no stop', () => {
    const source = 'The Title\n\nSome words.\n\n\nPotential pros\n\n  • One\n\n  • Two.\n\nWhat Is Left?\n\nMore words.'
    expect(blocksOf(source)).toEqual([
      ['title', 'The Title'],
      ['paragraph', 'Some words.'],
      ['heading', 'Potential pros'],
      ['item', '• One'],
      ['item', '• Two.'],
      ['heading', 'What Is Left?'],
      ['paragraph', 'More words.'],
    ])
  })

  test('takes no lead-in for a heading', () => {
    expect(blocksOf('Title\n\nWords.\n\nHere is what followed:\n\n• One\n• Two').map(([kind]) => kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'item',
      'item',
    ])
  })

  test('infers no headings where they are marked', () => {
    expect(blocksOf('# Title\n\nShort line\n\n## Marked\n\nWords.').map(([kind]) => kind)).toEqual([
      'title',
      'paragraph',
      'heading',
      'paragraph',
    ])
  })

  test.each([
    ['emphasis is removed', 'Some *very* **bold** ~~old~~ `code` words.', 'Some very bold old code words.'],
    [
      'a link is followed by its address',
      'See [the law](https://example.org/a).',
      'See the law (https://example.org/a).',
    ],
    [
      'an address is printed once',
      'See [one](https://example.org/a), [two](https://example.org/a).',
      'See one (https://example.org/a), two.',
    ],
    ['a link that says its address says it once', 'See <https://example.org/a>.', 'See https://example.org/a.'],
    ['a link that leads nowhere on X is its words', 'See [below](#below).', 'See below.'],
    [
      'a reference is resolved',
      'See [the law][1].\n\n[1]: https://example.org/a',
      'See the law (https://example.org/a).',
    ],
    ['wrapped lines are joined', `${'Words '.repeat(11)}\nand more.`, `${'Words '.repeat(11)}and more.`],
    ['odd spaces are one space', 'One\u00a0two\u2003 three\tfour  five.', 'One two three four five.'],
    ['what no reader sees is gone', '\ufeffOne\u200b two\u00ad three.\r\n', 'One two three.'],
    ['entities are read', 'You &amp; I &copy; us.', 'You & I © us.'],
    ['a footnote keeps its number', 'Said.[^1]\n\n[^1]: By whom.', 'Said.[1]\n\n[1] By whom.'],
    ['a table is read by rows', '| a | b |\n|---|---|\n| 1 | 2 |', 'a | b\n1 | 2'],
    ['a block quote bears quotation marks', '> To be.', '“To be.”'],
    ['a block quote that bears them keeps its own', '> “To be.”', '“To be.”'],
    ['numbers of a list are kept', '3. Three\n4. Four', '3. Three\n4. Four'],
    ['bullets are one sign', '- One\n- Two', '• One\n• Two'],
    ['nested lists are told apart', '- One\n  - Two\n    - Three', '• One\n◦ Two\n▪ Three'],
    ['done and undone are told apart', '- [x] Done\n- [ ] Undone', '☑ Done\n☐ Undone'],
    ['bullets of pasted text are items', '· One\n· Two', '• One\n• Two'],
    ['pasted dashes are items where there are several', '– One\n– Two', '• One\n• Two'],
    ['one dash opens speech', '– I came, he said.', '– I came, he said.'],
    ['indented prose is prose', '     Some words, indented.', 'Some words, indented.'],
    ['code is kept line by line', '```\na  b\n  c\n```', 'a  b\n  c'],
    ['an emoji keeps its joiners', 'A 👩‍💻 works.', 'A 👩‍💻 works.'],
    ['a mark is taken out', 'He said ==no== twice.', 'He said no twice.'],
    ['two equals signs are kept', 'If a == b and c == d, stop.', 'If a == b and c == d, stop.'],
    ['HTML leaves its words', '<div>Some <b>bold</b> words.</div>', 'Some bold words.'],
    ['an anchor leaves its address', 'See <a href="https://example.org/">it</a>.', 'See it (https://example.org/).'],
    [
      'verse keeps its lines',
      'Half a league,\nhalf a league,\nhalf a league onward.',
      'Half a league,\nhalf a league,\nhalf a league onward.',
    ],
  ])('%s', (_, source, text) => {
    expect(readArticle(source).text).toBe(text)
  })

  test('parts pasted paragraphs that no blank line parts', () => {
    const long = 'A sentence that goes on and on. '.repeat(6).trim()
    expect(readArticle(`${long}\n${long}`).text).toBe(`${long}\n\n${long}`)
  })

  test.each([
    ['a comment', 'Words.\n\n<!-- not said -->', '<!-- not said -->'],
    ['an image without a file or an address', 'Words.\n\n![A cat]()', '![A cat]()'],
    [
      'an image written out in the text: save it as a file beside the article',
      'Words.\n\n![A cat](data:image/png;base64,AAAA)',
      '![A cat](data:image/png;base64,AAAA)',
    ],
    ['a link that leads nowhere on X: it is for the page alone', 'See [below](#below).', '#below'],
    ['a link that leads nowhere on X: it is no address', 'See [it](javascript:go).', 'javascript:go'],
    ['a link that leads nowhere on X: its address is not whole', 'See [us](/about).', '/about'],
    ['a footnote that nothing refers to', 'Words.\n\n[^1]: A note.', '[^1]: A note.'],
    ['a link that no words point to', 'Words.\n\n[a]: https://example.org', '[a]: https://example.org'],
    ['the title of a link', 'See [it][r].\n\n[r]: https://example.org "hidden"', 'hidden'],
    ['the title of an image', 'Words.\n\n![A cat](cat.png "hidden")', 'hidden'],
    ['the title of an image', 'Words.\n\n![A cat][r]\n\n[r]: cat.png\n\n![A dog](dog.png "hidden")', 'hidden'],
    ['the title of an image', 'Words. ![🐈](cat.png "hidden")', 'hidden'],
    ['the title of an image', 'Words <img src="cat.png" alt="A cat" title="hidden"> here.', 'hidden'],
    ['the title of an image', '<p>Words</p>\n\nand <img src="cat.png" title="hidden"> here.', 'hidden'],
    ['a script or a style sheet: no reader sees it', 'Words.\n\n<script>go()</script>', '<script>go()</script>'],
  ])('lists what it drops: %s', (why, source, text) => {
    expect(readArticle(source).dropped).toContainEqual({ text, why })
  })

  test('posts struck words, and says that they are posted as if they were meant', () => {
    const { text, problems } = readArticle(
      'One.\n\n{skip}No ~~never~~.{/skip}\n\nTwo\n~~not\nso~~ three.\n\nComments\n\n> ~~All *so*~~',
    )
    expect(text).toContain('Two\nnot\nso three.')
    const struck = problems.find(({ code }) => code === 'words-struck')
    expect(struck).toEqual({ code: 'words-struck', line: 6, words: 'not so' })
    expect(isWarning(struck!)).toBe(true)
    expect(wordsOf(struck!)).toEqual({
      message: 'The words struck out on line 6 are posted as if they were meant: "not so"',
      hint: 'X has no letters that are struck out: take them out, or put them in {skip}…{/skip}.',
    })
  })

  test('says nothing of struck words that are not posted', () => {
    const { problems } = readArticle('One. Two.\n\nShare\n\n## Comments\n\nBob said...\n\n~~never~~\n\nReply')
    expect(problems).toEqual([])
  })

  test.each(['---', '***', '[...]', '[…]'])('takes a line of %s for a hard break', (line) => {
    const article = readArticle(`One. Two.\n\n${line}\n\nThree.`)
    expect(article.text).toBe('One. Two.\n\nThree.')
    expect(article.blocks.map(({ kind, span }) => [kind, span.start])).toEqual([
      ['paragraph', 0],
      ['hard-break', 11],
      ['paragraph', 11],
    ])
  })

  test('takes a rule right below a paragraph for a hard break, not for a heading', () => {
    expect(blocksOf('It ended there.\n---\nIt began again.').map(([kind]) => kind)).toEqual([
      'paragraph',
      'hard-break',
      'paragraph',
    ])
  })

  test('reads the front matter', () => {
    const article = readArticle(
      '---\ntitle: Given\nlanguage: de\nquotes:\n  - To be\nclosing: off\ntags: a, b\n---\n\nTo be.',
    )
    expect(article.text).toBe('Given\n\nTo be.')
    expect(article.title).toBe('Given')
    expect(article.language).toBe('de')
    expect(article.quotes).toEqual(['To be'])
    expect(article.front).toMatchObject({ closing: false, tags: ['a', 'b'] })
  })

  test('says a title once where the article begins with it', () => {
    expect(readArticle('---\ntitle: A title\n---\n# A Title!\n\nWords.').text).toBe('A Title!\n\nWords.')
  })

  test('names the line where the front matter cannot be read', () => {
    const { problems, text } = readArticle('---\nlanguage: de\ntitle: Given: again\n---\n\nWords.')
    expect(problems).toMatchObject([{ code: 'front-matter-bad', line: 3 }])
    expect(text).toBe('Words.')
  })

  test('names a field that makes no sense', () => {
    expect(readArticle('---\nclosing: perhaps\n---\n\nWords.').problems).toEqual([
      { code: 'front-matter-field', line: 2, field: 'closing', value: 'perhaps', wants: 'on or off' },
    ])
  })

  test('takes prose between two rules for prose', () => {
    expect(readArticle('---\nThis is prose.\n---\nAnd more.').text).toBe('This is prose.\n\nAnd more.')
  })

  test.each(['Note: this is prose.', '*note*', '- a\n- b'])('takes %j between two rules for prose', (prose) => {
    expect(readArticle(`---\n${prose}\n---\nAnd more.`).text).not.toBe('And more.')
  })

  test('collects the quotes that the owner marked', () => {
    expect(readArticle('He said ==to be== loudly.\n\n> Not to be.').quotes).toEqual(['to be', 'Not to be.'])
    const signed = readArticle('He said it.\n\n> Not to be is the question of us all.\n>\n> — Jane Doe, 1941')
    expect(signed.quotes).toEqual(['Not to be is the question of us all.'])
    expect(signed.text).toContain('Jane Doe, 1941')
  })

  test.each([
    ['', 'article-empty'],
    [' \n\u200b\n', 'article-empty'],
    ['---\ntitle: T\n---\n', 'article-front-only'],
    ['<!-- nothing -->', 'article-no-words'],
    ['Please Like & Share 😉', 'article-no-words'],
  ])('says of %j that it is %s', (source, code) => {
    expect(readArticle(source).problems).toEqual([{ code }])
  })
})
