import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArticle } from '../../../../src/core/article/read.ts'
import { differencesIn } from '../../../../src/core/thread/edit/differences.ts'
import { unsaidIn } from '../../../../src/core/thread/edit/unsaid.ts'
import { readThread, writeThread } from '../../../../src/core/thread/file/thread-text.ts'
import { seriesOf } from '../../../../src/core/thread/series.ts'
import { split } from '../../../../src/core/thread/split/split.ts'
import { anArticle, sentencesOf } from '../article-builder.ts'

const head = { article: 'abc', limit: 280, numbering: '{n}/{total}', closing: null, part: null, lead: '' }
const article = anArticle(sentencesOf(8, 130), sentencesOf(6, 130).replaceAll('Sentence', 'Saying'))
const file = writeThread(split(article, head), head)

function told(markdown: string, source = article) {
  const thread = readThread(markdown, { text: source.text, month: 11, year: 2026 })
  const moved = source !== article
  return {
    posts: thread.posts.length,
    unsaid: unsaidIn(source, [thread], { moved }),
    differs: differencesIn(thread, source, { moved }).map(({ n, stretches }) => [
      n,
      ...stretches.map((one) => one.kind),
    ]),
  }
}

const { length } = split(article, head).posts

describe('two posts made one by hand', () => {
  test.each([
    ['their heading', /## 3\n/],
    ['their heading and its comment', /## 3\n<!--.*-->\n/],
  ])('are told of in no way where the owner deleted %s', (_, deleted) => {
    expect(told(file.replace(deleted, ''))).toEqual({ posts: length - 1, unsaid: [''], differs: [] })
  })

  test('are told of by the words alone that were changed as well', () => {
    const merged = file.replace(/## 3\n<!--.*-->\n/, '').replace('Sentence1 ', 'MyOwn ')
    expect(told(merged).differs).toHaveLength(1)
    expect(told(merged).unsaid).toEqual([''])
  })

  test('are told of by what was taken out alone, and not by what the other post says now', () => {
    const third = file.split('## 3\n')[1]?.match(/Sentence\d/)?.[0] ?? ''
    const merged = file
      .replace(/## 3\n<!--.*-->\n/, '')
      .replace(` ${third}`, '')
      .replace(`\n${third} `, '\n')
    expect(merged).not.toContain(third)
    expect(told(merged).unsaid).toEqual([third])
  })

  test.each(['first', 'last'])('are told of in no way where they are the %s two of a thread', (which) => {
    const n = which === 'first' ? 2 : length
    expect(told(file.replace(new RegExp(`## ${n}\\n<!--.*-->\\n`), ''))).toEqual({
      posts: length - 1,
      unsaid: [''],
      differs: [],
    })
  })

  test('are told of where the second one’s words went with its heading', () => {
    const { unsaid } = told(file.replace(/## 3\n[\s\S]*?(?=## 4\n)/, ''))
    expect(unsaid[0]).not.toBe('')
  })
})

test('words that another post, which was changed, said all along are told of where they were taken out', () => {
  const refrain = sentencesOf(1, 120).replace('Sentence', 'Refrain')
  const source = anArticle(`${sentencesOf(1, 120)} ${refrain}`, refrain, sentencesOf(1, 250).replace('Sen', 'Ten'))
  const written = writeThread(split(source, head), head)
  const edited = written.replace('Sentence0', 'Mine').replace(/## 2\n[\s\S]*?(?=## 3\n)/, '')
  const thread = readThread(edited, { text: source.text, month: 11, year: 2026 })
  expect(unsaidIn(source, [thread], { moved: false })).toEqual([refrain])
})

describe('an article that was edited after its thread was drafted', () => {
  const edited = anArticle(
    sentencesOf(8, 130).replace('Sentence4 ', 'Sentence4 largest '),
    sentencesOf(6, 130).replaceAll('Sentence', 'Saying'),
  )

  test('has the words told that the thread lacks', () => {
    expect(told(file, edited).unsaid).toEqual(['largest'])
  })

  test('has none told where words were only taken out of it', () => {
    const shorter = anArticle(
      sentencesOf(8, 130).replace(/ Sentence4 \S+/, ' Sentence4'),
      sentencesOf(6, 130).replaceAll('Sentence', 'Saying'),
    )
    expect(told(file, shorter).unsaid).toEqual([''])
  })
})

test('a series is told of each part’s words with that part, and of no other part’s as its own', () => {
  const [first, second] = [sentencesOf(6, 130), sentencesOf(6, 130).replaceAll('Sentence', 'Saying')]
  const source = readArticle(`# On parts\n\n## One\n\n${first}\n\n## Two\n\n${second}\n`)
  const { parts } = seriesOf(source, 2)
  const files = parts.map(({ article: own, part, lead }) => {
    const partHead = { ...head, part, lead }
    return writeThread(split(own, partHead), partHead)
  })
  const edited = readArticle(
    `# On parts\n\n## One\n\n${first.replace('Sentence1 ', 'Sentence1 largest ')}\n\n## Two\n\n${second}\n`,
  )
  const threads = files
    .map((own) => own.replace('Saying0 ', 'MyOwn '))
    .map((own) => readThread(own, { text: edited.text, month: 11, year: 2026 }))
  expect(unsaidIn(edited, threads, { moved: true })).toEqual(['largest', 'Saying0'])
  const differs = threads.flatMap((thread) => differencesIn(thread, edited, { moved: true }))
  expect(JSON.stringify(differs)).not.toContain('Sentence')
})

/** Paragraphs of sentences whose words are all different. */
const anySource = fc
  .array(fc.array(fc.integer({ min: 2, max: 22 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  .map((paragraphs) => {
    let count = 0
    const sentence = (words: number): string => `${Array.from({ length: words }, () => `w${(count += 1)}`).join(' ')}.`
    return paragraphs.map((sentences) => sentences.map(sentence).join(' ')).join('\n\n')
  })

const acts = {
  merge: (section: string) => section.replace(/^## .*\n/, ''),
  'merge whole': (section: string) => section.replace(/^## .*\n(?:<!--.*-->\n)?/, ''),
  delete: () => '',
  reword: (section: string) => section.replace(/w\d+/, 'mine'),
  shorten: (section: string) => section.replace(/ w\d+/, ''),
} as const

const anyEdits = fc.array(fc.record({ act: fc.constantFrom(...Object.values(acts)), at: fc.nat(99) }), {
  minLength: 1,
  maxLength: 4,
})

test('whatever posts are made one, deleted and changed: each word that is missing is told, and no word that is there', () => {
  fc.assert(
    fc.property(anySource, anyEdits, (text, edits) => {
      const source = anArticle(...text.split('\n\n'))
      const sections = writeThread(split(source, { ...head, limit: 100 }), head).split(/(?=^## )/m)
      for (const { act, at } of edits) {
        const index = 1 + (at % (sections.length - 1))
        sections[index] = act(sections[index] ?? '')
      }
      const thread = readThread(sections.join(''), { text: source.text, month: 11, year: 2026 })
      const said = wordsIn(thread.posts.map((post) => post.text))
      const differs = differencesIn(thread, source, { moved: false }).flatMap(({ stretches }) =>
        stretches.flatMap(({ kind, words }) => (kind === 'article' ? [words] : [])),
      )
      const out = wordsIn([...unsaidIn(source, [thread], { moved: false }), ...differs])
      const missing = [...wordsIn([source.text])].filter((word) => !said.has(word))
      expect(missing.filter((word) => !out.has(word))).toEqual([])
      if (missing.length === 0) expect([...out]).toEqual([])
    }),
    { numRuns: 300 },
  )
})

function wordsIn(texts: readonly string[]): Set<string> {
  return new Set(texts.join(' ').match(/w\d+/g) ?? [])
}
