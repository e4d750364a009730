import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { cheapest } from '../../../../src/core/thread/split/cheapest.ts'
import { placesIn } from '../../../../src/core/thread/split/places.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { thinned } from '../../../../src/core/thread/split/thin.ts'
import { weigher } from '../../../../src/core/thread/weigh/weigh.ts'

/** How often a post is weighed to find the cheapest thread of posts that weigh 25,000. */
function weighedFor(source: string): number {
  const article = readArticle(source)
  const measured = { room: 25_000, weightOf: weigher(article.text) }
  const places = thinned(placesIn(article, measured), measured)
  let count = 0
  cheapest(places, { ...measured, weightOf: (start, end) => (count++, measured.weightOf(start, end)) })
  return count
}

describe('thinned()', () => {
  test('leaves no more places than can be tried, however small the sections are', () => {
    const sections = (count: number): string => '## H\n\na\n\n'.repeat(count)
    expect(weighedFor(sections(8000))).toBeLessThan(8_000_000)
    expect(weighedFor(sections(16_000))).toBeLessThan(3 * weighedFor(sections(8000)))
  })

  test('takes no section of a size that anyone writes', () => {
    const article = readArticle('## A heading\n\nA paragraph of a few words.\n\n'.repeat(50))
    const measured = { room: 25_000, weightOf: weigher(article.text) }
    const sections = (all: ReturnType<typeof placesIn>) => all.filter(({ kind }) => kind === 'section')
    const places = placesIn(article, measured)
    expect(sections(thinned(places, measured))).toEqual(sections(places))
  })

  test('leaves a place before what fills a post', () => {
    const word = 'word '.repeat(4970).trim()
    const { problems } = split(readArticle(`${'## H\n\na\n\n'.repeat(20)}${word}.\n\n${'## H\n\na\n\n'.repeat(20)}`), {
      limit: 25_000,
    })
    expect(problems).toEqual([])
  })
})
