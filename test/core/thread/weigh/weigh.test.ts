import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weigh, weigher } from '../../../../src/core/thread/weigh/weigh.ts'
import { oracle } from '../oracle.ts'

describe('weigh()', () => {
  test.each([
    ['nothing is 0', '', 0],
    ['a letter is 1', 'a', 1],
    ['an accented letter is 1 however it is written', 'é e\u0301', 3],
    ['a Cyrillic, Greek, Hebrew or Arabic letter is 1', 'жλאع', 4],
    ['a dash and a quotation mark are 1', '—“”‘’', 5],
    ['an ellipsis and a euro sign are 2', '…€', 4],
    ['a CJK letter is 2', '日本', 4],
    ['a Korean syllable is 2 however it is written', '각\u1100\u1161\u11a8', 4],
    ['an emoji is 2', '🧵', 2],
    ['a family is 2', '👨‍👩‍👧‍👦', 2],
    ['a skin tone, a flag and a keycap add nothing', '👍🏽🇺🇸1️⃣', 6],
    ['a newer sequence is counted by its parts', '🧑‍🚀', 5],
    ['half an emoji is 2', '\ud83d', 2],
    ['a link is 23, however long', `https://example.org/${'a'.repeat(500)}`, 23],
    ['a link is 23, however short', 't.co', 23],
    ['the stop after a link is no part of it', 'See example.org.', 28],
    ['a bracket closes within a path', 'https://example.org/a_(b)', 23],
    ['a file name is a link', 'README.md', 23],
    ['a missing space makes a link', 'The end.It begins.', 4 + 23 + 8],
    ['an address for mail is none', 'me@example.org', 14],
    ['a name without a known suffix is none', 'example.nothing', 15],
    ['a domain that is too long is none', `https://${'a'.repeat(64)}.org`, 76],
    ['the notice and the call to action', 'Please Like & Share 😉🪽', 24],
  ])('%s', (_, text, weight) => {
    expect(weigh(text)).toBe(weight)
    expect(oracle.parseTweet(text).weightedLength).toBe(weight)
  })

  test.each([
    ['a short link with a newer suffix is counted as a link', 'my.music', 23],
    ['a long link with a newer suffix is counted by its letters', `my.music/${'a'.repeat(40)}`, 49],
    ['a newer suffix within a longer word is none', 'my.musical', 10],
    ['a newer suffix in another script', 'דוגמה.ישראל', 11],
  ])('the heavier reading counts: %s', (_, text, weight) => expect(weigh(text)).toBe(weight))

  test.each([
    ['letters without a space', 'x'.repeat(1_000_000), 1_000_000],
    ['stops', 'a.'.repeat(500_000), 1_000_000],
    ['at signs', '@'.repeat(1_000_000), 1_000_000],
    ['domains that run into each other', 'a.com'.repeat(200_000), 1_000_000],
    ['brackets in a path', `a.com/${'('.repeat(1_000_000)}`, 23 + 1_000_000],
    ['combining marks out of their order', `q${'\u0301\u0323'.repeat(200_000)}`, 400_001],
    ['joiners', '👨‍'.repeat(100_000), 300_000],
  ])('a megabyte of %s is weighed', (_, text, weight) => expect(weigh(text)).toBe(weight))
})

describe('weigher()', () => {
  test('weighs a sentence of a text', () => {
    const text = 'See example.org now. 日本 is far.'
    const between = weigher(text)
    expect(between(0, 20)).toBe(weigh('See example.org now.'))
    expect(between(21, text.length)).toBe(weigh('日本 is far.'))
  })

  test('weighs the part of a link that a cut leaves', () => {
    const text = 'The end.It begins.'
    expect(weigher(text)(0, 8)).toBe(8)
    expect(weigher(text)(8, text.length)).toBe(10)
    expect(weigher(text)(5, 7)).toBe(2)
  })

  test('knows where letters stand that composing makes fewer', () => {
    const text = 'e\u0301te\u0301 \u1112\u1161\u11ab x'
    const between = weigher(text)
    expect(between(0, 5)).toBe(3)
    expect(between(6, 9)).toBe(2)
    expect(between(6, text.length)).toBe(4)
  })

  test('takes the heavier reading of a newer suffix', () => {
    expect(weigher('to my.music now')(3, 11)).toBe(23)
  })

  test('weighs the whole as weigh() does, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(weigher(text)(0, text.length)).toBe(weigh(text))
      }),
    )
  })

  test('adds up: two stretches that meet at a space weigh what both do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'word', '日本', 'a.com', '🇺🇸', 'é'), { maxLength: 20 }), (words) => {
        const text = words.join(' ')
        const between = weigher(text)
        for (const { index } of text.matchAll(/ /g)) {
          expect(between(0, index) + between(index, text.length)).toBe(between(0, text.length))
        }
      }),
    )
  })
})
