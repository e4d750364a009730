import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { altTextOf } from '../../../src/core/card/alt.ts'
import { words } from './drawing.ts'

describe('altTextOf()', () => {
  test.each([
    [
      'says the quote, who said it, and where',
      {},
      'Quote card: “Power is borrowed.” — Ann Example (@ann_example), in “On power”',
    ],
    ['knows a handle alone', { name: '' }, 'Quote card: “Power is borrowed.” — @ann_example, in “On power”'],
    ['knows a title alone', { name: '', handle: '' }, 'Quote card: “Power is borrowed.” — in “On power”'],
    ['makes do with the quote', { name: '', handle: '', title: '' }, 'Quote card: “Power is borrowed.”'],
    [
      'does not say the marks of emphasis',
      { title: '', name: '', quote: '==Power== is borrowed.' },
      'Quote card: “Power is borrowed.” — @ann_example',
    ],
    [
      'does not double quotation marks',
      { title: '', name: '', quote: '"Power is borrowed."' },
      'Quote card: “Power is borrowed.” — @ann_example',
    ],
  ])('%s', (_, change, alt) => expect(altTextOf(words(change))).toBe(alt))

  test('is never longer than X takes, and says who and where even then', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 40 })
    const text = fc.array(word, { maxLength: 120 }).map((parts) => parts.join(' '))
    fc.assert(
      fc.property(text, text, text, (quote, title, name) => {
        const alt = altTextOf(words({ quote, title, name }))
        expect(alt.length).toBeLessThanOrEqual(1000)
        expect(alt).not.toMatch(/\p{Surrogate}/u)
        expect(alt).toMatch(/^Quote card: “/)
      }),
    )
  })
})
