import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../../src/core/article/article.ts'
import { readArticle } from '../../../../src/core/article/read.ts'
import { type Again, splitAgain } from '../../../../src/core/thread/edit/again.ts'
import { differencesIn } from '../../../../src/core/thread/edit/differences.ts'
import { unsaidIn } from '../../../../src/core/thread/edit/unsaid.ts'
import type { ThreadFile } from '../../../../src/core/thread/file/thread-file.ts'
import { readThread, wordsOn, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

const day = { month: 11, year: 2026 }
const head = { article: 'abc', limit: 140, numbering: '{n}/{total}', closing: 'Please share', part: null, lead: '' }

/** A thread of the article as its owner left it: its sections above the closing, changed by `edit`. */
function edited({ article, edit }: { article: Article; edit: (sections: string[]) => void }): string {
  const file = writeThread(split(article, head), head)
  const [guide = '', ...sections] = file.split(/^(?=## )/m)
  const closing = sections.pop() ?? ''
  edit(sections)
  return [guide, ...sections, closing].join('')
}

const read = (markdown: string, article: Article): ThreadFile => readThread(markdown, { text: article.text, ...day })
const said = ({ posts }: Pick<ThreadFile, 'posts'>): readonly string[] =>
  posts.slice(0, -1).map((post) => wordsOn(post, head.numbering))
const wordsOf = (texts: readonly string[]): Set<string> => new Set(texts.join(' ').match(/[A-Za-z]+\d+/g))

function swapped(sections: string[], one: number, other: number): string[] {
  swap(sections, one, other)
  return sections
}

function swap(sections: string[], one: number, other: number): void {
  const [a = '', b = ''] = [sections[one], sections[other]]
  sections[one] = b
  sections[other] = a
}

describe('splitAgain(), where the owner moved posts', () => {
  const article = anArticle(sentencesOf(8, 130), sentencesOf(6, 130).replaceAll('Sentence', 'Saying'))

  test.each([
    ['swapped side by side', (sections: string[]) => swap(sections, 2, 3)],
    ['swapped far apart', (sections: string[]) => swap(sections, 1, 9)],
    ['moved to the front', (sections: string[]) => sections.unshift(...sections.splice(7, 1))],
    ['moved to the end', (sections: string[]) => sections.push(...sections.splice(1, 2))],
    ['turned round', (sections: string[]) => sections.splice(0, sections.length, ...sections.toReversed())],
    ['made one with a post from far away', (sections: string[]) => edits.merge(swapped(sections, 2, 7), 3)],
  ])('keeps their places and loses no word of them: %s', (_, edit) => {
    const thread = read(edited({ article, edit }), article)
    for (const limit of [140, 280]) {
      const again = splitAgain(article, thread, { limit, moved: false })!
      expect(said(again).join(' ')).toBe(said(thread).join(' '))
      const back = read(writeThread(again, { ...head, limit }, again.kept), article)
      expect(splitAgain(article, back, { limit, moved: false })?.posts).toEqual(again.posts)
    }
  })

  test('splits a moved post by itself where it no longer fits', () => {
    const thread = read(edited({ article, edit: (sections) => swap(sections, 2, 9) }), article)
    const again = splitAgain(article, thread, { limit: 70, moved: false })!
    expect(said(again).join(' ')).toBe(said(thread).join(' '))
    for (const { weight } of again.posts) expect(weight).toBeLessThanOrEqual(70)
  })

  test('keeps one that came from another thread of the series', () => {
    const second = { ...article, blocks: article.blocks.slice(1) }
    const edit = (sections: string[]): void => void sections.splice(0, 8, sections[2] ?? '')
    const thread = read(edited({ article, edit }), article)
    for (const limit of [70, 280]) {
      const again = splitAgain(second, thread, { limit, moved: false })!
      expect(said(again).join(' ')).toBe(said(thread).join(' '))
    }
  })

  test('keeps them where the article was edited elsewhere, and gives up where it was edited in one of them', () => {
    const markdown = edited({ article, edit: (sections) => swap(sections, 3, 8) })
    const elsewhere = readArticle(article.text.replace('Sentence1 word', 'Sentence1 longer1 word'))
    const again = splitAgain(elsewhere, read(markdown, elsewhere), { limit: 280, moved: true })!
    const all = said(again).join(' ')
    expect(wordsOf([all])).toEqual(wordsOf([elsewhere.text]))
    expect(all.indexOf('Saying0')).toBeLessThan(all.indexOf('Sentence4'))
    const there = readArticle(article.text.replace('Sentence3 word', 'Sentence3 longer1 word'))
    expect(splitAgain(there, read(markdown, there), { limit: 280, moved: true })).toBeNull()
  })
})

type Edit = (sections: string[], at: number, other: number) => void

const edits = {
  swap,
  move: (sections, at, other) => void sections.splice(other, 0, ...sections.splice(at, 1)),
  copy: (sections, at, other) => void sections.splice(other, 0, sections[at] ?? ''),
  delete: (sections, at) => void sections.splice(at, 1),
  pin: (sections, at) => change(sections, at, (text) => text.replace(/^(## \d+)$/m, '$1 pin')),
  reword: (sections, at, other) => change(sections, at, (text) => text.replace(/ w\d+/, ` mine${other}`)),
  shorten: (sections, at) => change(sections, at, (text) => text.replace(/ w\d+/, '')),
  picture: (sections, at, other) => change(sections, at, (text) => `${text}![A map](map-${other}.png)\n\n`),
  insert: (sections, at, other) => void sections.splice(at, 0, `## 7\n\nMine${other}.\n\n`),
  merge: (sections, at) => change(sections, at, (text) => text.replace(/^## .*\n/, '')),
  part: (sections, at) => change(sections, at, (text) => text.replace(/(\n\n.+?) (w\d+)/, '$1\n\n## 8\n\n$2')),
} satisfies Record<string, Edit>

function change(sections: string[], at: number, how: (text: string) => string): void {
  if (sections[at] !== undefined) sections[at] = how(sections[at])
}

/** Paragraphs of sentences whose words are all different. */
const anySource = fc
  .array(fc.array(fc.integer({ min: 2, max: 22 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  .map((paragraphs) => {
    let count = 0
    const sentence = (words: number): string =>
      `${Array.from({ length: words }, (_, at) => `${at === 0 ? 'W' : 'w'}${(count += 1)}`).join(' ')}.`
    return paragraphs.map((sentences) => sentences.map(sentence).join(' ')).join('\n\n')
  })

const anyEdits = fc.array(
  fc.record({ act: fc.constantFrom(...Object.values(edits)), at: fc.nat(99), other: fc.nat(99) }),
  { minLength: 1, maxLength: 4 },
)

/** Another article: words changed, put in and taken out. */
const anyChange = fc.array(
  fc.record({ word: fc.nat(400), to: fc.constantFrom('', ' new1', ' new2 new3. New4 new5', '.\n\nNew6 new7') }),
  { maxLength: 2 },
)

function inTurn(acts: readonly { act: Edit; at: number; other: number }[]): (sections: string[]) => void {
  return (sections) => {
    for (const { act, at, other } of acts)
      if (sections.length > 0) act(sections, at % sections.length, other % sections.length)
  }
}

/** What a thread's owner is told that it leaves out. */
function told(article: Article, thread: ThreadFile): Set<string> {
  const differs = differencesIn(thread, article, { moved: false }).flatMap(({ stretches }) =>
    stretches.flatMap(({ kind, words }) => (kind === 'article' ? [words] : [])),
  )
  return wordsOf([...unsaidIn(article, [thread], { moved: false }), ...differs])
}

const picturesOn = ({ posts }: Pick<ThreadFile, 'posts'>): string[] =>
  posts.flatMap(({ images }) => images.map(({ file }) => file))

function expectNoneLost(article: Article, { before, again }: { before: ThreadFile; again: Again }): void {
  const posts = wordsOf(said(again))
  const left = wordsOf(said(before))
  const after = read(writeThread(again, head, again.kept), article)
  const out = told(article, after)
  for (const word of wordsOf([article.text])) {
    if (posts.has(word)) continue
    if (left.has(word)) throw new Error(`${word} stood in thread.md and was lost`)
    if (!out.has(word)) throw new Error(`${word} was left out and not told`)
  }
  expect(picturesOn(again).toSorted()).toEqual(picturesOn(before).toSorted())
  for (const word of left) if (/^mine/i.test(word)) expect(posts).toContain(word)
}

describe('splitAgain(), whatever the owner did', () => {
  test('loses no word of the article, or tells it', () => {
    fc.assert(
      fc.property(anySource, anyEdits, fc.constantFrom(70, 140, 280), (source, acts, limit) => {
        const article = readArticle(source)
        const before = read(edited({ article, edit: inTurn(acts) }), article)
        const again = splitAgain(article, before, { limit, moved: false })
        if (again !== null) expectNoneLost(article, { before, again })
      }),
      { numRuns: 300 },
    )
  })

  test('loses no word of an article that was edited since, or tells it', () => {
    fc.assert(
      fc.property(anySource, anyEdits, anyChange, (source, acts, changes) => {
        const markdown = edited({ article: readArticle(source), edit: inTurn(acts) })
        const article = readArticle(changes.reduce((text, { word, to }) => text.replace(` w${word}`, to), source))
        const before = read(markdown, article)
        const again = splitAgain(article, before, { limit: 140, moved: true })
        if (again !== null) expectNoneLost(article, { before, again })
      }),
      { numRuns: 300 },
    )
  })
})
