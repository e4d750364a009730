import { describe, expect, test } from 'vitest'
import { opportunities } from '../../../src/core/card/break.ts'
import { noEmoji } from '../../../src/core/card/emoji.ts'
import { setGalley } from '../../../src/core/card/galley.ts'
import { withPartedWords, withWordPlaces } from '../../../src/core/card/parting.ts'
import { wordingOf } from '../../../src/core/card/wording.ts'
import { shaper } from './drawing.ts'

const font = 'inter-medium'
const faces = { font, emphasisFont: font, tracking: 0, direction: 'ltr' } as const

function parted(quote: string, widest: number, language = 'en'): string | undefined {
  const wording = wordingOf(quote, { marked: false })
  const galley = setGalley(wording, faces, { shaper, emoji: noEmoji })
  const room = { galley, places: opportunities(galley), widest }
  const { text } = withPartedWords(wording, room, (word) => shaper.syllables(word, language)) ?? {}
  return text?.replaceAll('\u00ad', '-').replaceAll('\u200b', '|')
}

describe('withPartedWords()', () => {
  test('leaves words that fit', () => expect(parted('a remarkable hyphenation', 20)).toBeUndefined())

  test('parts a word that does not fit between its syllables', () => {
    expect(parted('a remarkable hyphenation', 5)).toBe('a re-mark-able hy-phen-ation')
  })

  test('parts a word of another language as that language does', () => {
    expect(parted('Schifffahrtsgesellschaft', 8, 'de')).toBe('Schiff-fahrts-ge-sell-schaft')
  })

  test('parts between letters where there are no syllables', () => {
    expect(parted('aaaaaa', 2)).toBe('a-a-a-a-a-a')
    expect(parted('strength', 2, 'tlh')).toBe('s-t-r-e-n-g-t-h')
  })

  test('sets no hyphen into an address', () => {
    expect(parted('https://example.org/1234567890123', 4)).toBe(
      'https://e|x|a|m|p|l|e|.|org|/|1|2|3|4|5|6|7|8|9|0|1|2|3',
    )
  })

  test('moves an emphasised phrase with its words', () => {
    const wording = wordingOf('a ==remarkable== day', { marked: true })
    const galley = setGalley(wording, faces, { shaper, emoji: noEmoji })
    const room = { galley, places: opportunities(galley), widest: 4 }
    const { text, emphases } = withPartedWords(wording, room, (word) => shaper.syllables(word, 'en')) ?? wording
    expect(emphases.map(({ start, end }) => text.slice(start, end).replaceAll('\u00ad', ''))).toEqual(['remarkable'])
  })
})

describe('withWordPlaces()', () => {
  test('finds the words of Thai', () => {
    const { text } = withWordPlaces(wordingOf('อำนาจเป็นของยืม', { marked: false }), 'th')
    expect(text.split('\u200b').length).toBeGreaterThan(2)
    expect(text.replaceAll('\u200b', '')).toBe('อำนาจเป็นของยืม')
  })

  test('leaves words that have spaces between them', () => {
    const wording = wordingOf('Power is borrowed.', { marked: true })
    expect(withWordPlaces(wording, 'en')).toBe(wording)
  })
})
