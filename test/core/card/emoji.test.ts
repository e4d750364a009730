import { describe, expect, test } from 'vitest'
import { emojiIn, isEmoji, noEmoji } from '../../../src/core/card/emoji.ts'
import { anyEmoji } from './drawing.ts'

describe('emojiIn()', () => {
  test('finds each sign once, whole', () => {
    expect(emojiIn('I ❤️ it 🎉🎉 👩‍👩‍👧 🇺🇸🇺🇦 1️⃣ 👍🏽 1 # ©')).toEqual(['❤️', '🎉', '👩‍👩‍👧', '🇺🇸', '🇺🇦', '1️⃣', '👍🏽', '©'])
  })

  test('finds none in words', () => expect(emojiIn('Plain words, No. 1 — “so” 力 عدل')).toEqual([]))
})

describe('isEmoji()', () => {
  const [yes, no] = [() => true, () => false]
  test.each(['🎉', '❤️', '🇺🇸', '1️⃣', '✌🏽', '👩‍👩‍👧', '©️'])('takes %s for an emoji, whatever the fonts have', (sign) => {
    expect(isEmoji(sign, anyEmoji, yes)).toBe(true)
  })

  test.each(['©', '™', '❤', '↔', '🎉\ufe0e'])('takes %s for text where the fonts have it', (sign) => {
    expect(isEmoji(sign, anyEmoji, yes)).toBe(false)
    expect(isEmoji(sign, anyEmoji, no)).toBe(true)
  })

  test('takes nothing for an emoji that cannot be drawn', () => expect(isEmoji('🎉', noEmoji, no)).toBe(false))
})
