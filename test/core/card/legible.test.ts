import { describe, expect, test } from 'vitest'
import { legible } from '../../../src/core/card/legible.ts'
import { shaper } from './drawing.ts'

const quote = { fonts: ['newsreader-display'], leaveOut: 'edges' } as const
const name = { fonts: ['inter-medium'], leaveOut: 'anywhere' } as const

describe('legible()', () => {
  test.each([
    'Plain words, with “marks”, dashes — and an ellipsis…',
    'Ärger, naïve café, Łódź, Čeština, İstanbul, Đà Nẵng',
    '$5, £4, €3, ¥2, ₹1: 50% of § 107 © ½',
  ])('takes %j as it is', (text) => expect(legible(text, quote, shaper)).toEqual({ kind: 'legible', text }))

  test.each([
    ['at the end', 'We won! 🎉🎉', 'We won!'],
    ['at the start', '🪽 We won.', 'We won.'],
    ['between sentences', 'We won. 👩‍👩‍👧 They lost.', 'We won. They lost.'],
    ['before the full stop that ends it', 'We won 🇺🇸.', 'We won.'],
  ])('leaves an emoji out %s', (_, given, text) => {
    expect(legible(given, quote, shaper)).toEqual({ kind: 'legible', text })
  })

  test('refuses an emoji that stands for a word', () => {
    const problem = { code: 'quote-sign', sign: '❤️' }
    expect(legible('I ❤️ New York', quote, shaper)).toEqual({ kind: 'problem', problem })
  })

  test('leaves emoji out of a name wherever they stand', () => {
    expect(legible('The ❤️ Dispatch 🗞️', name, shaper)).toEqual({ kind: 'legible', text: 'The Dispatch' })
  })

  test.each([
    ['Cyrillic', 'Власть взята взаймы.', '@expo-google-fonts/noto-serif'],
    ['Greek', 'Γνῶθι σεαυτόν', '@expo-google-fonts/noto-serif'],
    ['Japanese', 'ちからは借りもの', '@expo-google-fonts/noto-serif-jp'],
    ['Korean', '힘은 빌린 것이다', '@expo-google-fonts/noto-serif-kr'],
  ])('names a package with the letters of %s', (script, text, fonts) => {
    const problem = { code: 'quote-script', script, package: fonts }
    expect(legible(text, quote, shaper)).toEqual({ kind: 'problem', problem })
  })

  test.each([
    ['Arabic', 'العدل أساس الملك'],
    ['Hebrew', 'צדק צדק תרדוף'],
    ['“क”', 'कर्म'],
  ])('promises no package for %s, which cards cannot be set in', (script, text) => {
    const read = legible(text, quote, shaper)
    expect(read).toMatchObject({ problem: { code: 'quote-script', package: null } })
    expect(read.kind === 'problem' && read.problem.code === 'quote-script' && read.problem.script).toContain(
      script.slice(0, 2),
    )
  })

  test('never leaves a letter out', () => {
    expect(legible('The ɐ Dispatch', name, shaper)).toEqual({
      kind: 'problem',
      problem: { code: 'quote-sign', sign: 'ɐ' },
    })
  })
})
