import fc from 'fast-check'
import type { Article } from '../../../src/core/article/article.ts'
import { readArticle } from '../../../src/core/article/read.ts'

/** An article of `lines`, each a block of its own. */
export function anArticle(...lines: readonly string[]): Article {
  return readArticle(lines.join('\n\n'))
}

/** `count` sentences of `length` letters each, all different in their first word. */
export function sentencesOf(count: number, length: number): string {
  return Array.from({ length: count }, (_, index) => {
    const opening = `Sentence${index}`
    return (
      `${opening}${' word'.repeat(Math.max(0, Math.ceil((length - opening.length - 1) / 5)))}`.slice(0, length - 1) +
      '.'
    )
  }).join(' ')
}

const letters = fc.constantFrom(
  ...'a b c d e i l m n o r s t u A B S T . , ; : — - ! ? ( ) “ ” " ’ …'.split(' '),
  '\n',
  '\n\n',
  ' ',
  '• ',
  '. ',
  ', ',
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '---\n\n',
  '👩‍💻',
  '😉',
  'é',
  'e\u0301',
  '漢字',
  '。',
  'の',
  'क्षि',
  '@home ',
  'https://example.org/a ',
  'end.It ',
  'README.md ',
)

/** Any text at all: prose, markup and what a keyboard never wrote. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(letters, { maxLength: 400 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.lorem({ mode: 'sentences', maxCount: 5 }), { maxLength: 12 })
    .map((paragraphs) => paragraphs.join('\n\n')),
)
