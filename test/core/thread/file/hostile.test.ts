import { describe, expect, test } from 'vitest'
import { withoutComments } from '../../../../src/core/thread/file/comments.ts'
import { fingerprint } from '../../../../src/core/thread/file/fingerprint.ts'
import { isAlmostHeading, markOf } from '../../../../src/core/thread/file/lines.ts'
import { readThread, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { wordsOf } from '../../../../src/core/words.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

/** So long that what takes the square of it would not end while anyone waits. */
const long = 2_000_000

describe('lines that nobody writes are read in good time', () => {
  const spaces = ' '.repeat(long)

  test('a line that is almost a heading', () => {
    expect(isAlmostHeading(`# 1${spaces}x`)).toBe(false)
    expect(isAlmostHeading(`# 1${spaces}pin${spaces}:${spaces}`)).toBe(true)
  })

  test('a comment that is almost a mark', () => {
    expect(markOf(`<!-- 1-2${spaces}x -->`)).toBeNull()
    expect(markOf(`<!--${spaces}1-2${spaces}end${spaces}0123abcd${spaces}-->`)?.span).toEqual({ start: 1, end: 2 })
  })

  test('spaces inside a line', () => {
    expect(fingerprint(`## 1${spaces}pinx`)).not.toBe(fingerprint('## 1 pinx'))
    expect(fingerprint(`a${spaces}\nb`)).toBe(fingerprint('a\nb'))
  })

  test('many comments on one line', () => {
    const { lines, notes } = withoutComments('<!--x-->a'.repeat(200_000), 0)
    expect(lines).toEqual([{ text: 'a'.repeat(200_000), at: 1 }])
    expect(notes).toHaveLength(200_000)
  })

  test('comments inside comments, and comments that go on below', () => {
    expect(withoutComments('<!--a<!--b-->'.repeat(100_000), 0).notes).toHaveLength(100_000)
    expect(withoutComments('a<!--\n-->b\n'.repeat(100_000), 0).lines).toHaveLength(100_001)
  })

  test('more marks in one post than a call takes arguments', () => {
    const { posts, handled } = readThread(`## 1\n${'<!-- 1-2 -->\n'.repeat(300_000)}`, {
      text: '',
      month: 1,
      year: 2027,
    })
    expect(posts).toHaveLength(1)
    expect(handled[0]?.origin).toEqual({ start: 1, end: 2 })
  })
})

describe('a thread.md whose head is damaged', () => {
  const article = anArticle(sentencesOf(3, 130))
  const head = { article: '9f47', limit: 280, numbering: '', closing: null, part: null, lead: '' }
  const draft = split(article, head)
  const file = writeThread(draft, head)
  const read = (markdown: string) => readThread(markdown, { text: article.text, month: 11, year: 2026 })

  test('is refused where the line that ends its head is missing, and the head is never posted', () => {
    const thread = read(file.replace('\n---\n', '\n'))
    expect(thread.posts).toEqual(draft.posts)
    expect(thread.article).toBe('9f47')
    expect(thread.problems).toEqual([{ code: 'head-unclosed', file: 'thread.md', line: 7 }])
    expect(wordsOf(thread.problems[0]!).message).toContain('line 7')
  })

  test('is refused where it has no head', () => {
    const thread = read(file.slice(file.indexOf('\n---\n') + 5))
    expect(thread.posts.map(({ text }) => text)).toEqual(
      draft.posts.map(({ text }, at) => `${text}\n\n${at + 1}/${draft.posts.length}`),
    )
    expect(thread.problems).toContainEqual({ code: 'head-missing', file: 'thread.md' })
  })

  test('is read in good time where its head has more fields than anyone’s', () => {
    const fields = Array.from({ length: 5_000 }, (_, at) => `k${at}: 1`).join('\n')
    expect(read(file.replace('---\n', `---\n${fields}\n`)).problems).toHaveLength(5_000)
  })
})
