import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../../src/core/article/markdown/markdown.ts'
import { readSource } from '../../../../src/core/article/markdown/source.ts'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'

const pieces = fc.constantFrom(
  'Words of prose.',
  'more',
  'U.S.',
  '• item',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '2) item',
  '# head',
  '> said',
  '---',
  '***',
  '===',
  '*bold*',
  '**strong**',
  '`code`',
  '```',
  '~~~',
  '    indented',
  '  two',
  '[a](https://example.org/a)',
  '[a]',
  '[^1]',
  '[^1]: note',
  '[a]: https://example.org/b',
  '<b>bold</b>',
  '<div>',
  '</div>',
  '<!-- no -->',
  '| a | b |',
  '|---|---|',
  '&amp;',
  'Harper & Row',
  '[sic]',
  '[sic](no)',
  'a < b',
  '->',
  'C:\\dir',
  'end\\',
  '_said_',
  'f_',
  ':-',
  'a | b',
  'a|',
  '-|-',
  '\\*',
  '~~old~~',
  '==marked==',
  'https://example.org/c',
  'a_b_c',
  '  ',
  '😉',
  '漢字',
  '- [x] done',
  '![a](b.png)',
  '#',
)
const markup = fc
  .array(fc.tuple(pieces, fc.constantFrom(' ', '\n', '\n\n', '\n\n', '  \n', '\n  ', '\n    ')), { maxLength: 24 })
  .map((parts) => parts.flat().join(''))

describe('readSource()', () => {
  test('reads what holds no markup as the Markdown parser does', () => {
    fc.assert(
      fc.property(markup, (source) => {
        const bare = ({ passages }: Pick<ReturnType<typeof readSource>, 'passages'>) =>
          passages.map(({ text, ...passage }) => ({ ...passage, text: text.replace(/[ \t]+/g, ' ').trim() }))
        expect(bare(readSource(source, 0))).toEqual(bare(readMarkdown(source)))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('lostFrom()', () => {
  test('finds nothing that readArticle() lost', () => {
    fc.assert(
      fc.property(markup, (source) => {
        expect(lostFrom(source, readArticle(source))).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })

  test('finds what was lost', () => {
    const source = 'A title\n\nOne two three two.'
    const article = readArticle(source)
    expect(lostFrom(source, { ...article, text: article.text.replace('two ', '') })).toEqual(['two'])
  })
})
