import { describe, expect, test } from 'vitest'
import { lineOf, sourceOffsetOf } from '../../../src/core/article/origin.ts'
import { readArticle } from '../../../src/core/article/read.ts'

describe('sourceOffsetOf() and lineOf()', () => {
  test.each([
    ['below front matter', '---\ntitle: T\n---\n\nOne two.', 'two', 5],
    ['after odd spaces', 'One\u00a0\u00a0 \ttwo.', 'two', 1],
    ['after a byte order mark and carriage returns', '\ufeffOne.\r\rtwo three.', 'three', 3],
    ['after Windows lines', 'One.\r\n\r\ntwo three.', 'three', 3],
    ['after soft hyphens', 'Some\u00adthing and two.', 'two', 1],
    ['after signs that nobody sees', 'He\u00adllo wo\u200brld two.', 'two', 1],
    ['that is parted by a sign that nobody sees', 'He\u00adllo, \u200bwo\u200brld', 'wo', 1],
    ['behind a sign that nobody sees', '\ufeff\u200bOne *a*\u00ad \u200btwo.', 'two', 1],
    ['after markup', '**One** [link](https://example.org/a) *two*.', 'two', 1],
    ['after what is skipped', 'One {skip}no\n\nnever{/skip} and two.', 'two', 3],
    ['after lines that are skipped', 'One.\n\n{skip}\nno\n{/skip}\n\ntwo.', 'two', 7],
    ['in wrapped lines', `${'Long '.repeat(12)}\nsecond\nthird two.`, 'two', 3],
    ['after furniture', 'Share\n\nGet link\n\nOne.\n\ntwo.', 'two', 7],
    ['in HTML', '<div>\n<p>One.</p>\n<p>two.</p>\n</div>', 'two', 3],
    ['in a footnote that stands above', '[^1]: Said two.\n\nOne.[^1]', 'two', 1],
    ['in a table', '| a | b |\n|---|---|\n| c | two |', 'two', 3],
    ['after entities', 'One &amp; &copy; two.', 'two', 1],
  ])('find a word %s', (_, source, word, line) => {
    const article = readArticle(source)
    const at = article.text.indexOf(word)
    expect(source.slice(sourceOffsetOf(article, at)).slice(0, word.length)).toBe(word)
    expect(lineOf(article, at)).toBe(line)
  })

  test('say for each block where it begins', () => {
    const source = '# T\n\nOne.\n\n- a\n- b\n\n```\nc\n```'
    expect(readArticle(source).blocks.map(({ line }) => line)).toEqual([1, 3, 5, 6, 8])
  })
})
