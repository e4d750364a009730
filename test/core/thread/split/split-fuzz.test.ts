import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { sentenceSpans } from '../../../../src/core/article/sentence/sentences.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { weigh } from '../../../../src/core/thread/weigh/weigh.ts'
import { anyText } from '../article-builder.ts'

/** How many posts the laws are held against: BROADSIDE_FUZZ=100000 for all there are to be, in the suite a part of them. */
const most = Number(process.env['BROADSIDE_FUZZ'] ?? 5000)
const seed = 20261122

describe(`in ${most} posts of any text, split()`, () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
  const frame = fc.record({
    limit: fc.constantFrom(40, 70, 140, 280, 500),
    numbering: fc.constantFrom('', '{n}/{total}', '({n})'),
    closing: fc.constantFrom(null, 'Please share'),
  })

  test('passes no limit, cuts no grapheme, loses no word, and answers the same each time', () => {
    const found = { posts: 0, overLimit: 0, graphemesCut: 0, wordsLost: 0, changed: 0 }
    for (let round = 0; found.posts < most; round++) {
      for (const [source, options] of fc.sample(fc.tuple(anyText, frame), { numRuns: 100, seed: seed + round })) {
        const article = readArticle(source)
        const { text } = article
        const { posts } = split(article, options)
        const spans = posts.flatMap((post) => post.source ?? [])
        const whole = new Set(Array.from(graphemes.segment(text), ({ index }) => index))
        const said = spans.map(({ start, end }) => text.slice(start, end)).join('')
        found.posts += posts.length
        found.overLimit += posts.filter(
          (post) => weigh(post.text) > options.limit || weigh(post.text) !== post.weight,
        ).length
        found.graphemesCut += spans.filter(({ start }) => !whole.has(start)).length
        if (said.replace(/\s/g, '') !== text.replace(/\s/g, '')) found.wordsLost++
        if (JSON.stringify(split(readArticle(source), options).posts) !== JSON.stringify(posts)) found.changed++
      }
    }
    expect(found).toEqual({ posts: found.posts, overLimit: 0, graphemesCut: 0, wordsLost: 0, changed: 0 })
  }, 3_600_000)
})

describe('an edit of one sentence, in real prose,', () => {
  const { text, blocks } = readArticle(
    readFileSync(new URL('../../../../posts/fair-use/article.md', import.meta.url), 'utf8'),
  )
  const before = split(readArticle(text)).posts
  const sentences = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ span }) =>
      sentenceSpans(text.slice(span.start, span.end)).map(({ start, end }) => ({
        paragraph: span,
        start: span.start + start,
        end: span.start + end,
      })),
    )
  const edits: readonly ((sentence: string) => string)[] = [
    () => '',
    (sentence) => `${sentence} ${sentence}`,
    (sentence) => sentence.replace(/ (\S+)$/, ' really and truly $1'),
    (sentence) => sentence.replace(/^(\S+) \S+ \S+/, '$1'),
    (sentence) => sentence.replace(/[.!?]*$/, ', or so they say$&'),
  ]

  /** How many posts outside its paragraph no longer say what they said. */
  function changedOutside([at, edit]: readonly [number, (sentence: string) => string]): number {
    const { paragraph, start, end } = sentences[at % sentences.length]!
    const edited = text.slice(0, start) + edit(text.slice(start, end)) + text.slice(end)
    const after = new Set(split(readArticle(edited)).posts.map(wordsOf))
    const outside = before.filter(
      ({ source }) => (source?.end ?? 0) <= paragraph.start || (source?.start ?? 0) >= paragraph.end,
    )
    return outside.filter((post) => !after.has(wordsOf(post))).length
  }

  test('changes at most two posts outside its paragraph 99 times in 100, and never more than three', () => {
    const numRuns = Math.max(200, Math.floor(most / 20))
    const all = fc.sample(fc.tuple(fc.nat(10_000), fc.constantFrom(...edits)), { numRuns, seed })
    const counts = all.map(changedOutside)
    expect(counts.filter((count) => count > 2).length).toBeLessThanOrEqual(counts.length / 100)
    expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  }, 600_000)
})

/** What a post says above its number, which may change with any edit. */
function wordsOf({ text }: { readonly text: string }): string {
  return text.replace(/\n\n\d+\/\d+$/, '')
}
