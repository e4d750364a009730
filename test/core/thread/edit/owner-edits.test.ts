import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { isWarning } from '../../../../src/core/problem.ts'
import { closingOn } from '../../../../src/core/thread/closing.ts'
import { splitAgain } from '../../../../src/core/thread/edit/again.ts'
import { unsaidIn } from '../../../../src/core/thread/edit/unsaid.ts'
import { readThread, wordsOn, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { mostAlt } from '../../../../src/core/thread/picture-problems.ts'
import { mostPictures, picturesOf } from '../../../../src/core/thread/pictures.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import type { ImageOnPost } from '../../../../src/core/thread/thread.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

const day = { month: 11, year: 2026 }
const closing = 'Please share\n\n© {month} {year}'
const head = { article: 'abc', limit: 280, numbering: '{n}/{total}', closing, part: null, lead: '' }
const article = anArticle(sentencesOf(8, 130), sentencesOf(6, 130).replaceAll('Sentence', 'Saying'))
const draft = split(article, { ...head, closing: closingOn(closing, day) })
const dressed = draft.posts.map((post) =>
  post.n === 2
    ? {
        ...post,
        card: { file: 'card-1.png', quote: 'Sentence2', alt: 'A card' },
        images: [{ file: 'a map.png', alt: 'A map' }],
      }
    : post,
)
const file = writeThread({ posts: dressed }, head)
const read = (markdown: string) => readThread(markdown, { text: article.text, ...day })
const codes = (markdown: string): readonly string[] => read(markdown).problems.map(({ code }) => code)
const lineOf = (markdown: string, words: string): number =>
  markdown.split('\n').findIndex((line) => line.includes(words)) + 1

describe('readThread()', () => {
  test.each(['##5', '### 5', '## Post 5', '# 5', '## 5:', '##closing', '## pin 5', '## A heading of mine', ' ## 5'])(
    'says that "%s" is no heading, and on which line',
    (heading) => {
      const edited = file.replace('## 3\n', `${heading}\n`)
      expect(read(edited).problems).toContainEqual({
        code: 'heading-unclear',
        file: 'thread.md',
        line: lineOf(edited, heading),
        words: heading.trim(),
      })
      expect(codes(file.replace('## 3\n', `## 3\n\n\\${heading}\n\n## 9\n`))).toEqual([])
    },
  )

  test.each(['![A map](a map.png)', '![A map(a.png)', '![A map] (a.png)', '![A [map](a.png)', '![A map](a.png "x)'])(
    'says that "%s" is no picture, and on which line',
    (line) => {
      const edited = file.replace('## 3\n', `## 3\n\n${line}\n`)
      const problem = { code: 'picture-unclear', file: 'thread.md', line: lineOf(edited, line) }
      expect(read(edited).problems).toContainEqual(problem)
    },
  )

  test('posts no comment, wherever it stands and however long it is', () => {
    const before = read(file).posts.map(({ text }) => text)
    const noted = file
      .replace('Sentence0', '<!-- why this? -->\n\nSentence0')
      .replace('Saying5 word', 'Saying5 <!-- too long --> word')
      .replace('## 3\n', '<!-- a note\nof two lines -->\n## 3\n')
    expect(read(noted).posts.map(({ text }) => text)).toEqual(before)
    expect(codes(noted)).toEqual([])
  })

  test('takes out a post that its owner made a comment of, marks and all', () => {
    const [, third = ''] = /(## 3\n[\s\S]*?)\n## 4\n/.exec(file) ?? []
    const { posts, problems } = read(file.replace(third, `<!--\n${third}\n-->\n`))
    expect(posts).toHaveLength(draft.posts.length - 1)
    expect(problems).toEqual([])
  })

  test('says which comment never ends', () => {
    const edited = file.replace('## 4\n', '<!-- a note\n## 4\n')
    const problem = { code: 'comment-unclosed', file: 'thread.md', line: lineOf(edited, '<!-- a note') }
    expect(read(edited).problems).toContainEqual(problem)
  })

  test('knows a field of the head by the nearest name, and a numbering without a number', () => {
    const unknown = { code: 'head-field-unknown', file: 'thread.md', field: 'limits', near: 'limit' }
    expect(read(file.replace('limit: 280', 'limits: 280')).problems).toContainEqual(unknown)
    expect(codes(file.replace('"{n}/{total}"', '"of {total}"'))).toContain('front-matter-field')
  })

  test('knows a card whose quote was changed since it was drawn', () => {
    const { posts, problems } = read(file.replace('"Sentence2"', '"Sentence3"'))
    expect(posts[1]?.card).toMatchObject({ quote: 'Sentence3', drawn: expect.any(String) as unknown })
    expect(problems).toContainEqual({ code: 'card-outdated', n: 2, file: 'card-1.png' })
  })

  test('takes two posts that were made one for the stretch of both, and leaves out the second mark', () => {
    const merged = read(file.replace('\n## 2\n', '\n'))
    expect(merged.handled[0]?.origin).toEqual({ start: 0, end: draft.posts[1]?.source?.end })
    expect(merged.posts[0]?.text).not.toContain('<!--')
    expect(merged.posts[0]?.card?.file).toBe('card-1.png')
  })

  test.each([
    ['![A map](https://example.org/map.png)', 'image-remote'],
    ['![A map](../map.png)', 'image-outside'],
    ['![A map](/etc/map.png)', 'image-outside'],
    ['![](map.png)', 'alt-missing'],
    [`![${'a'.repeat(1001)}](map.png)`, 'alt-too-long'],
    ['![a](a.png)\n![b](b.png)\n![c](c.png)\n![d](d.png)\n![e](e.png)', 'pictures-too-many'],
  ])('says of the picture %s what is wrong: %s', (line, code) => {
    expect(codes(file.replace('## 3\n', `## 3\n\n${line}\n`))).toEqual([code])
  })

  test('reads any edit without an exception, and what X would refuse is a problem', () => {
    const lines = file.split('\n')
    const scraps = [
      '## 2',
      '##3',
      '## closing',
      '## 4 pin',
      '---',
      '<!--',
      '-->',
      '<!-- 10-20 hard -->',
      '<!-- 90-5 end 00000000 -->',
      '![a](b.png)',
      '![](c.png "q")',
      '![a](../d.png)',
      '\\',
      'limit: 12',
      'numbering: "x"',
      'word '.repeat(80),
      '',
      '\ufeff',
      '![a](e.png)\n![a](f.png)\n![a](g.png)\n![a](h.png)\n![a](i.png)',
      '👩‍💻'.repeat(150),
      'part: "2/1"',
      '"',
      '}',
    ]
    const edit = fc.record({
      at: fc.nat({ max: lines.length - 1 }),
      act: fc.oneof(
        fc.constant(null),
        fc.nat({ max: lines.length - 1 }),
        fc.constantFrom(...scraps),
        fc.string({ unit: 'binary', maxLength: 40 }),
      ),
    })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const changed = [...lines]
        for (const { at, act } of edits) {
          if (act === null) changed.splice(at, 1)
          else if (typeof act === 'string') changed.splice(at, 0, act)
          else [changed[at], changed[act]] = [changed[act] ?? '', changed[at] ?? '']
        }
        const thread = read(changed.join('\n'))
        const refused = !thread.problems.every(isWarning)
        for (const post of thread.posts) {
          const pictures = picturesOf<ImageOnPost>(post)
          const isFit =
            post.weight <= thread.limit &&
            wordsOn(post, thread.numbering).trim() !== '' &&
            pictures.length <= mostPictures &&
            pictures.every(({ alt }) => alt.trim() !== '' && alt.length <= mostAlt)
          if (!isFit) expect(refused).toBe(true)
        }
        unsaidIn(article, [thread], { moved: false })
        splitAgain(article, thread, { limit: 280, moved: false })
        splitAgain(article, thread, { limit: 280, moved: true })
      }),
      { numRuns: 400 },
    )
  })
})

describe('unsaidIn()', () => {
  test('finds every word of a fresh thread said', () => {
    expect(unsaidIn(article, [read(file)], { moved: false })).toEqual([''])
  })

  test('tells what was taken out with a section, and only that', () => {
    const edited = file.replace(/## 3\n[\s\S]*?(?=## 4\n)/, '').replace('Saying0 word', 'My words')
    const { source } = draft.posts[2]!
    expect(unsaidIn(article, [read(edited)], { moved: false })).toEqual([
      article.text.slice(source?.start, source?.end),
    ])
  })
})

describe('splitAgain()', () => {
  test('leaves out what its owner took out', () => {
    const edited = file.replace(/## 3\n[\s\S]*?(?=## 4\n)/, '').replace('## 1\n', '## 1 pin\n')
    const again = splitAgain(article, read(edited), { limit: 280, moved: false })!
    const words = again.posts.map(({ text }) => text).join(' ')
    const taken = draft.posts[2]?.text.split(' ')[0] ?? ''
    expect(words).not.toContain(`${taken} `)
    expect(words).toContain('Saying5')
    expect(unsaidIn(article, [read(writeThread(again, head, again.kept))], { moved: false })[0]).toContain(taken)
  })

  test('keeps every picture of the posts that it splits anew', () => {
    const pinned = file.replace('## 1\n', '## 1 pin\n')
    const again = splitAgain(article, read(pinned), { limit: 140, moved: false })!
    const on = again.posts.find(({ card }) => card !== null)
    expect(on?.text).toContain('Sentence2')
    expect(again.posts.flatMap(({ images }) => images)).toEqual([{ file: 'a map.png', alt: 'A map' }])
  })
})

test('readArticle() and withImages() put an image on the post that follows it', () => {
  expect(readArticle('One.\n\n![A map](map.png)\n\nTwo.').images).toMatchObject([{ source: 'map.png', alt: 'A map' }])
})
