import { describe, expect, test } from 'vitest'
import { languageOf, marksAround, marksOf } from '../../../src/core/card/marks.ts'

test.each([
  ['en-GB', '“…”'],
  ['de-AT', '„…“'],
  ['de-CH', '«…»'],
  ['fr', '«\u202f…\u202f»'],
  ['es', '«…»'],
  ['it', '«…»'],
  ['pl', '„…”'],
  ['ru', '«…»'],
  ['sv', '”…”'],
  ['fi', '”…”'],
  ['da', '»…«'],
  ['nl', '“…”'],
  ['ja', '「…」'],
  ['zh-Hans', '“…”'],
  ['zh-Hant-TW', '「…」'],
  ['he', '”…”'],
  ['ar', '«…»'],
  ['tlh', '“…”'],
  ['', '“…”'],
])('marksOf(%j) sets %s', (language, wanted) => {
  const { open, close } = marksOf(language)
  expect(`${open}…${close}`).toBe(wanted)
})

test.each([
  ['Power', 'en'],
  ['צדק', 'he'],
  ['عدل', 'ar'],
  ['力は', 'ja'],
  ['权力', 'zh'],
  ['Власть', 'ru'],
  ['Її', 'uk'],
])('languageOf(%j) is %s', (text, language) => expect(languageOf(text)).toBe(language))

describe('marksAround()', () => {
  const usual = marksOf('en')
  test.each([
    ['„Macht“', '„'],
    ['«Власть»', '«'],
    ['»Magt«', '»'],
    ['« Le pouvoir »', '«\u202f'],
    ['「力」', '「'],
    ['“Power”', usual.open],
  ])('knows the marks of %s', (text, open) => expect(marksAround(text, usual)?.open).toBe(open))

  test.each(['Power', '“Power” and “law”', '„Macht', '«a“'])('finds none around %s', (text) => {
    expect(marksAround(text, usual)).toBeNull()
  })
})
