/** More than a headline and a date: a paragraph of sentences. */
export function isProse(line: string): boolean {
  if (line.length > 200) return true
  return isSentence(line) && (line.length > 80 || /[.!?]["”’)]* +["“‘(]?\p{Lu}/u.test(line))
}

/** Whether a line ends as a sentence does. */
export function isSentence(line: string): boolean {
  return /[.!?]["”’)]*$/.test(line)
}
