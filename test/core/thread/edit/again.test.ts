import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { splitAgain } from '../../../../src/core/thread/edit/again.ts'
import { differencesIn } from '../../../../src/core/thread/edit/differences.ts'
import { readThread, wordsOn, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

const day = { month: 11, year: 2026 }
const head = { article: 'abc', limit: 280, numbering: '{n}/{total}', closing: 'Please share', part: null, lead: '' }
const article = anArticle(sentencesOf(8, 130), sentencesOf(6, 130).replaceAll('Sentence', 'Saying'))
const file = writeThread(split(article, { ...head, limit: 140 }), head)
const read = (markdown: string, text = article.text) => readThread(markdown, { text, ...day })
const edited = file.replace('Sentence3 word', 'My own words')
const bare = (posts: ReturnType<typeof read>['posts']): readonly string[] =>
  posts.map((post) => wordsOn(post, head.numbering))

describe('differencesIn()', () => {
  test('tells which posts no longer say what the article says, and how', () => {
    const [only, ...others] = differencesIn(read(edited), article, { moved: false })
    expect(others).toEqual([])
    expect(only?.n).toBe(4)
    expect(only?.stretches.slice(0, 3)).toEqual([
      { kind: 'article', words: 'Sentence3 word' },
      { kind: 'post', words: 'My own words' },
      { kind: 'both', words: expect.stringMatching(/^word word/) as unknown },
    ])
  })
})

describe('splitAgain()', () => {
  test('splits anew around what the owner changed, and keeps it', () => {
    const again = splitAgain(article, read(edited), { limit: 280, moved: false })
    const words = bare(again?.posts ?? [])
    expect(words).toContain(wordsOn(read(edited).posts[3]!, head.numbering))
    expect(words.length).toBeLessThan(read(edited).posts.length)
    expect(words.join(' ').match(/(?:Sentence|Saying)\d/g)).toEqual(
      article.text.match(/(?:Sentence|Saying)\d/g)?.filter((_, index) => index !== 3),
    )
    expect(words.at(-1)).toBe('Please share')
  })

  test('keeps a pinned post as it is', () => {
    const pinned = file.replace('## 2\n', '## 2 pin\n')
    const before = read(pinned)
    const again = splitAgain(article, before, { limit: 280, moved: false })
    expect(bare(again?.posts ?? [])).toContain(bare(before.posts)[1])
    const back = read(writeThread(again!, head, again!.kept))
    expect(back.handled.filter((one) => one.pinned)).toHaveLength(1)
  })

  test('keeps a post that the owner wrote where it stood', () => {
    const added = file.replace('## 3\n', '## 3\n\nA post of mine.\n\n## 4\n')
    const words = bare(splitAgain(article, read(added), { limit: 280, moved: false })?.posts ?? [])
    const at = words.indexOf('A post of mine.')
    expect(words[at - 1]).toContain('Sentence1 ')
    expect(words[at + 1]).toMatch(/^Sentence2 /)
  })

  test('says that a numbering leaves no room for words, as split() does', () => {
    const heavy = edited.replace('"{n}/{total}"', `"${'long '.repeat(8)}{n}/{total}"`)
    const again = splitAgain(article, read(heavy), { limit: 40, moved: false })
    expect(again).toMatchObject({ posts: [], problem: { code: 'numbering-too-heavy', limit: 40 } })
  })

  test('can be done again and again, and the file stays its owner’s', () => {
    const once = splitAgain(article, read(edited), { limit: 280, moved: false })!
    const written = writeThread(once, head, once.kept)
    expect(read(written).edited).toBe(true)
    const twice = splitAgain(article, read(written), { limit: 280, moved: false })!
    expect(writeThread(twice, head, twice.kept)).toBe(written)
    expect(differencesIn(read(written), article, { moved: false })).toHaveLength(1)
  })

  test('takes over what was edited in the article elsewhere', () => {
    const after = readArticle(article.text.replace('Sentence0 word', 'Sentence0 longer longer word'))
    const words = bare(splitAgain(after, read(edited, after.text), { limit: 280, moved: true })?.posts ?? [])
    expect(words[0]).toContain('longer longer')
    expect(words.some((one) => one.startsWith('My own words'))).toBe(true)
    expect(words.join(' ').match(/(?:Sentence|Saying)\d/g)).toEqual(
      article.text.match(/(?:Sentence|Saying)\d/g)?.filter((_, index) => index !== 3),
    )
  })

  test.each([
    ['in the middle', ['Sentence4', 'Sentence5']],
    ['at the beginning', ['Sentence0']],
    ['at the end', ['Saying4', 'Saying5']],
    ['nowhere', []],
  ])('leaves out what the owner took out %s, though the article was edited elsewhere', (_, out) => {
    const short = out.reduce(
      (text, word) => text.replace(new RegExp(`## \\d+\\n<!--.*-->\\n\\n${word} [^#]*`), ''),
      file,
    )
    const after = readArticle(article.text.replace('Sentence2 word', 'Sentence2 longer word'))
    const once = splitAgain(after, read(short, after.text), { limit: 280, moved: true })
    const said = (posts: readonly string[]) => posts.join(' ').match(/(?:Sentence|Saying)\d/g)
    const left = article.text.match(/(?:Sentence|Saying)\d/g)?.filter((word) => !out.includes(word))
    expect(said(bare(once?.posts ?? []))).toEqual(left)
    const ends = after.blocks.at(-1)!.span.end
    const written = writeThread(once!, { ...head, ends }, once!.kept)
    const later = readArticle(after.text.replace('Saying1 word', 'Saying1 yet longer word'))
    const twice = splitAgain(later, read(written, later.text), { limit: 140, moved: true })
    expect(said(bare(twice?.posts ?? []))).toEqual(left)
  })

  test('says again what the owner took out, where the edit was there', () => {
    const short = file.replace(/## \d+\n<!--.*-->\n\nSentence4 [^#]*/, '')
    const after = readArticle(article.text.replace('Sentence4 word', 'Sentence4 longer word'))
    const again = splitAgain(after, read(short, after.text), { limit: 280, moved: true })
    expect(bare(again?.posts ?? []).join(' ')).toContain('Sentence4 longer')
  })

  test('keeps the owner’s post where the article was edited right beside it', () => {
    const after = readArticle(article.text.replace('Sentence4 word', 'Changed word'))
    const words = bare(splitAgain(after, read(edited, after.text), { limit: 280, moved: true })?.posts ?? [])
    const at = words.findIndex((one) => one.startsWith('My own words'))
    expect(words[at - 1]).toContain('Sentence2 ')
    expect(words[at + 1]).toMatch(/^Changed word/)
    expect(words.join(' ').match(/(?:Sentence|Saying)\d/g)).toEqual(
      article.text.match(/(?:Sentence|Saying)\d/g)?.filter((name) => !/Sentence[34]/.test(name)),
    )
  })

  test('keeps a post that the owner wrote behind the one that it followed, though the article was edited in that', () => {
    const added = file.replace('## 3\n', '## 3\n\nA post of mine.\n\n## 4\n')
    const after = readArticle(article.text.replace('Sentence1 word', 'Sentence1 good word'))
    const words = bare(splitAgain(after, read(added, after.text), { limit: 280, moved: true })?.posts ?? [])
    const at = words.indexOf('A post of mine.')
    expect(words[at - 1]).toContain('Sentence1 good word')
    expect(words[at + 1]).toMatch(/^Sentence2 /)
  })

  test('gives up where nobody can tell what the owner’s post stood for', () => {
    const [third, fourth] = sentencesOf(5, 130)
      .split(/(?=Sentence)/)
      .slice(3)
    const after = readArticle(
      article.text.replace(`${third}${fourth}`, 'All of this is new and nothing of it is old. '),
    )
    expect(after.text).toContain('All of this')
    expect(splitAgain(after, read(edited, after.text), { limit: 280, moved: true })).toBeNull()
  })

  test('takes a closing that its owner broke for as many posts as it is', () => {
    const broken = edited.replace('Please share', 'Please share\n\n---\n\nAll rights are yours')
    const before = read(broken)
    expect(bare(before.posts).slice(-2)).toEqual(['Please share', 'All rights are yours'])
    const again = splitAgain(article, before, { limit: 280, moved: false })!
    const back = read(writeThread(again, { ...head, closing: before.closing }, again.kept))
    expect(
      bare(back.posts)
        .join(' ')
        .match(/(?:Sentence|Saying)\d/g),
    ).toEqual(
      bare(before.posts)
        .join(' ')
        .match(/(?:Sentence|Saying)\d/g),
    )
    expect(bare(back.posts).slice(-2)).toEqual(['Please share', 'All rights are yours'])
  })

  test('leaves the last post of a thread without a closing in it, where the one before and the article were edited', () => {
    const bareHead = { ...head, closing: null }
    const source = anArticle(
      ...Array.from({ length: 4 }, (_, n) => sentencesOf(2, 130).replaceAll('Sentence', `Say${n}x`)),
    )
    const before = writeThread(split(source, bareHead), bareHead).replace('Say2x0 word', 'My own')
    const after = readArticle(source.text.replace('Say3x1 word', 'Say3x1 other'))
    const again = splitAgain(after, read(before, after.text), { limit: 280, moved: true })
    expect(again === null || bare(again.posts).join(' ').includes('Say3x1 other')).toBe(true)
  })

  test('leaves a thread of one post one, without a number', () => {
    const short = anArticle(sentencesOf(2, 138))
    const bareHead = { ...head, closing: null }
    const before = read(writeThread(split(short, bareHead), bareHead), short.text)
    expect(before.posts).toHaveLength(1)
    expect(splitAgain(short, before, { limit: 280, moved: false })?.posts.map(({ text }) => text)).toEqual([short.text])
  })

  test('keeps the owner’s comments with the words that they stood above', () => {
    const noted = edited
      .replace('## 4\n', '## 4\n<!-- Ask Ann. -->\n')
      .replace('## 6\n', '## 6\n<!-- Is this\nso? -->\n')
    const again = splitAgain(article, read(noted), { limit: 280, moved: false })!
    const written = writeThread(again, head, again.kept)
    const section = (words: string): string => written.split(/^## /m).find((one) => one.includes(words)) ?? ''
    expect(section('My own words')).toContain('<!-- Ask Ann. -->')
    expect(section('Sentence5 ')).toContain('<!-- Is this\nso? -->')
    expect(written.match(/<!-- (?:Ask|Is)/g)).toHaveLength(2)
    const twice = splitAgain(article, read(written), { limit: 280, moved: false })!
    expect(writeThread(twice, head, twice.kept)).toBe(written)
  })

  test('loses neither a word of the article nor one of the owner’s', () => {
    const count = read(file).posts.length - 1
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('leave', 'change', 'pin'), { minLength: count, maxLength: count }),
        (acts) => {
          const changed = acts.reduce((text, act, index) => {
            if (act === 'leave') return text
            const heading = `## ${index + 1}\n`
            if (act === 'pin') return text.replace(heading, `## ${index + 1} pin\n`)
            return text.replace(new RegExp(`(${heading}<!--.*-->\\n\\n)(\\S+)`), `$1Mine${index}`)
          }, file)
          const again = splitAgain(article, read(changed), { limit: 280, moved: false })
          const words = bare(again?.posts ?? [])
            .slice(0, -1)
            .join(' ')
            .split(/\s+/)
          const expected = bare(read(changed).posts).slice(0, -1).join(' ').split(/\s+/)
          expect(words).toEqual(expected)
          for (const { weight } of again?.posts ?? []) expect(weight).toBeLessThanOrEqual(280)
        },
      ),
      { numRuns: 100 },
    )
  })
})
