import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentences, sentenceSpans } from '../../../../src/core/article/sentence/sentences.ts'

/** Words, marks and white space in any order: what no rule expects. */
const anything = fc
  .array(
    fc.constantFrom(
      'The',
      'word',
      'Mr',
      'U.S',
      'e.g',
      '5',
      'I',
      '.',
      '!',
      '?',
      '…',
      '“',
      '”',
      '(',
      ')',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '• ',
      '1. ',
      '日本。',
      '😀',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
const language = fc.constantFrom('en', 'en-GB', 'de', 'ja', 'not a language', '')

describe('sentenceSpans()', () => {
  test('leaves out nothing but white space', () => {
    fc.assert(
      fc.property(anything, language, (text, tag) => {
        const kept = sentenceSpans(text, tag).map(({ start, end }) => text.slice(start, end))
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  test('gives spans in order, without white space around them, and none empty', () => {
    fc.assert(
      fc.property(anything, language, (text, tag) => {
        let last = 0
        for (const { start, end } of sentenceSpans(text, tag)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          last = end
        }
      }),
    )
  })

  test('finds no sentence in nothing', () => {
    expect(sentenceSpans('')).toEqual([])
    expect(sentenceSpans(' \n\n\t ')).toEqual([])
  })

  test.each(['.', '… ', 'a.', '(a. ', '?" ', 'a\n', '- a\n', 'end.It', '1. '])(
    'reads half a megabyte of "%s"',
    (piece) => {
      const text = piece.repeat(500_000 / piece.length)
      expect(sentenceSpans(text).at(-1)?.end).toBe(text.trimEnd().length)
    },
  )
})

describe('sentences() in other languages', () => {
  test.each([
    ['de', 'Er ging. Sie blieb.', ['Er ging.', 'Sie blieb.']],
    ['fr', 'Il part. Elle reste !', ['Il part.', 'Elle reste !']],
    ['ja', '雨が降る。風も吹く。', ['雨が降る。', '風も吹く。']],
    ['el', 'Πού είναι; Εδώ.', ['Πού είναι;', 'Εδώ.']],
    ['en-US', 'Mr. Lee left. He ran.', ['Mr. Lee left.', 'He ran.']],
  ])('%s', (tag, text, parts) => expect(sentences(text, tag)).toEqual(parts))

  test('ends a sentence at a blank line', () => {
    expect(sentences('Ein Titel\n\nEr ging.', 'de')).toEqual(['Ein Titel', 'Er ging.'])
  })
})

const articles = process.env['BROADSIDE_ARTICLES']

test.skipIf(articles === undefined)('sentences() ends no sentence of a real article after a known abbreviation', () => {
  for (const file of readdirSync(articles ?? '.').filter((name) => name.endsWith('.txt'))) {
    const parts = sentences(readFileSync(join(articles ?? '.', file), 'utf8'))
    expect(parts.filter((part) => /\b(?:U\.S|Feb|Dec|DEC|a\.i|Mass|vs|Sec)\.$/.test(part))).toEqual([])
    expect(parts.filter((part) => /^\p{Ll}/u.test(part))).toEqual([])
  }
})
