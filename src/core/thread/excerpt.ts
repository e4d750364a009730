/** A text on one line, with a dot where a line or a paragraph ended. */
export function onOneLine(text: string): string {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' · ')
    .replaceAll(/\s+/g, ' ')
}

/** The beginning of `text` on one line, at most `most` characters long, cut between words. */
export function excerpt(text: string, most: number): string {
  const line = onOneLine(text)
  if (line.length <= most) return line
  const cut = line.slice(0, most).replace(/\s\S*$|[\uD800-\uDBFF]$/, '')
  return `${cut.replace(/[\s,;:.·–—-]+$/, '')} …`
}
