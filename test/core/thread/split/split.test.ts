import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { weigh } from '../../../../src/core/thread/weigh/weigh.ts'
import { anArticle, anyText, sentencesOf } from '../article-builder.ts'

/** The words of each post, without numbering. */
function wordsOf(article: ReturnType<typeof anArticle>, options: Parameters<typeof split>[1] = {}): readonly string[] {
  return split(article, { numbering: '', ...options }).posts.map(({ text }) => text)
}

describe('split()', () => {
  test('gives a short article one post and no number', () => {
    const [post, ...rest] = split(readArticle('One. Two.')).posts
    expect(rest).toEqual([])
    expect(post).toEqual({
      n: 1,
      total: 1,
      text: 'One. Two.',
      weight: 9,
      source: { start: 0, end: 9 },
      break: null,
      card: null,
      images: [],
      links: [],
      price: 0.015,
    })
  })

  test('parts at the end of a sentence', () => {
    expect(wordsOf(readArticle('One. Two.'), { limit: 5 })).toEqual(['One.', 'Two.'])
  })

  test('numbers the posts below their words', () => {
    const { posts } = split(anArticle(sentencesOf(4, 120)))
    expect(posts.map(({ text }) => text.slice(-5))).toEqual(['\n\n1/2', '\n\n2/2'])
  })

  test('leaves room for the widest number', () => {
    const { posts } = split(anArticle(sentencesOf(12, 276)), { limit: 280 })
    expect(posts.every(({ weight }) => weight <= 280)).toBe(true)
    expect(split(anArticle(sentencesOf(12, 273)), { limit: 280 }).posts).toHaveLength(12)
  })

  test('prefers a heading to a full post', () => {
    const source = `${sentencesOf(1, 150)}\n\n## Next\n\n${sentencesOf(2, 100)}`
    expect(split(readArticle(source), { numbering: '' }).posts.map((post) => post.break)).toEqual(['section', null])
  })

  test('prefers the end of a paragraph to the end of a sentence', () => {
    const [first, second] = [sentencesOf(2, 90), sentencesOf(2, 95)]
    expect(wordsOf(anArticle(first, second))).toEqual([first, second])
  })

  test('keeps a heading with what it heads, even where it must cut a sentence for it', () => {
    const sentence = `${sentencesOf(1, 150).slice(0, -1)}, and ${'more '.repeat(22)}words.`
    const { posts } = split(
      readArticle(`# A title\n\nShort.\n\n## A heading of some length that is here\n\n${sentence}`),
    )
    expect(posts.filter(({ text }) => /is here\s*(?:\n\n\d+\/\d+)?$/.test(text))).toEqual([])
  })

  test('keeps a lead-in with the first of its list', () => {
    const leadIn = `${sentencesOf(1, 60).slice(0, -1)} as follows:`
    const source = [sentencesOf(2, 95), leadIn, `• ${sentencesOf(1, 100)}`, `• ${sentencesOf(1, 100)}`].join('\n\n')
    expect(wordsOf(readArticle(source)).some((words) => words.endsWith(':'))).toBe(false)
  })

  test('parts neither the head of a table from its rows nor its lead-in from both', () => {
    const table = ['Name | Years', '--- | ---', ...Array.from({ length: 5 }, (_, n) => `A ship with a name | ${n}`)]
    const source = `${sentencesOf(2, 98)}\n\nHere are the ships of the line:\n\n${table.join('\n')}`
    const [, second = '', ...more] = wordsOf(readArticle(source))
    expect(more).toEqual([])
    expect(second).toMatch(/^Here are the ships of the line:\n\nName \| Years\nA ship/)
  })

  test('keeps the lines of code together where a post can hold them', () => {
    const code = ['let sum = 0', 'for (const one of all) {', '  sum += one', '}', 'console.log(sum)']
    const source = `${sentencesOf(2, 110)}\n\n\`\`\`\n${code.join('\n')}\n\`\`\`\n\n${sentencesOf(1, 90)}`
    expect(wordsOf(readArticle(source)).some((words) => words.includes(code.join('\n')))).toBe(true)
  })

  test('leaves no item alone where the list can be parted elsewhere', () => {
    const items = Array.from({ length: 4 }, (_, n) => `${n + 1}. ${sentencesOf(1, 60)}`)
    const [first = '', second = ''] = wordsOf(readArticle([sentencesOf(1, 70), ...items].join('\n\n')))
    expect([first, second].map((words) => words.match(/^\d\./gm)?.length)).toEqual([2, 2])
  })

  test.each([
    [
      'at a dash rather than beside a bracket',
      'it concerned (pp. 88 to 91) the law of which I speak—',
      'the regulation',
    ],
    [
      'behind a comma rather than within "a study (cost: …) of"',
      'a study (cost: $3.2 million) of a second study,',
      'and',
    ],
    [
      'before "and," rather than behind its comma',
      'a study of the second study,',
      'and, in a single paragraph that nobody at all has ever read,',
    ],
  ])('cuts a sentence %s', (_, before, after) => {
    const source = `The text ${'was so long '.repeat(16)}${before}${before.endsWith('—') ? '' : ' '}${after} ${'of it all '.repeat(20)}end.`
    const posts = wordsOf(readArticle(source))
    expect(posts.some((words) => words.endsWith(before))).toBe(true)
  })

  test('does not let headings alone part an article that a few large posts hold', () => {
    const section = (n: number): string => `## Heading ${n}\n\n${sentencesOf(2, 110)}\n\n${sentencesOf(2, 110)}`
    const article = readArticle(`# A title\n\n${Array.from({ length: 60 }, (_, n) => section(n)).join('\n\n')}`)
    expect(split(article, { limit: 25_000 }).posts).toHaveLength(2)
    expect(split(article, { limit: 280 }).posts.filter((post) => /Heading \d+\n\n\d/.test(post.text))).toEqual([])
  })

  test.each([
    ['a word', 'x'.repeat(262)],
    ['a row of emoji', '🙂'.repeat(131)],
  ])('ends no post in a heading before %s that fits alone and not below it', (_, word) => {
    const source = `# A title\n\n${sentencesOf(2, 120)}\n\n## A heading of some words\n\n${word}`
    expect(wordsOf(readArticle(source)).some((words) => words.endsWith('some words'))).toBe(false)
  })

  test('makes no post of a break that nothing stands below', () => {
    const source = `---\ncode: out\n---\n# A title\n\n${sentencesOf(2, 110)}\n\n---\n\n\`\`\`\nlet a = 1\n\`\`\``
    expect(wordsOf(readArticle(source))).toHaveLength(1)
  })

  test.each([
    [
      'a code block that begins with an empty line',
      '```\n\n    let a = 1   \n      let b\n\n```',
      'let a = 1\n  let b',
    ],
    ['spaces inside {keep}', '{keep} Hello there. {/keep} More of it.', 'Hello there. More of it.'],
    ['spaces inside {keep} in mid-sentence', 'Say {keep} hello {/keep} to it.', 'Say hello to it.'],
    ['{keep} within a word', 'un{keep} kept{/keep}ly', 'un keptly'],
  ])('begins no post with white space: %s', (_, source, words) => {
    const { posts, problems } = split(readArticle(source))
    expect(posts.map(({ text }) => text)).toEqual([words])
    expect(problems.filter(({ code }) => code !== 'code-as-text')).toEqual([])
  })

  test('cuts no sentence that can stand in one post', () => {
    const { posts } = split(anArticle(...Array.from({ length: 10 }, (_, at) => sentencesOf(3, 150 + at * 12))))
    expect(posts.map((post) => post.break).filter((kind) => kind === 'clause' || kind === 'word')).toEqual([])
  })

  test('cuts a sentence that cannot at its clauses', () => {
    const long = `${'One thing and another, '.repeat(9)}while ${'this and that '.repeat(14)}end.`
    const posts = split(anArticle(long)).posts
    expect(posts).toHaveLength(2)
    expect(posts[0]?.break).toBe('clause')
    expect(posts[1]?.text).toMatch(/^while/)
  })

  test('cuts a clause that cannot at its words, and a word that cannot at its graphemes', () => {
    expect(split(anArticle('word '.repeat(80).trim())).posts[0]?.break).toBe('word')
    const family = '👩‍👩‍👧‍👦'
    const posts = split(anArticle(family.repeat(200)), { numbering: '' }).posts
    expect(posts[0]?.break).toBe('grapheme')
    expect(posts.map(({ text }) => text.replaceAll(family, '')).join('')).toBe('')
  })

  test('breaks where the owner says, and nowhere across it', () => {
    const { posts } = split(readArticle('One.\n\n---\n\nTwo.\n\nThree.'), { numbering: '' })
    expect(posts.map(({ text }) => text)).toEqual(['One.', 'Two.\n\nThree.'])
    expect(posts[0]?.break).toBe('hard')
  })

  test('never cuts inside a line of code where the line fits', () => {
    const code = Array.from(
      { length: 12 },
      (_, at) => `const value${at} = compute(${at}); // with some words. And more`,
    )
    const { posts } = split(readArticle(`Words.\n\n\`\`\`\n${code.join('\n')}\n\`\`\``), { numbering: '' })
    expect(posts.flatMap(({ text }) => text.split('\n')).filter((line) => line !== '')).toEqual(['Words.', ...code])
  })

  test('ends with the closing, numbered like the rest', () => {
    const { posts } = split(anArticle(sentencesOf(1, 100)), { closing: 'Please share\n\n© 2026' })
    expect(posts.at(-1)).toMatchObject({ text: 'Please share\n\n© 2026\n\n2/2', source: null, break: null })
    expect(posts[0]?.break).toBe('section')
  })

  test.each([
    ['a closing that is too heavy', { closing: 'x'.repeat(300) }, 'closing-too-heavy'],
    ['a numbering that leaves no room', { limit: 40, numbering: 'x'.repeat(50) }, 'numbering-too-heavy'],
  ])('says that there is %s', (_, options, code) => {
    expect(split(anArticle(sentencesOf(3, 100)), options).problems.map((problem) => problem.code)).toEqual([code])
  })

  test('names a link that the owner did not mean', () => {
    const source = 'A title\n\nIt goes on\nover lines; see README.md for more.'
    expect(split(readArticle(source)).problems).toMatchObject([
      { code: 'link-by-accident', line: 4, n: 1, link: 'README.md' },
    ])
  })

  test('says what is wrong with an article that is empty', () => {
    expect(split(readArticle(''))).toEqual({ posts: [], problems: [{ code: 'article-empty' }] })
  })

  test('charges a link', () => {
    const { posts } = split(readArticle('See https://example.org/a for more.'))
    expect(posts[0]).toMatchObject({ links: ['https://example.org/a'], price: 0.2 })
  })
})

describe('whatever the article, split()', () => {
  const frames = fc.record({
    limit: fc.constantFrom(40, 70, 140, 280, 500),
    numbering: fc.constantFrom('', '{n}/{total}', '({n})'),
    closing: fc.constantFrom(null, 'Please share'),
  })

  test('loses no word, and makes none up', () => {
    fc.assert(
      fc.property(anyText, frames, (source, frame) => {
        const article = readArticle(source)
        const { posts, problems } = split(article, frame)
        const spans = posts.flatMap((post) => post.source ?? [])
        const said = spans.map(({ start, end }) => article.text.slice(start, end))
        expect(said.join('').replace(/\s/g, '')).toBe(article.text.replace(/\s/g, ''))
        expect(problems.filter(({ code }) => code === 'words-lost')).toEqual([])
        for (const [index, words] of said.entries()) expect(posts[index]?.text.startsWith(words)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps to the limit', () => {
    fc.assert(
      fc.property(anyText, frames, (source, frame) => {
        for (const { weight, text } of split(readArticle(source), frame).posts) {
          expect(weight).toBeLessThanOrEqual(frame.limit)
          expect(weigh(text)).toBe(weight)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('cuts no grapheme', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(anyText, frames, (source, frame) => {
        const { text } = readArticle(source)
        const ends = new Set(Array.from(graphemes.segment(text), ({ index }) => index))
        for (const { source: span } of split(readArticle(source), frame).posts) {
          if (span !== null) expect(ends.has(span.start)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('strands no heading', () => {
    const wide = fc.constantFrom(140, 280, 500)
    fc.assert(
      fc.property(anyText, wide, (source, limit) => {
        const article = readArticle(source)
        const draft = split(article, { limit })
        const headings = article.blocks.filter(({ kind }) => kind === 'heading' || kind === 'title')
        for (const post of draft.posts) {
          if (post.break === 'hard' || post === draft.posts.findLast((one) => one.source !== null)) continue
          expect(headings.some(({ span }) => span.end === post.source?.end)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is the same each time', () => {
    fc.assert(
      fc.property(anyText, frames, (source, frame) => {
        expect(split(readArticle(source), frame)).toEqual(split(readArticle(source), frame))
      }),
      { numRuns: 300 },
    )
  })
})
