/** What is put below a post's words, "" for no numbering: `numbered('{n}/{total}', {n: 3, total: 12})` is "\n\n3/12". */
export function numbered(template: string, { n, total }: { readonly n: number; readonly total: number }): string {
  if (template.trim() === '') return ''
  return `\n\n${template.replaceAll('{n}', String(n)).replaceAll('{total}', String(total)).trim()}`
}

/** How long the numbering is at most in a thread whose total has `digits` digits. */
export function lengthOfNumbering(template: string, digits: number, lengthOf: (text: string) => number): number {
  const widest = Number('9'.repeat(digits))
  const suffix = numbered(template, { n: widest, total: widest })
  return suffix === '' ? 0 : lengthOf(`x${suffix}`) - 1
}

export function digitsOf(total: number): number {
  return String(total).length
}

/** How much of the limit a numbering must leave for words: a letter weighs up to 2. */
export const leastRoom = 2
