import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asDrawn, clean, withPrintersSigns, wordingOf } from '../../../src/core/card/wording.ts'

describe('clean()', () => {
  test.each([
    ['takes control characters out', 'a\u0000b\u001bc', 'abc'],
    ['takes overrides of direction out', 'pay \u202eeerf\u202c now\u2066\u2069', 'pay eerf now'],
    ['takes what has no width out', 'some\u200bthing\ufeff\u00ad', 'something'],
    ['makes one space of white space', ' a \t\r\n\u2003 b ', 'a b'],
    ['keeps a space that may not break', '§\u00a0107', '§\u00a0107'],
    ['composes letters', 'cafe\u0301', 'café'],
    ['takes half a surrogate pair out', 'a\ud800b', 'ab'],
    ['leaves two marks on a letter', `x${'\u0335'.repeat(40)}`, 'x\u0335\u0335'],
  ])('%s', (_, given, wanted) => expect(clean(given)).toBe(wanted))

  test('cleans what is clean no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(clean(text))).toBe(clean(text))
      }),
    )
  })
})

test.each([
  [`"It's" -- so...`, '“It’s” — so…'],
  [`he said "no" ('never')`, 'he said “no” (‘never’)'],
  [`the '90s and rock 'n' roll`, 'the ’90s and rock ‘n’ roll'],
  ['a---b', 'a—b'],
  ['well-known <!-- note -->', 'well-known <!-- note -->'],
])('withPrintersSigns(%j) gives %j', (given, wanted) => expect(withPrintersSigns(given)).toBe(wanted))

describe('wordingOf()', () => {
  test('sets marks around the words, and single ones within', () => {
    const { text } = wordingOf('They call it "fair" use.', { marked: true })
    expect(text).toBe('“They call it ‘fair’ use.”')
  })

  test('does not double marks that stand around the words already', () => {
    expect(wordingOf('"Power is borrowed."', { marked: true }).text).toBe('“Power is borrowed.”')
    expect(wordingOf('“Power is borrowed.”', { marked: false }).text).toBe('Power is borrowed.')
  })

  test.each([
    ['Macht ist "nur" geliehen', 'de', '„Macht ist ‚nur‘ geliehen“'],
    ['„Macht ist "nur" geliehen“', 'en', '„Macht ist ‚nur‘ geliehen“'],
    ['"Macht" ist geliehen', 'de', '„‚Macht‘ ist geliehen“'],
    ['Un "prêt", dit-il\u202f!', 'fr', '«\u202fUn “prêt”, dit-il\u202f!\u202f»'],
    ['Un «\u00a0prêt\u00a0», dit-il', 'fr', '«\u202fUn “prêt”, dit-il\u202f»'],
    ['Władza jest "pożyczona"', 'pl', '„Władza jest «pożyczona»”'],
    ['Власть «взаймы»', 'ru', '«Власть „взаймы“»'],
    ['Makt är ”lånad”', 'sv', '”Makt är ’lånad’”'],
    ['Magt er »lånt«', 'da', '»Magt er ›lånt‹«'],
    ['「力」は借りもの', 'ja', '「『力』は借りもの」'],
    ['צה"ל אמר "לא"', 'he', '”צה״ל אמר ’לא’”'],
  ])('sets the marks around and within %j as printers of %s do', (quote, language, text) => {
    expect(wordingOf(quote, { marked: true, language }).text).toBe(text)
  })

  test('finds the phrases that are marked, and takes the marks out', () => {
    const { text, emphases } = wordingOf('It is ==a defence==, not ==a licence==.', { marked: true })
    expect(text).toBe('“It is a defence, not a licence.”')
    expect(emphases.map(({ start, end }) => text.slice(start, end))).toEqual(['a defence', 'a licence'])
  })

  test.each(['1 == 1', 'a ==b', '== a ==', '===='])('takes %j as it stands', (quote) => {
    expect(wordingOf(quote, { marked: false })).toEqual({
      text: quote,
      emphases: [],
      marks: { opening: 0, closing: 0 },
    })
  })
})

test('asDrawn() changes no length, so that places in the text stay what they are', () => {
  expect(asDrawn('a\u2011b\u202f1\u20092')).toBe('a-b\u00a01 2')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(asDrawn(text)).toHaveLength(text.length)
    }),
  )
})
