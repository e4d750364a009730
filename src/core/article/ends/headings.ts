import type { Passage } from '../passage.ts'

/**
 * Finds the title, and the headings of a text that has no marked ones: short lines that stand alone and end in no stop.
 * A text whose headings are marked keeps to them.
 */
export function withHeadings(passages: readonly Passage[]): readonly Passage[] {
  const marked = passages.some(({ kind }, index) => kind === 'heading' && index > 0)
  const found = marked ? passages : passages.map((passage, index) => inferred(passage, passages[index + 1]))
  const first = found[0]
  return first !== undefined && isTitle(first, found)
    ? [{ ...first, kind: 'title', level: 0 }, ...found.slice(1)]
    : found
}

function inferred(passage: Passage, next: Passage | undefined): Passage {
  const stands = next !== undefined && next.kind !== 'hard-break'
  if (passage.kind !== 'paragraph' || !stands || !isHeadline(withoutNotes(passage.text))) return passage
  return { ...passage, kind: 'heading', level: 2 }
}

function isTitle(first: Passage, all: readonly Passage[]): boolean {
  if (first.kind === 'heading') {
    return (
      first.level === 1 ||
      !all.some(({ kind, level }, index) => index > 0 && kind === 'heading' && level <= first.level) ||
      (first.level === 2 &&
        all.every(({ kind, level }) => kind !== 'heading' || level === 2) &&
        !/^introduction$/i.test(first.text))
    )
  }
  return first.kind === 'paragraph' && all.length > 1 && isHeadline(first.text, 150)
}

/** A line without the numbers of its footnotes, which stand behind its stop. */
function withoutNotes(line: string): string {
  return line.replace(/\[\d{1,3}\]/g, '')
}

/** Whether a line that stands alone reads as a headline: short, begun with a capital or a number, ended by no stop. */
function isHeadline(line: string, longest = 100): boolean {
  if (line.length > longest || line.includes('\n') || line.split(' ').length > longest / 6) return false
  if (/[.,;:…]["”’')\]]*$/.test(line) || /^[@#/—–-]|^https?:/.test(line)) return false
  if (/["”’']$/.test(line) && /^["“‘']/.test(line) && /[.!?]["”’']$/.test(line)) return false
  if (!/^["“‘'(¿¡«„]*[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Extended_Pictographic}]/u.test(line) || !/\p{L}/u.test(line))
    return false
  return !/!["”’')]*$/.test(line) || isTitleCase(line)
}

function isTitleCase(line: string): boolean {
  const words = line.split(/[\s/–—-]+/).filter((word) => /\p{L}{4,}/u.test(word))
  return words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= words.length * 0.7
}
