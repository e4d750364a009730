import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../src/core/article/read.ts'
import { closingOn, closingTemplate } from '../../../src/core/thread/closing.ts'
import { partLine } from '../../../src/core/thread/part-line.ts'
import { fileOf, withImages } from '../../../src/core/thread/place-images.ts'
import { split } from '../../../src/core/thread/split/split.ts'
import { sentencesOf } from './article-builder.ts'

const one = sentencesOf(2, 120)
const placed = (source: string): readonly (readonly string[])[] => {
  const article = readArticle(source)
  const { posts } = split(article, { closing: 'Bye' })
  return withImages(posts, article.images).map(({ images }) => images.map(({ file }) => file))
}

describe('withImages()', () => {
  test('puts an image on the post that follows it, the last one on the last post of the article', () => {
    expect(placed(`${one}\n\n![A](a.png)\n\n${one}\n\n![B](b.png)`)).toEqual([[], ['a.png', 'b.png'], []])
  })

  test('puts what a post has no room for on the next', () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => `![${name}](${name}.png)`).join('\n\n')
    expect(placed(`${five}\n\n${one}\n\n${one}`)).toEqual([['a.png', 'b.png', 'c.png', 'd.png'], ['e.png'], []])
  })

  test('counts an image in the price of its post', () => {
    const article = readArticle(`![A](a.png)\n\nWords.`)
    expect(withImages(split(article).posts, article.images)[0]?.price).toBe(0.02)
  })
})

test.each([
  ['./my%20map.png', 'my map.png'],
  ['images/map.png', 'images/map.png'],
  ['100%.png', '100%.png'],
  ['https://example.org/a%20b.png', 'https://example.org/a%20b.png'],
])('fileOf(%s) is %s', (address, file) => expect(fileOf(address)).toBe(file))

describe('closingTemplate()', () => {
  const settings = { callToAction: 'Please share', notice: '© {year}', handle: null }
  const linked = (count: number): string =>
    Array.from({ length: count }, (_, n) => `Some words with a [link](https://example.org/${n}).`).join('\n\n')

  test('prints the collected links above the call to action where all of it fits', () => {
    const article = readArticle(`---\nlinks: closing\n---\n\n${linked(2)}`)
    expect(closingTemplate({ ...settings, article })).toBe(
      'https://example.org/0\nhttps://example.org/1\n\nPlease share\n\n© {year}',
    )
  })

  test('gives them posts of their own where it does not, none too heavy', () => {
    const article = readArticle(`---\nlinks: closing\n---\n\n${linked(30)}`)
    const template = closingTemplate({ ...settings, article })
    const { posts, problems } = split(article, { closing: template && closingOn(template, { month: 9, year: 2026 }) })
    expect(problems).toEqual([])
    expect(posts.at(-1)?.text).toContain('Please share\n\n© 2026')
    expect(posts.flatMap(({ links }) => links)).toHaveLength(30)
  })
})

test.each([
  ['de-AT', 'Teil 2 von 3'],
  ['en', 'Part 2 of 3'],
  ['ja', '2/3'],
])('partLine() in %s is "%s"', (language, line) => expect(partLine({ n: 2, of: 3 }, language)).toBe(line))
