import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/core/article/article.ts'
import { originOf } from '../../../src/core/article/origin.ts'
import { lostFrom } from '../../../src/core/article/overlooked.ts'
import { readArticle } from '../../../src/core/article/read.ts'

/** Words that are told apart, so that a word lost is a word missed. */
const word = fc.nat({ max: 2000 }).map((n) => `w${n.toString(36)}x`)
const words = fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '))
const address = fc.constantFrom(
  'https://example.org/a',
  'https://example.org/b?c=d',
  '/about',
  '#below',
  'mailto:ann@example.org',
  'javascript:go',
  'cat.png',
)

const inline = fc.oneof(
  words,
  words.map((text) => `**${text}**`),
  words.map((text) => `*${text}*`),
  words.map((text) => `~~${text}~~`),
  words.map((text) => `\`${text}\``),
  words.map((text) => `==${text}==`),
  words.map((text) => `{keep}${text}{/keep}`),
  words.map((text) => `<b>${text}</b>`),
  fc.tuple(words, address).map(([text, url]) => `[${text}](${url})`),
  fc.tuple(words, address).map(([text, url]) => `![${text}](${url})`),
  words.map((text) => `[${text}][ref]`),
  fc.constantFrom('[^a]', '[^b]', '<https://example.org/c>', '&copy;', '\\*', '<!-- c -->', '<br>', '😉', '—', 'U.S.'),
)
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
const lines = fc.array(line, { minLength: 1, maxLength: 3 })

const block = fc.oneof(
  { weight: 3, arbitrary: lines.map((all) => all.join('\n')) },
  lines.map((all) => all.join('  \n')),
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  words.map((text) => `${text}\n===`),
  lines.map((all) => all.map((text) => `- ${text}`).join('\n')),
  lines.map((all) => all.map((text, index) => `${index + 3}. ${text}`).join('\n')),
  lines.map((all) => all.map((text, index) => `${'  '.repeat(index)}- ${text}`).join('\n')),
  lines.map((all) => all.map((text) => `- [x] ${text}`).join('\n')),
  lines.map((all) => all.map((text) => `> ${text}`).join('\n')),
  lines.map((all) => all.map((text, index) => `${'>'.repeat(index + 1)} ${text}`).join('\n\n')),
  line.map((text) => `- > ${text}`),
  lines.map((all) => `\`\`\`js\n${all.join('\n')}\n\`\`\``),
  fc.tuple(words, words).map(([one, other]) => `| ${one} | ${other} |\n|---|---|\n| ${other} | ${one} |`),
  words.map((text) => `<div><p>${text}</p></div>`),
  words.map((text) => `<script>${text}</script>`),
  words.map((text) => `{skip}\n${text}\n{/skip}`),
  words.map((text) => `[^a]: ${text}`),
  words.map((text) => `[^b]: ${text}`),
  fc.constantFrom('---', '***', '[...]', '[ref]: https://example.org/ref', 'Comments', 'Please like & share!', 'Share'),
)
const source = fc
  .tuple(
    fc.constantFrom('', '', '---\ncode: card\n---\n', '---\nlinks: closing\ncode: out\n---\n'),
    fc.array(block, { maxLength: 10 }),
  )
  .map(([front, blocks]) => `${front}${blocks.join('\n\n')}`)

const runs = { numRuns: 300 }

function everyWordOf({ text, title, dropped, images, codeCards }: Article): string {
  const beside = [
    ...dropped.map((one) => one.text),
    ...images.map(({ alt }) => alt),
    ...codeCards.map(({ code }) => code),
  ]
  return [title, text, ...beside].join('\n')
}

describe('readArticle(), whatever the markup,', () => {
  test('keeps every word: in the text, beside an image, on a card of code, or among what it drops', () => {
    fc.assert(
      fc.property(source, (written) => {
        const article = readArticle(written)
        const said = everyWordOf(article)
        for (const one of written.match(/w[0-9a-z]+x/g) ?? []) expect(said).toContain(one)
        expect(lostFrom(written, article)).toEqual([])
      }),
      runs,
    )
  })

  test('reads the same twice, and another kind of line ending makes no difference', () => {
    fc.assert(
      fc.property(source, fc.constantFrom('\r\n', '\r'), (written, ending) => {
        const article = readArticle(written)
        expect(readArticle(written)).toEqual(article)
        const other = readArticle(`\ufeff${written.replaceAll('\n', ending)}`)
        expect({ ...other, origins: [] }).toEqual({ ...article, origins: [] })
      }),
      runs,
    )
  })

  test('says of every word of its text where it stands in the source, and on which line', () => {
    fc.assert(
      fc.property(source, (written) => {
        const article = readArticle(written)
        for (const { 0: one, index } of article.text.matchAll(/w[0-9a-z]+x/g)) {
          const { source: at, line: row } = originOf(article, index)
          expect(written.slice(at, at + one.length)).toBe(one)
          expect(written.slice(0, at).split('\n')).toHaveLength(row)
        }
      }),
      runs,
    )
  })

  test('gives blocks that lie in the text, in order, and pictures that lie on it', () => {
    fc.assert(
      fc.property(source, (written) => {
        const { text, blocks, images, codeCards } = readArticle(written)
        let at = 0
        for (const { span } of blocks) {
          expect(span.start).toBeGreaterThanOrEqual(at)
          expect(text.slice(at, span.start).trim()).toBe('')
          at = span.end
        }
        expect(at).toBe(text.length)
        for (const picture of [...images, ...codeCards]) {
          expect(picture.at).toBeGreaterThanOrEqual(0)
          expect(picture.at).toBeLessThan(Math.max(1, text.length))
          expect(written.split('\n').length).toBeGreaterThanOrEqual(picture.line)
        }
      }),
      runs,
    )
  })

  test('throws nothing at letters thrown together', () => {
    const signs = '*_`~[]!<&\\>-+|#=^{}()/: \n\n\n\t"1.aA😉漢\u00a0\u200b\ufeff'
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Array.from(signs)), { maxLength: 300 }), (letters) => {
        const written = letters.join('')
        expect(lostFrom(written, readArticle(written))).toEqual([])
      }),
      runs,
    )
  })
})
