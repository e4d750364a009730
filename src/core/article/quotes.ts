import type { Passage } from './passage.ts'

/** Takes the owner's marks (`==…==`) out of the passages and gives back what they, and block quotes, hold. */
export function takeQuotes(passages: readonly Passage[]): {
  readonly passages: readonly Passage[]
  readonly quotes: readonly string[]
} {
  const quotes: string[] = []
  const unmarked = passages.map((passage) => {
    if (passage.kind === 'quote' && !isSignature(passage.text)) quotes.push(withoutMarks(passage.text))
    if (passage.kind === 'code' || !passage.text.includes('==')) return passage
    const text = passage.text.replace(marked, (_, quote: string) => {
      quotes.push(quote)
      return quote
    })
    return { ...passage, text }
  })
  return { passages: unmarked, quotes }
}

const marked = /(?<![\w=])==(?=\S)([^=\n]{1,1000}?)(?<=\S)==(?![\w=])/g

/** Who said what a block quote quotes: "— Jane Doe, 1941". */
function isSignature(text: string): boolean {
  return text.length <= longestSignature && /^“?(?:—|–|--)\s*\S/.test(text)
}

const longestSignature = 120

function withoutMarks(text: string): string {
  return text.replace(/^“/, '').replace(/”$/, '')
}
