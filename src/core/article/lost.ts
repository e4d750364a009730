import type { Article } from './article.ts'
import { openFrontMatter } from './front-matter.ts'
import { tidy } from './tidy.ts'

/**
 * The words of `source` that stand neither in what was read of it nor among what was dropped, in their order. It looks at
 * the letters alone and knows nothing of how articles are read, so that it catches what reading overlooks. Words that
 * markup glues together or takes apart are left out of account.
 */
export function lostFrom(source: string, { text, dropped, title }: Article): readonly string[] {
  const { body } = openFrontMatter(tidy(source))
  const kept = countsOf([text, title, ...dropped.map((one) => one.text)].map(lettersOf).join('\n'))
  const lost: string[] = []
  for (const word of wordsOf(lettersOf(body))) {
    const left = kept.get(word) ?? 0
    if (left === 0) lost.push(word)
    else kept.set(word, left - 1)
  }
  return lost
}

/** Addresses are printed once, and numbers of lists anew: neither is a word of the owner's. */
function lettersOf(text: string): string {
  return text
    .replace(/\S*[<>&]\S*/g, ' ')
    .replace(/(?:https?:\/\/|www\.)[^\s)\]]+/gi, ' ')
    .replace(/(?<!\S)\d{1,9}[.)](?!\S)/g, ' ')
    .replace(/\[[ x]\]/gi, ' ')
    .replace(/\]\[[^\]\n]*\]|\[[^\]\n]+\]:/g, ' ')
    .replace(/[*_~`\\=]/g, '')
}

function wordsOf(letters: string): readonly string[] {
  return letters.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function countsOf(letters: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(letters)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
