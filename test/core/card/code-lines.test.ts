import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageLabel } from '../../../src/core/card/code-language.ts'
import { codeLines, pagesOf, partedAtSpaces } from '../../../src/core/card/code-lines.ts'

const columns = (most: number) => (text: string) => Math.min(text.length, most)
const parted = (line: string, most: number) => partedAtSpaces(line, columns(most))?.map(({ text }) => text) ?? null
const plain = (lines: readonly string[]) => lines.map((text) => ({ text, arrow: null }))

describe('codeLines()', () => {
  test.each([
    ['a tab reaches the next fourth column', 'a\tb\n\tc', ['a   b', '    c']],
    ['empty lines stay within, and go at both ends', '\n\na\n\n  b  \n\n', ['a', '', '  b']],
    ['what turns or hides the text around it is taken out', 'a\u202e = b\u200b\u0007', ['a = b']],
    ['nothing but white space is nothing', ' \n\t\n', []],
  ])('%s', (_, code, lines) => expect(codeLines(code)).toEqual(lines))
})

describe('partedAtSpaces()', () => {
  test.each([
    ['leaves alone what fits', 'a b c', 5, ['a b c']],
    ['parts at the last space that fits, and goes on behind an arrow', 'one two three', 9, ['one two', '  ↳ three']],
    ['sets in what follows by two columns more than the line', '  one two six', 10, ['  one two', '   ↳ six']],
    ['parts more than once', 'aaa bbb ccc ddd', 8, ['aaa bbb', '  ↳ ccc', '  ↳ ddd']],
    ['never parts a word', 'one twothreefour', 9, null],
    ['does not part before the first word', '        word', 9, null],
  ])('%s', (_, line, most, lines) => expect(parted(line, most)).toEqual(lines))

  test('loses no word, and no line is too long', () => {
    const word = fc.stringMatching(/^[a-z(){}=.]{1,6}$/)
    fc.assert(
      fc.property(fc.nat(4), fc.array(word, { minLength: 1, maxLength: 30 }), (indent, words) => {
        const lines = partedAtSpaces(' '.repeat(indent) + words.join(' '), columns(20)) ?? []
        expect(lines.every(({ text }) => text.length <= 20)).toBe(true)
        const said = lines.map(({ text, arrow }) => (arrow === null ? text : text.slice(arrow + 2)))
        expect(said.join(' ').trim().split(' ')).toEqual(words)
      }),
    )
  })
})

describe('pagesOf()', () => {
  const sizes = (lines: readonly string[], rows: number, most = 4) =>
    pagesOf(plain(lines), { rows, most })?.map((page) => page.map(({ text }) => text)) ?? null

  test('parts at an empty line, which then stands on neither page', () => {
    const code = ['a {', '  1', '  2', '}', '', 'b {', '  1', '}']
    expect(sizes(code, 6)).toEqual([
      ['a {', '  1', '  2', '}'],
      ['b {', '  1', '}'],
    ])
  })

  test('fills as few pages as it can, about equally', () => {
    const code = Array.from({ length: 25 }, (_, n) => `line ${n}`)
    expect(sizes(code, 10)?.map((page) => page.length)).toEqual([8, 9, 8])
  })

  test('gives up where there are more pages than may be', () => {
    expect(sizes(Array<string>(41).fill('x'), 10)).toBeNull()
  })

  test('parts no line from what goes on below it', () => {
    const lines = plain(Array<string>(12).fill('x')).map((line, n) => (n === 6 ? { text: '  ↳ x', arrow: 2 } : line))
    expect(pagesOf(lines, { rows: 8, most: 4 })?.map((page) => page[0]?.arrow)).toEqual([null, null])
  })

  test('loses no line, and no page is too long', () => {
    const line = fc.constantFrom('', 'a', '  b', '    c', '}')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (lines, rows) => {
        const pages = pagesOf(plain(lines), { rows, most: 60 }) ?? []
        expect(pages.every((page) => page.length <= rows)).toBe(true)
        const said = pages.flatMap((page) => page.map(({ text }) => text)).filter((text) => text !== '')
        expect(said).toEqual(lines.filter((text) => text !== ''))
      }),
    )
  })
})

test.each([
  ['ts', 'TypeScript'],
  ['SH', 'Shell'],
  ['zig', 'Zig'],
  ['text', ''],
  ['{.numbered}', ''],
  ['constructor', 'Constructor'],
  [null, ''],
])('languageLabel(%s) is %j', (language, label) => expect(languageLabel(language)).toBe(label))
