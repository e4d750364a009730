import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { digestOf } from '../../../../src/core/thread/file/lines.ts'
import { imageLine, pictureOn } from '../../../../src/core/thread/file/picture-line.ts'
import { withImages } from '../../../../src/core/thread/place-images.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { undrawnIn } from '../../../../src/core/thread/undrawn.ts'
import { wordsOf } from '../../../../src/core/words.ts'

const long = `call(${'argument, '.repeat(40)}last)`
const withCode = (code: string, choice: string, above = ''): string =>
  `---\ncode: ${choice}\n---\n\nSome words.\n\n${above}\`\`\`js\nlet a = 1\n${code}\n\`\`\`\n\nMore words.`

describe('a line of code that no post holds', () => {
  test.each([
    ['by itself', withCode(long, 'text')],
    ['below a heading', withCode(long, 'text', '## Heading\n\n')],
    [
      'in a passage that is kept',
      withCode(`x\n${long}`, 'text').replace('Some words.', 'Some {keep}words.').replace('More', 'More{/keep}'),
    ],
  ])('is cut nowhere, and is a problem with its line and a mend: %s', (_, source) => {
    const { posts, problems } = split(readArticle(source))
    expect(posts.some(({ text }) => text.includes(long))).toBe(true)
    expect(problems.filter(({ code }) => code === 'post-too-heavy')).toEqual([])
    const line = source.split('\n').indexOf(long) + 1
    const heavy = problems.find(({ code }) => code === 'code-line-heavy')
    expect(heavy).toMatchObject({ line })
    expect(heavy && wordsOf(heavy).hint).toContain('"code: card"')
  })

  test('is none where the code is drawn', () => {
    const { problems } = split(readArticle(withCode(long, 'card')))
    expect(problems).toEqual([])
  })
})

describe('a card of code', () => {
  const article = readArticle(withCode('let b = 2', 'card'))
  const [block] = article.codeCards
  const drawn = digestOf(block?.code ?? '')
  const { posts } = split(article)
  const dressed = withImages(posts, [{ source: 'code-1.png', alt: 'a', at: block?.at ?? 0, drawn }])

  test('stands on the post that holds the words above it, with the digest of its code', () => {
    expect(dressed[0]?.images).toEqual([{ file: 'code-1.png', alt: 'a', drawn }])
  })

  test('shows the language of its code, so that it is not told as left out', () => {
    expect(article.dropped).toEqual([])
    const titled = readArticle(withCode('let b = 2', 'card').replace('```js', '```js title="a.js"'))
    expect(titled.dropped.map(({ text }) => text)).toEqual(['``` js title="a.js"'])
    expect(readArticle(withCode('let b = 2', 'text')).dropped.map(({ text }) => text)).toEqual(['``` js'])
  })

  test('counts as said where its picture stands, and nowhere else', () => {
    expect(undrawnIn(article, [{ posts: dressed }])).toEqual([[]])
    expect(undrawnIn(article, [{ posts }])).toEqual([[block]])
  })

  test.each(['<!-- x --> ![y](z) "a\\b" [1]\n## 3\n', 'if (a) {\n\tb()\n}'])(
    'is read back from thread.md: %j',
    (alt) => {
      const image = { file: 'code-1.png', alt, drawn }
      expect(pictureOn(imageLine(image))).toEqual({ kind: 'image', image })
    },
  )
})
