/** Text on one line, a space between its words, so that it does not matter where lines and paragraphs ended. */
export function flat(text: string): string {
  return text.split(/\s+/).filter(Boolean).join(' ')
}

/** How often `words` stand in `text` as whole words, both of them {@link flat}. */
export function timesSaid(text: string, words: string): number {
  return words === '' ? 0 : ` ${text} `.split(` ${words} `).length - 1
}
