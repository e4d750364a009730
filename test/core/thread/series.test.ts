import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../src/core/article/read.ts'
import { seriesIn, threadFiles, writeSeries } from '../../../src/core/thread/file/series-file.ts'
import { readThread, writeThread } from '../../../src/core/thread/file/thread-text.ts'
import { partsFor, seriesOf } from '../../../src/core/thread/series.ts'
import { split } from '../../../src/core/thread/split/split.ts'
import { anyText, sentencesOf } from './article-builder.ts'

const section = (heading: string, count: number): string => `## ${heading}\n\n${sentencesOf(count, 100)}`
const source = ['# The title', sentencesOf(2, 100), section('One', 4), section('Two', 4), section('Three', 4)]
const article = readArticle(source.join('\n\n'))
const openings = (parts: Parameters<typeof seriesOf>[1]): readonly string[] =>
  seriesOf(article, parts).parts.map((part) => split(part.article, part).posts[0]?.text.slice(0, 40) ?? '')

describe('seriesOf()', () => {
  test('begins a thread at each of the highest headings, the first with what stands above it', () => {
    expect(openings('headings')).toEqual([
      'Part 1 of 3: The title\n\nSentence0 word w',
      'Part 2 of 3: The title\n\nTwo\n\nSentence0 w',
      'Part 3 of 3: The title\n\nThree\n\nSentence0',
    ])
  })

  test('makes as many threads as are asked, of about one length', () => {
    expect(openings(2)[1]).toMatch(/^Part 2 of 2: The title\n\nTwo\n/)
  })

  test('makes one thread without a title line where none is asked', () => {
    expect(openings('none')).toEqual([split(article).posts[0]?.text.slice(0, 40)])
  })

  test('says so when there are not headings enough', () => {
    const { parts, problems } = seriesOf(article, 9)
    expect(parts).toHaveLength(3)
    expect(problems).toEqual([{ code: 'parts-too-many', parts: 9, most: 3 }])
  })

  test('loses no word, keeps to the limit, and comes back from its files', () => {
    const day = { month: 11, year: 2026 }
    const asked = fc.constantFrom('headings' as const, 1, 2, 3, 7)
    fc.assert(
      fc.property(anyText, asked, fc.constantFrom(70, 280), (text, parts, limit) => {
        const whole = readArticle(text)
        const threads = seriesOf(whole, parts).parts.map((part) => ({
          part,
          draft: split(part.article, { ...part, limit }),
        }))
        const spans = threads.flatMap(({ draft }) => draft.posts.flatMap((post) => post.source ?? []))
        const said = spans.map(({ start, end }) => whole.text.slice(start, end)).join('')
        expect(said.replace(/\s/g, '')).toBe(whole.text.replace(/\s/g, ''))
        for (const { part, draft } of threads) {
          expect(draft.problems.filter(({ code }) => code === 'words-lost')).toEqual([])
          for (const { weight } of draft.posts) expect(weight).toBeLessThanOrEqual(limit)
          if (draft.posts.length === 0) continue
          const head = { article: '', limit, numbering: '{n}/{total}', closing: null, part: part.part, lead: part.lead }
          const back = readThread(writeThread(draft, head), { text: whole.text, ...day })
          expect(back.posts).toEqual(draft.posts)
          expect(back).toMatchObject({ ...head, edited: false })
        }
      }),
      { numRuns: 300 },
    )
  })
})

test('partsFor() parts a long thread at its headings alone', () => {
  expect(partsFor(48, article)).toBe(3)
  expect(partsFor(48, readArticle(sentencesOf(9, 100)))).toBeNull()
})

test('seriesIn() reads what writeSeries() wrote, and takes any other file for one thread', () => {
  expect(seriesIn(writeSeries(3))).toEqual({ of: 3, parts: 3 })
  expect(seriesIn(writeSeries(3, 'headings'))).toEqual({ of: 3, parts: 'headings' })
  expect(seriesIn('---\narticle: "a"\n---\n\n## 1\n\nWords.')).toEqual({ of: 1, parts: null })
  expect(threadFiles(2)).toEqual(['thread-1.md', 'thread-2.md'])
})
