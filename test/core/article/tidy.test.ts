import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tidy } from '../../../src/core/article/tidy.ts'

describe('tidy()', () => {
  test.each([
    ['a byte order mark', '\ufeffOne', 'One'],
    ['carriage returns', 'One\r\nTwo\rThree', 'One\nTwo\nThree'],
    ['spaces that do not break', 'One\u00a0two\u202fthree', 'One two three'],
    ['zero-width spaces and soft hyphens', 'One\u200btwo\u00adthree', 'Onetwothree'],
    ['a joiner between Latin letters', 'a\u200db\u200cc', 'abc'],
    ['controls', 'a\u0000b\u0007c\u0085d', 'abc\nd'],
    ['marks of direction in a text that runs one way', 'a\u200eb\u202ac', 'abc'],
    ['half a surrogate pair', 'a\ud83eb', 'a\ufffdb'],
    ['letters that compose', 'e\u0301', 'é'],
  ])('mends %s', (_, source, text) => {
    expect(tidy(source)).toBe(text)
  })

  test.each([
    ['the joiners of an emoji', '👩‍💻 🏳️‍🌈 👁️‍🗨️ 🧑🏽‍🚀 🙋‍♀️ ❤️‍🔥'],
    ['the non-joiner of Persian', 'می‌خواهم'],
    ['the joiner of Sinhala and of Hindi', 'ශ්‍රී क्‍ष'],
    ['marks of direction where a text runs both ways', 'שלום \u200eabc'],
    ['typographic signs', '“One”—two… three’s'],
  ])('keeps %s', (_, source) => {
    expect(tidy(source)).toBe(source.normalize('NFC'))
  })

  test('has nothing left to mend in what it mended', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (source) => {
        expect(tidy(tidy(source))).toBe(tidy(source))
      }),
      { numRuns: 2000 },
    )
  })
})
