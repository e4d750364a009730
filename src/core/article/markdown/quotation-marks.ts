import type { Passage } from '../passage.ts'

/**
 * The passages of a block quote with quotation marks around them: in a post nothing else would tell it from the owner's own
 * words. What bears some already stays, and so does the line that says who spoke.
 */
export function quoted(
  said: readonly Passage[],
  { depth, holdsQuote }: { readonly depth: number; readonly holdsQuote: boolean },
): readonly Passage[] {
  const prose = said.filter(({ kind, text }) => (kind === 'quote' || kind === 'item') && !/^\s*[—–-]/.test(text))
  if (prose.some(({ text }) => (holdsQuote ? /^["“„«‹「『]/ : /^["“„«‹「『‘']/).test(text))) return said
  const spoken = new Set(prose)
  const [opening, closing] = depth % 2 === 0 ? ['“', '”'] : ['‘', '’']
  return said.map((passage) => {
    if (!spoken.has(passage)) return passage
    const closes = passage === prose.at(-1) || passage.kind === 'item'
    return { ...passage, text: `${opening}${passage.text}${closes ? closing : ''}` }
  })
}
