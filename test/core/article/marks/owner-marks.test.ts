import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'
import { anyText } from '../../thread/article-builder.ts'

const keptOf = (source: string): readonly string[] => {
  const { text, kept } = readArticle(source)
  return kept.map(({ start, end }) => text.slice(start, end))
}

describe('{keep}', () => {
  test.each([
    ['inside a sentence', 'One {keep}two three{/keep} four.', 'One two three four.', ['two three']],
    ['around emphasis', 'One {keep}_two_ **three**{/keep} four.', 'One two three four.', ['two three']],
    ['inside emphasis', 'One **{keep}two{/keep} three** four.', 'One two three four.', ['two']],
    ['over paragraphs', 'One. {keep}Two.\n\nThree.{/keep} Four.', 'One. Two.\n\nThree. Four.', ['Two.\n\nThree.']],
    [
      'on lines of its own',
      'One.\n\n{keep}\nTwo.\n\nThree.\n{/keep}\n\nFour.',
      'One.\n\nTwo.\n\nThree.\n\nFour.',
      ['Two.\n\nThree.'],
    ],
    [
      'around a list',
      'One.\n\n{keep}\n- Two\n- Three\n{/keep}\n\nFour.',
      'One.\n\n• Two\n• Three\n\nFour.',
      ['• Two\n• Three'],
    ],
    [
      'around code',
      'One.\n\n{keep}\n```\na = {b}\n\nc = 1\n```\n{/keep}\n\nFour.',
      'One.\n\na = {b}\n\nc = 1\n\nFour.',
      ['a = {b}\n\nc = 1'],
    ],
  ])('%s marks its passage and leaves no trace in the text', (_, source, text, kept) => {
    expect(readArticle(source, { code: 'text' })).toMatchObject({ text, problems: [] })
    expect(keptOf(source)).toEqual(kept)
  })
})

describe('{skip}', () => {
  test.each([
    ['inside a sentence', 'One {skip}two {/skip}three.', 'One three.', ['two']],
    ['an item', '- One\n- Two\n{skip}\n- Three\n{/skip}\n- Four', '• One\n• Two\n• Four', ['- Three']],
    ['paragraphs', 'One.\n\n{skip}Two.\n\nThree.{/skip}\n\nFour.', 'One.\n\nFour.', ['Two.\n\nThree.']],
    ['from one paragraph into another', 'One. {skip}Two.\n\nThree.{/skip} Four.', 'One.\n\nFour.', ['Two.\n\nThree.']],
  ])('%s is left out and listed', (_, source, text, skipped) => {
    const article = readArticle(source)
    expect(article).toMatchObject({ text, problems: [] })
    expect(article.dropped).toEqual(skipped.map((one) => ({ text: one, why: 'skipped: the owner marked it {skip}' })))
    expect(lostFrom(source, article)).toEqual([])
  })
})

test.each([
  ['is never closed', 'One.\n\nTwo {keep}three.', { line: 3, mark: 'keep', why: 'unclosed' }],
  ['closes nothing', 'One.\n\nTwo{/skip} three.', { line: 3, mark: 'skip', why: 'unopened' }],
  ['stands in another', '---\ntitle: T\n---\n{keep}One {keep}two{/keep}', { line: 4, mark: 'keep', why: 'nested' }],
  ['holds nothing', 'One.\n\nTwo {skip} {/skip}three.', { line: 3, mark: 'skip', why: 'empty' }],
])('a mark that %s is a problem with its line, and loses no word', (_, source, problem) => {
  const article = readArticle(source)
  expect(article.problems).toEqual([{ code: 'mark-bad', ...problem }])
  expect(article.text).not.toMatch(/[{}\ufffc]/)
  expect(lostFrom(source, article)).toEqual([])
})

test('readArticle() shows marks in code, and those with a backslash, to the reader', () => {
  const source = 'Write `{keep}` or \\{skip} here.\n\n```\n{keep}\n```\n\nMore.'
  expect(readArticle(source, { code: 'text' })).toMatchObject({
    text: 'Write {keep} or {skip} here.\n\n{keep}\n\nMore.',
    problems: [],
  })
})

test('readArticle() loses no word and leaves no sign, wherever marks stand', () => {
  const mark = fc.constantFrom('{keep}', '{/keep}', '{skip}', '{/skip}', '\n{keep}\n', '\n{/keep}\n')
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, mark), { maxLength: 8 }), (parts) => {
      const source = parts.join('')
      const article = readArticle(source)
      expect(JSON.stringify(article)).not.toContain('\ufffc\ufdd0')
      expect(lostFrom(source, article)).toEqual([])
      for (const { start, end } of article.kept) {
        expect(start).toBeLessThan(end)
        expect(end).toBeLessThanOrEqual(article.text.length)
      }
    }),
    { numRuns: 500 },
  )
})
