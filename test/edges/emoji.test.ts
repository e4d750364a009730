import { expect, test } from 'vitest'
import { namesOf, readEmoji } from '../../src/edges/emoji.ts'

test.each([
  ['👩🏽‍🚀', 'a person of a colour at work'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a flag made of tags'],
  ['❤️', 'a sign asked for in colour'],
  ['❤', 'a sign that is not'],
  ['1️⃣', 'a digit in a key'],
  ['👁️‍🗨️', 'two joined, both asked for in colour'],
  ['🇺🇦', 'a flag of two letters'],
  ['🪽', 'one of the newest'],
  ['🫱🏻‍🫲🏿', 'two hands of two colours'],
  ['👨‍👩‍👧‍👦', 'a family'],
  ['🏳️‍🌈', 'a flag joined from two'],
])('readEmoji() finds %s: %s', async (character) => {
  expect(await readEmoji(character)).toMatch(/^<svg [^>]*viewBox="0 0 36 36"/)
})

test.each(['a', '中', '', '../../package', '😀😀'])('readEmoji() finds nothing for "%s"', async (character) => {
  expect(await readEmoji(character)).toBeNull()
})

test('namesOf() leaves out the sign that asks for colours, unless emoji are joined', () => {
  expect(namesOf('❤️')[0]).toBe('2764')
  expect(namesOf('❤️‍🔥')[0]).toBe('2764-fe0f-200d-1f525')
})
