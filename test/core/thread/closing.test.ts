import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../src/core/article/read.ts'
import { closingOf, closingOn, closingTemplate } from '../../../src/core/thread/closing.ts'

const callToAction = 'Please Like & Share 😉🪽'
const notice =
  '{handle} {month} {year} Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for “fair use” for purposes such as criticism, comment, news reporting, teaching, scholarship, education, and research.'
const settings = { callToAction, notice, handle: '@owner' }
const words = 'It began in spring. Nobody knew how it would end.'

function articleEndingIn(...lines: readonly string[]) {
  return readArticle([words, ...lines].join('\n\n'))
}

describe('closingTemplate()', () => {
  test('is the call to action, a blank line and the notice, the day still to come', () => {
    const template = closingTemplate({ ...settings, article: articleEndingIn() })
    expect(template).toBe(`${callToAction}\n\n${notice.replace('{handle}', '@owner')}`)
  })

  test('posts once what the article says as the settings do, whoever and whenever', () => {
    const own = notice.replace('{handle} {month} {year}', '@Other MAY 2024').replaceAll('“', '"').replaceAll('”', '"')
    const article = articleEndingIn('please like and share!'.replace('and', '&'), own)
    expect(article.notice).toBe(own)
    expect(closingTemplate({ ...settings, article })).toBe(`${callToAction}\n\n${notice.replace('{handle}', '@owner')}`)
  })

  test('posts the article’s own words where they are others', () => {
    const article = articleEndingIn('Subscribe to my newsletter!', '© 2024 Jane Doe. All rights reserved.')
    expect(closingTemplate({ ...settings, article })).toBe(
      'Subscribe to my newsletter!\n\n© 2024 Jane Doe. All rights reserved.',
    )
  })

  test('takes the handle from the article’s notice where the settings name none', () => {
    const article = articleEndingIn(notice.replace('{handle} {month} {year}', '@1TheOther1 DEC. 2025'))
    expect(closingTemplate({ ...settings, handle: null, article })).toContain(
      '\n\n@1TheOther1 {month} {year} Copyright',
    )
  })

  test('leaves the handle out where nobody names one', () => {
    expect(closingTemplate({ ...settings, handle: null, article: articleEndingIn() })).toContain(
      '\n\n{month} {year} Copyright',
    )
  })

  test.each([
    ['the settings say nothing', { callToAction: '', notice: null, handle: null }, ''],
    ['the article turns it off', settings, '---\nclosing: off\n---\n'],
  ])('is nothing where %s', (_, facts, front) => {
    expect(closingTemplate({ ...facts, article: readArticle(front + words) })).toBeNull()
  })

  test('ends with the link and the tags of the front matter', () => {
    const article = readArticle(`---\nlink: https://example.org/a\ntags: [law, courts]\n---\n${words}`)
    expect(closingTemplate({ article, callToAction: 'Read on', notice: '© {year}', handle: null })).toBe(
      'Read on\nhttps://example.org/a\n\n© {year}\n\n#law #courts',
    )
  })
})

describe('closingOn()', () => {
  test.each([
    [1, 'JAN.'],
    [2, 'FEB.'],
    [3, 'MARCH'],
    [4, 'APRIL'],
    [5, 'MAY'],
    [6, 'JUNE'],
    [7, 'JULY'],
    [8, 'AUG.'],
    [9, 'SEPT.'],
    [10, 'OCT.'],
    [11, 'NOV.'],
    [12, 'DEC.'],
  ])('writes month %i as %s', (month, written) => {
    expect(closingOn('{month} {year}', { month, year: 2026 })).toBe(`${written} 2026`)
  })
})

test('closingOf() is the closing on its day', () => {
  const closing = closingOf({ ...settings, article: articleEndingIn(), month: 12, year: 2025 })
  expect(closing).toContain('\n\n@owner DEC. 2025 Copyright')
})
