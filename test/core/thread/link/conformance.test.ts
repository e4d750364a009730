import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { linksOf } from '../../../../src/core/thread/link/links.ts'
import { oracle } from '../oracle.ts'

interface Case {
  readonly description: string
  readonly text: string
  readonly expected: readonly string[]
}

/** X's own cases for what it would link, as the package of 2014 brings them. */
const file = new URL(
  '../../../../node_modules/twitter-text-1/test/twitter-text-conformance/extract.yml',
  import.meta.url,
)
const { tests } = parse(readFileSync(file, 'utf8')) as { tests: Readonly<Record<string, readonly Case[]>> }

const kinds = {
  urls: ['url', (text: string) => oracle.extractUrls(text)],
  mentions: ['mention', (text: string) => oracle.extractMentions(text)],
  hashtags: ['hashtag', (text: string) => oracle.extractHashtags(text)],
  cashtags: ['cashtag', (text: string) => oracle.extractCashtags(text)],
} as const

describe.each(Object.entries(kinds))('X’s cases for %s', (name, [kind, today]) => {
  const cases = tests[name] ?? []
  // X has changed its mind about a few since 2014; its counter of 2020 then has the last word.
  test.each(cases.map((one) => [one.description, one] as const))('%s', (_, { text, expected }) => {
    const found = linksOf(text)
      .filter((link) => link.kind === kind)
      .map((link) => (kind === 'url' ? link.text : link.text.slice(1)))
    const said = today(text)
    expect(found).toEqual(JSON.stringify(said) === JSON.stringify(expected) ? expected : said)
  })

  test('there are cases, and X’s counter of 2020 agrees with most of them', () => {
    const agreed = cases.filter(({ text, expected }) => JSON.stringify(today(text)) === JSON.stringify(expected))
    expect(cases.length).toBeGreaterThan(5)
    expect(agreed.length / cases.length).toBeGreaterThan(0.8)
  })
})
