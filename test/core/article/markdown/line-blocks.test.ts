import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LinksChoice } from '../../../../src/core/article/choices.ts'
import { lineBlocks } from '../../../../src/core/article/markdown/line-blocks.ts'
import { readMarkdown } from '../../../../src/core/article/markdown/markdown.ts'
import { readSource } from '../../../../src/core/article/markdown/source.ts'
import { gathering, type Passages } from '../../../../src/core/article/passage.ts'

/** What the Markdown parser reads, and nothing else. */
function parsed(source: string, links: LinksChoice): Passages {
  const { citations, ...found } = readMarkdown(source, { into: gathering(links) })
  return { ...found, links: citations.links() }
}

function expectAsParsed(source: string, links: LinksChoice = 'inline'): void {
  const { passages, dropped, images, links: cited } = readSource(source, 0, links)
  expect({ passages, dropped, images, links: cited }).toEqual(parsed(source, links))
}

const word = fc.constantFrom('One', 'two,', 'three.', '“Four”', '(five)', 'U.S.', '1976', '7.', 'x_y', '[sic]')
const phrase = fc.oneof(
  { weight: 8, arbitrary: word },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '(', '“', '.'),
        fc.constantFrom('*', '**', '_', '__', '***', '~~', '`'),
        fc.array(word, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '', ')', ',', '.”', 's'),
      )
      .map(([before, sign, words, after]) => `${before}${sign}${words.join(' ')}${sign}${after}`),
  },
  fc
    .tuple(
      word,
      fc.constantFrom('https://example.org/a', 'https://example.org/b_c', '/about', 'https://example.org/(d)'),
    )
    .map(([words, url]) => `[${words}](${url})`),
  fc
    .tuple(
      fc.constantFrom('', '', '(', '"', 'see'),
      fc.constantFrom('https://example.org', 'http://a-b.example.org/c_d/?e=f#g', 'https://example.org/h_', 'http://x'),
      fc.constantFrom('', '', '.', ').', '),', '...', '/', '\u2019s'),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('www.example.org', 'ann@example.org', '\\*', '&amp;', '&', '*', '-', '<br>', '**Bold.**Then', '*a*b'),
)
const words = fc
  .tuple(fc.array(phrase, { minLength: 1, maxLength: 5 }), fc.constantFrom(' ', ' ', ' ', ''))
  .map(([parts, gap]) => parts.join(gap))
const indent = fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '      ')
const marker = fc.constantFrom('- ', '- ', '* ', '+ ', '1. ', '2. ', '1) ', '10. ', '-   ', '• ')
const line = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 5, arbitrary: fc.tuple(indent, marker, words).map((parts) => parts.join('')) },
  fc.tuple(indent, words).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('# ', '## ', '###   ', '#'), words).map((parts) => parts.join('')),
  words.map((text) => `${text}  `),
  fc.constantFrom(
    '---',
    '***',
    '- - -',
    '===',
    '```',
    '| a | b |',
    '|---|---|',
    '| *c* | 1 |',
    '> so',
    '<div>',
    '- [x] so',
    '-',
  ),
)
const plainLine = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 5, arbitrary: fc.tuple(indent, marker, words).map((parts) => parts.join('')) },
)
const document = fc.oneof(
  fc.array(fc.oneof({ weight: 4, arbitrary: line }, fc.constant('')), { maxLength: 14 }),
  fc.array(fc.oneof({ weight: 4, arbitrary: plainLine }, fc.constant('')), { maxLength: 14 }),
)

describe('readSource()', () => {
  test('reads line by line what the Markdown parser would', () => {
    fc.assert(
      fc.property(document, fc.constantFrom<LinksChoice>('inline', 'closing'), (lines, links) => {
        expectAsParsed(lines.join('\n'), links)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('lineBlocks()', () => {
  test.each([
    ['a heading', '## The *first* part', ['heading 2 The *first* part']],
    ['items', '- One\n- two\n  - three\n* four', ['item 1 • One', 'item 1 • two', 'item 2 ◦ three', 'item 1 • four']],
    ['numbers', '3. One\n\n3. two\n   1) in it', ['item 1 3. One', 'item 1 4. two', 'item 2 1. in it']],
    ['words below an item', '- One\n\n  more\n\nAfter', ['item 1 • One', 'paragraph 0   more', 'paragraph 0 After']],
    ['a wrapped item', '- One\n  two\nthree', ['item 1 • One|  two|three']],
    ['a rule', 'One\n\n---\n\nTwo', ['paragraph 0 One', 'hard-break 0 ', 'paragraph 0 Two']],
    ['a table', '| a | b |\n|---|:-:|\n| *c* | 1 |', ['row 0 a|b', 'row 0 *c*|1']],
  ])('tells %s without the parser', (_, source, blocks) => {
    const found = lineBlocks(source.split('\n'), 1)
    expect(found?.map(({ kind, level, mark, words: own }) => `${kind} ${level} ${mark}${own.join('|')}`)).toEqual(
      blocks,
    )
    expectAsParsed(source)
  })

  test.each([
    '> said',
    '- [x] done',
    '- > said',
    'One\n---',
    'One\n2. two',
    '-',
    '# a #',
    '```\na\n```',
    '<div>a</div>',
    '- - a',
  ])('leaves %j to it', (source) => {
    expect(lineBlocks(source.split('\n'), 1)).toBeNull()
    expectAsParsed(source)
  })
})
