import { describe, expect, test } from 'vitest'
import { noEmoji } from '../../../src/core/card/emoji.ts'
import { legible } from '../../../src/core/card/legible.ts'
import { anyEmoji, shaper } from './drawing.ts'

const none = { shaper, emoji: noEmoji }
const all = { shaper, emoji: anyEmoji }
const quote = { fonts: ['newsreader-display'], leaveOut: 'edges' } as const
const name = { fonts: ['inter-medium'], leaveOut: 'anywhere' } as const

describe('legible()', () => {
  test.each([
    'Plain words, with “marks”, dashes — and an ellipsis…',
    'Ärger, naïve café, Łódź, Čeština, İstanbul, Đà Nẵng',
    '$5, £4, €3, ¥2, ₹1: 50% of § 107 © ½',
  ])('takes %j as it is', (text) => expect(legible(text, quote, none)).toEqual({ kind: 'legible', text }))

  test.each([
    ['at the end', 'We won! 🎉🎉', 'We won!'],
    ['at the start', '🪽 We won.', 'We won.'],
    ['between sentences', 'We won. 👩‍👩‍👧 They lost.', 'We won. They lost.'],
    ['before the full stop that ends it', 'We won 🇺🇸.', 'We won.'],
  ])('leaves an emoji out %s', (_, given, text) => {
    expect(legible(given, quote, none)).toEqual({ kind: 'legible', text })
  })

  test('refuses an emoji that stands for a word', () => {
    const problem = { code: 'quote-sign', sign: '❤️' }
    expect(legible('I ❤️ New York', quote, none)).toEqual({ kind: 'problem', problem })
  })

  test('leaves emoji out of a name wherever they stand', () => {
    expect(legible('The ❤️ Dispatch 🗞️', name, none)).toEqual({ kind: 'legible', text: 'The Dispatch' })
  })

  test.each([
    ['Cyrillic', 'Власть взята взаймы.', '@expo-google-fonts/noto-serif'],
    ['Greek', 'Γνῶθι σεαυτόν', '@expo-google-fonts/noto-serif'],
    ['Korean', '힘은 빌린 것이다', '@expo-google-fonts/noto-serif-kr'],
    ['Thai', 'อำนาจคือสิ่งที่ยืมมา', '@expo-google-fonts/noto-serif-thai'],
    ['Devanagari', 'कर्म', '@expo-google-fonts/noto-serif-devanagari'],
    ['Georgian', 'ძალა', '@expo-google-fonts/noto-serif-georgian'],
    ['Armenian', 'Ուժը', '@expo-google-fonts/noto-serif-armenian'],
    ['Ethiopic', 'ኃይል', '@expo-google-fonts/noto-serif-ethiopic'],
  ])('names a package with the letters of %s', (script, text, fonts) => {
    const problem = { code: 'quote-script', script, package: fonts }
    expect(legible(text, quote, none)).toEqual({ kind: 'problem', problem })
  })

  test.each([
    ['Arabic', 'العدل أساس الملك، أليس كذلك؟'],
    ['Persian, with the joiners that part its words', 'می‌خواهم'],
    ['Hebrew', 'צדק צדק תרדוף־נא'],
    ['Japanese', '「力は借りもの」です。'],
  ])('takes %s, whose fonts are installed', (_, text) => {
    expect(legible(text, quote, none)).toEqual({ kind: 'legible', text })
  })

  test('promises no package for a script that none of those it knows has', () => {
    expect(legible('ꦏꦼꦏꦸꦮꦠꦤ꧀', quote, none)).toMatchObject({ problem: { code: 'quote-script', package: null } })
  })

  test.each(['I ❤️ New York 🗽.', '1️⃣ 🇺🇸 👩🏽‍🚀 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿 © ™'])('takes %j as it is where emoji can be drawn', (text) => {
    expect(legible(text, quote, all)).toEqual({ kind: 'legible', text })
  })

  test('never leaves a letter out', () => {
    expect(legible('The ɐ Dispatch', name, none)).toEqual({
      kind: 'problem',
      problem: { code: 'quote-sign', sign: 'ɐ' },
    })
  })
})
