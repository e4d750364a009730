import { describe, expect, test } from 'vitest'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'

describe('more markup than anyone writes', () => {
  test.each([
    ['brackets', '['.repeat(5000)],
    ['stars that pair with nothing', 'a*'.repeat(3000)],
    ['emphasis that never ends', '*a **b '.repeat(2000)],
    ['links that never end', '[a]('.repeat(2000)],
    ['one paragraph of links', 'See [a](https://example.org/a) and *so* on. '.repeat(600)],
  ])('is posted as it is written, and pointed out: %s', (_, line) => {
    const source = `One. Two.\n\n${line}\n\nThree *four*.`
    const article = readArticle(source)
    expect(article.text).toContain(line.trim())
    expect(article.text).toContain('Three four.')
    expect(article.problems).toEqual([{ code: 'markup-dense', line: 3 }])
    expect(lostFrom(source, article)).toEqual([])
  })

  test('nor are lines read that are nested deeper than anyone nests', () => {
    const article = readArticle(`${'> '.repeat(5000)}so deep`)
    expect(article.text).toContain('so deep')
    expect(article.problems).toEqual([{ code: 'markup-dense', line: 1 }])
  })

  test('nor are lists read that are longer than anyone’s and hold more than words', () => {
    const list = '- [x] One\n  - two\n'.repeat(2000)
    const article = readArticle(`Words.\n\n${list}\nThree *four*.`)
    expect(article.problems).toEqual([{ code: 'markup-dense', line: 3 }])
    expect(article.text).toContain('[x] One')
    expect(article.text).toContain('Three four.')
    expect(readArticle(list.replaceAll('[x] ', '')).problems).toEqual([])
  })

  test('nor are numbers that are nested so deep', () => {
    const article = readArticle(`${'1. '.repeat(30_000)}so deep`)
    expect(article.text).toContain('1. 1. so deep')
    expect(article.problems).toEqual([{ code: 'markup-dense', line: 1 }])
  })

  test.each([
    ['a quotation', '> *a*'],
    ['an item', '- [a](https://example.org/a)'],
    ['a footnote', '[^1]: *a*'],
  ])('nor is %s read that runs on over more lines than anyone’s', (_, first) => {
    const article = readArticle(`Words[^1].\n\n${first}\n${'b\n'.repeat(5000)}\nThree *four*.`)
    expect(article.text).toContain(first)
    expect(article.text).toContain('Three four.')
    expect(article.problems).toEqual([{ code: 'markup-dense', line: 3 }])
  })

  test('is none: a rule, a long list, long code', () => {
    const item = '- [x] **Bold** and [a link](https://example.org/a) and `code`.\n'
    const source = `${'* '.repeat(60)}\n\n${item.repeat(200)}\n\`\`\`\n${'a[i] = b * c\n'.repeat(400)}\`\`\``
    const { text, problems } = readArticle(source, { code: 'text' })
    expect(problems).toEqual([])
    expect(text).toContain('☑ Bold and a link and code.')
  })
})

test('a heading with a million spaces in it is a heading', () => {
  expect(readArticle(`# a${' '.repeat(1_000_000)}b`).title).toMatch(/^a +b$/)
})

test('one line of 100 kB is one paragraph', () => {
  const line = 'Word for word it goes on and on. '.repeat(3100).trim()
  expect(readArticle(line)).toMatchObject({ text: line, problems: [] })
})

test.each([
  ['only a title', '# Title', 'Title'],
  ['only a list', '- One\n- Two', '• One\n• Two'],
  ['only code', '```\na\n```', 'a'],
  ['only a rule', '---', ''],
])('an article that is %s is read', (_, source, text) => {
  expect(readArticle(source).text).toBe(text)
})
