import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { closingOn } from '../../../../src/core/thread/closing.ts'
import { readThread, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { withPictures } from '../../../../src/core/thread/posts.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import type { CardOnPost, ImageOnPost } from '../../../../src/core/thread/thread.ts'
import { anArticle, anyText, sentencesOf } from '../article-builder.ts'

const day = { month: 11, year: 2026 }
const template = 'Please share\n\n© {month} {year}'
const head = { article: 'abc', limit: 280, numbering: '{n}/{total}', closing: template, part: null, lead: '' }
const article = anArticle(sentencesOf(3, 130), sentencesOf(2, 130))
const draft = split(article, { ...head, closing: closingOn(template, day) })
const file = writeThread(draft, head)
const read = (markdown: string) => readThread(markdown, { text: article.text, ...day })

describe('readThread()', () => {
  test('gives back what writeThread() wrote', () => {
    expect(read(file)).toEqual({
      posts: draft.posts,
      ...head,
      ends: article.text.length,
      edited: false,
      handled: draft.posts.map(({ source }) => ({ origin: source, changed: false, pinned: false, notes: [] })),
      problems: [],
    })
  })

  test('gives back any thread that writeThread() wrote', () => {
    const card = fc.option(
      fc.record<CardOnPost>({
        file: fc.constantFrom('card-1.png', 'card-2.png'),
        quote: fc.string({ unit: 'binary' }),
        alt: fc.string({ unit: 'binary' }),
      }),
      { nil: null },
    )
    const image = fc.record<ImageOnPost>({
      file: fc.oneof(
        fc.constantFrom('map.png', 'a map (1).png', 'images/b.jpg'),
        fc.string({ unit: 'binary', minLength: 1 }),
      ),
      alt: fc.string({ unit: 'binary' }),
    })
    const numberings = fc.constantFrom('', '{n}/{total}', '“{n}” \\ of {total}')
    const closings = fc.constantFrom(null, template, '## 1\n![a](b.png "c")\n\\\n<!-- 0-1 end -->')
    fc.assert(
      fc.property(
        anyText,
        numberings,
        closings,
        fc.array(fc.tuple(card, fc.array(image, { maxLength: 4 }))),
        (source, numbering, closing, pictures) => {
          const given = { ...head, numbering, closing }
          const one = readArticle(source)
          const { posts } = split(one, { ...given, closing: closing === null ? null : closingOn(closing, day) })
          fc.pre(posts.length > 0)
          const dressed = posts.map((post, at) => {
            const [on = null, images = []] = pictures[at] ?? []
            return withPictures(post, { card: on, images })
          })
          const back = readThread(writeThread({ posts: dressed }, given), { text: one.text, ...day })
          expect(back.posts).toEqual(dressed)
          expect(back).toMatchObject({ ...given, edited: false })
        },
      ),
      { numRuns: 500 },
    )
  })

  test('renders the closing for the day of publication', () => {
    const { posts } = readThread(file, { text: article.text, month: 1, year: 2027 })
    expect(posts.at(-1)?.text).toContain('© JAN. 2027')
  })

  test('numbers anew what the owner adds or takes out', () => {
    const added = file.replace('## 2', '## 7\n\nA post of mine.\n\n## 2')
    const { posts, edited } = read(added)
    expect(edited).toBe(true)
    expect(posts).toHaveLength(draft.posts.length + 1)
    expect(posts[1]).toMatchObject({ n: 2, text: 'A post of mine.\n\n2/5', source: null, break: 'hard' })
    expect(posts[2]?.source).toEqual(draft.posts[1]?.source)
  })

  test('knows a post that no longer says what the article says', () => {
    const { posts, edited } = read(file.replace('Sentence0', 'Phrase0'))
    expect(edited).toBe(true)
    expect(posts[0]?.source).toBeNull()
    expect(posts[1]?.source).toEqual(draft.posts[1]?.source)
  })

  test('takes the line ends of another system, and spaces at the ends of lines, for no edit', () => {
    const { edited, posts } = read(file.replace(/\n/g, '  \r\n').replaceAll('---  ', '---'))
    expect(edited).toBe(false)
    expect(posts.map(({ n }) => n)).toEqual(draft.posts.map(({ n }) => n))
  })

  test.each([
    ['a post over the limit', (text: string) => text.replace('Sentence0', 'word '.repeat(60)), 'post-too-heavy'],
    ['a post without words', (text: string) => text.replace('## 2', '## 9\n\n## 2'), 'post-empty'],
    [
      'a closing over the limit',
      (text: string) => text.replace('Please share', 'Please '.repeat(50)),
      'closing-too-heavy',
    ],
    ['a limit that is none', (text: string) => text.replace('limit: 280', 'limit: many'), 'front-matter-field'],
    ['front matter that is none', (text: string) => text.replace('limit: 280', 'limit: "280'), 'front-matter-bad'],
  ])('says of an edit that there is %s', (_, edit, code) => {
    expect(read(edit(file)).problems.map((problem) => problem.code)).toContain(code)
  })

  test('fills in who signs a closing written by hand', () => {
    const signed = file.replace('Please share', '{handle} {month} {year}')
    const said = (handle: string | null) =>
      readThread(signed, { text: article.text, handle, ...day }).posts.at(-1)?.text
    expect(said('@ann')).toMatch(/^@ann NOV\. 2026\n/)
    expect(said(null)).toMatch(/^NOV\. 2026\n/)
  })

  test('leaves one empty line where the line between two posts was taken out', () => {
    const merged = file.replace(/\n## 2\n<!--.*-->\n/, '\n')
    expect(read(merged).posts[0]?.text).not.toMatch(/\n{3}/)
  })

  test('reads what stands above the first heading as a post', () => {
    expect(read('Words.\n\n## 2\n\nMore.').posts.map(({ text }) => text)).toEqual(['Words.\n\n1/2', 'More.\n\n2/2'])
  })
})

describe('writeThread()', () => {
  test('is a file that a person can read', () => {
    const one = readArticle('One.\n\n---\n\n## 2\n\nTwo.')
    const { posts } = split(one, { numbering: '' })
    const card = { file: 'card-1.png', quote: 'One', alt: 'A card: [One]' }
    const written = writeThread(
      { posts: posts.map((post) => (post.n === 1 ? { ...post, card } : post)) },
      { ...head, closing: null, numbering: '' },
    )
    expect(written.slice(written.indexOf('\n## 1\n') + 1)).toBe(
      '## 1\n<!-- 0-4 hard ccbaa073 -->\n\nOne.\n\n![A card: \\[One\\]](card-1.png "One") <!-- 1cb1b18f -->\n\n## 2\n<!-- 6-13 end 4c164c65 -->\n\n2\n\nTwo.\n',
    )
  })
})
