import type { Article } from './article.ts'
import { openFrontMatter } from './front/front-matter.ts'
import { tidy } from './tidy.ts'

/**
 * The words of `source` that stand neither in what was read of it nor among what was dropped, in their order. It looks at
 * the letters alone and knows nothing of how articles are read, so that it catches what reading overlooks. Words that
 * markup glues together or takes apart are left out of account.
 */
export function lostFrom(source: string, article: Article): readonly string[] {
  const { body } = openFrontMatter(tidy(source))
  const kept = countsOf(saidBy(article).join('\n').replace(addresses, ' '))
  const lost: string[] = []
  for (const word of wordsOf(withoutMarkup(body))) {
    const left = kept.get(word) ?? 0
    if (left === 0) lost.push(word)
    else kept.set(word, left - 1)
  }
  return lost
}

/** All that is kept of a source, in posts or beside them, and all that is not. */
function saidBy({ title, text, dropped, images, codeCards }: Article): readonly string[] {
  return [
    title,
    text,
    ...dropped.map((one) => one.text),
    ...images.map(({ alt }) => alt),
    ...codeCards.map(({ code }) => code),
  ]
}

const addresses = /(?:https?:\/\/|www\.)[^\s)\]]+/gi

/**
 * The source without what is markup for certain and holds words: marks, targets of links, definitions, fences. Addresses
 * are printed once, and numbers of lists anew: neither is a word of the owner's.
 */
function withoutMarkup(source: string): string {
  return source
    .replace(/\S+/g, (token) => (onWord.test(token) ? ' ' : token))
    .replace(/\{\/?(?:keep|skip)\}/gi, '')
    .replace(/\S+/g, (token) => (unsure.test(token) ? ' ' : token))
    .replace(/\]\((?:[^()\n]|\([^()\n]*\)){0,2000}\)/g, '] ')
    .replace(/^[ \t>]*\[(?!\^)[^\]\n]+\]:.*(?:\n[ \t>]*["'(][^\n]*["')][ \t]*$)?/gm, ' ')
    .replace(/^[ \t>\-*+\d.)]*(?:```|~~~).*$/gm, ' ')
    .replace(addresses, ' ')
    .replace(/(?<!\S)\d{1,9}[.)](?!\S)/g, ' ')
    .replace(/\[(?:[ x]|\^[^\]\n]+)\]/gi, ' ')
    .replace(/\]\[[^\]\n]{0,200}\]|\[[^\]\n]{1,200}\]:/g, ' ')
}

/** Tags, entities, and letters right before a link or right after one: where a word ends is for Markdown to say. */
const unsure = /[<>&]|[\p{L}\p{N}]\[|[)\]][\p{L}\p{N}]/u

/** A mark of the owner's on a word: where the word ends then depends on what is left out. */
const onWord = /[^\s}]\{\/?(?:keep|skip)\}|\{\/?(?:keep|skip)\}[^\s{]/i

function wordsOf(letters: string): readonly string[] {
  return letters.replace(/[*_~`\\=]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function countsOf(letters: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(letters)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
