import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lostFrom } from '../../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../../src/core/article/read.ts'
import { sentences } from '../../../../src/core/article/sentence/sentences.ts'
import { closingOf } from '../../../../src/core/thread/closing.ts'
import { readThread, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { weigh } from '../../../../src/core/thread/weigh/weigh.ts'

const callToAction = 'Please Like & Share 😉🪽'
const notice =
  '{handle} {month} {year} Copyright Disclaimer under Section 107 of the Copyright Act of 1976: Allowance is made for “fair use” for purposes such as criticism, comment, news reporting, teaching, scholarship, education, and research.'
const day = { month: 11, year: 2026 }

/** Real articles: the sample, and whatever lies in the folder that BROADSIDE_ARTICLES names. */
const folder = process.env['BROADSIDE_ARTICLES']
const sample = new URL('../../../../posts/fair-use/article.md', import.meta.url)
const articles = [
  ['the sample', readFileSync(sample, 'utf8')] as const,
  ...(folder === undefined ? [] : readdirSync(folder))
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => [name, readFileSync(join(folder ?? '', name), 'utf8')] as const),
]

describe.each(articles)('%s', (_, source) => {
  const article = readArticle(source)
  const closing = closingOf({ article, callToAction, notice, handle: null, ...day })
  const draft = split(article, { closing })
  const own = draft.posts.slice(0, -1)

  test('drafts without a problem, within limits', () => {
    expect(draft.problems).toEqual([])
    expect(draft.posts.length).toBeGreaterThan(1)
    for (const { text } of draft.posts) expect(weigh(text)).toBeLessThanOrEqual(280)
  })

  test('loses no word', () => {
    expect(lostFrom(source, article)).toEqual([])
    const said = own.map((post) => article.text.slice(post.source?.start, post.source?.end))
    expect(said.join(' ').split(/[\s—]+/)).toEqual(article.text.split(/[\s—]+/))
  })

  test('posts its call to action and its notice once, and none of its furniture', () => {
    const all = draft.posts.map(({ text }) => text).join('\n\n')
    expect(all.split(callToAction)).toHaveLength(2)
    expect(all.split('Allowance is made')).toHaveLength(2)
    expect(draft.posts.at(-1)?.text).toContain(`${callToAction}\n\n`)
    for (const { text, why } of article.dropped) if (why.startsWith('furniture')) expect(all).not.toContain(text)
  })

  test('strands no heading and leaves no orphan', () => {
    const headings = article.blocks.filter(({ kind }) => kind === 'heading' || kind === 'title')
    for (const { source: span, text } of own) {
      expect(headings.some((heading) => heading.span.end === span?.end)).toBe(false)
      expect(weigh(text.replace(/\n\n\d+\/\d+$/, ''))).toBeGreaterThanOrEqual(60)
    }
  })

  test('comes back from its file as it went in', () => {
    const head = { article: '', limit: 280, numbering: '{n}/{total}', closing, part: null, lead: '' }
    const back = readThread(writeThread(draft, head), { text: article.text, ...day })
    expect(back.posts).toEqual(draft.posts)
    expect(back.edited).toBe(false)
  })
})

test('split() lets an edit of one sentence change at most two posts outside its paragraph', () => {
  const source = articles[0]?.[1] ?? ''
  const article = readArticle(source)
  const before = split(article).posts
  const words = (text: string): string => text.replace(/\n\n\d+\/\d+$/, '')
  for (const { kind, span } of article.blocks) {
    const [sentence] = kind === 'paragraph' ? sentences(article.text.slice(span.start, span.end)) : []
    if (sentence === undefined || !source.includes(sentence)) continue
    const after = split(
      readArticle(source.replace(sentence, sentence.replace(/ (\S+)$/, ' really and truly $1'))),
    ).posts
    const same = new Set(after.map(({ text }) => words(text)))
    const outside = before.filter(
      (post) => (post.source?.end ?? 0) <= span.start || (post.source?.start ?? 0) >= span.end,
    )
    expect(outside.filter(({ text }) => !same.has(words(text))).length).toBeLessThanOrEqual(2)
  }
})
