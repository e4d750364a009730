import type { Span } from '../../article/article.ts'
import type { Break, Post } from '../thread.ts'
import { fingerprint } from './fingerprint.ts'

/** The lines of thread.md that say something of a post, and how the post's own lines are told from them. */

/** What the comment begins with that the program itself puts above the posts. */
export const guideOpening = '<!-- Edit freely.'

/** What a heading names, a number or "closing", and whether its post is pinned. */
export interface Heading {
  readonly name: string
  readonly pinned: boolean
}

/** `## 3`, `## 3 pin`, `## closing`; null where the line is no heading of thread.md. */
export function headingOf(line: string): Heading | null {
  const [, name, pin] = /^##[ \t]+(\d+|closing)(?:[ \t]+(pin(?:ned)?))?[ \t]*$/i.exec(line) ?? []
  return name === undefined ? null : { name: name.toLowerCase(), pinned: pin !== undefined }
}

/** A line that looks like a heading of thread.md and is none: `##5`, `### 5`, `## Post 5`, `## My heading`. */
export function isAlmostHeading(line: string): boolean {
  return headingOf(line) === null && almostHeading.test(line)
}

const almostHeading = /^\s*(?:##+(?:\s|$)|#+\s*(?:post\s*)?(?:\d+|closing)(?:\s*pin\w*)?(?:\s*[:.)])?\s*$)/i

/** A line that begins like a picture's and is none, unless it is one. */
export function beginsLikePicture(line: string): boolean {
  return /^\s*!\[/.test(line)
}

/** A post's words, each line that could be taken for another's kept from it by a backslash, and each comment. */
export function escaped(words: string): string {
  return words
    .split('\n')
    .map((line) => (isOurs(line) ? `\\${line}` : line))
    .join('\n')
    .replace(/<!(\\*)--/g, '<!\\$1--')
}

function isOurs(line: string): boolean {
  return line.startsWith('\\') || headingOf(line) !== null || almostHeading.test(line) || beginsLikePicture(line)
}

export function unescaped(lines: string): string {
  return lines
    .trim()
    .replace(/^\\/gm, '')
    .replace(/<!\\(\\*)--/g, '<!$1--')
    .trim()
}

const breaks: readonly Break[] = ['section', 'paragraph', 'item', 'sentence', 'clause', 'word', 'grapheme', 'hard']

/** What a post's mark says: where its words stand in the article, what they were, and how it was parted from the next. */
export interface Mark {
  readonly span: Span | null
  readonly break: Break | null
  /** {@link digestOf} the words as they were drafted. */
  readonly digest: string | null
  readonly pinned: boolean
}

/**
 * The line that bears a post's mark; null where there is nothing to say. `origin`: where the words stood that the owner
 * changed; they bear no digest of theirs, and so stay the owner's.
 */
export function markLine(
  { source, break: kind }: Post,
  { words, origin }: { readonly words: string; readonly origin: Span | null },
): string | null {
  const span = source ?? origin
  if (span === null) return kind === null || kind === 'hard' ? null : `<!-- ${kind} -->`
  return `<!-- ${span.start}-${span.end} ${kind ?? 'end'} ${source === null ? unknown : digestOf(words)} -->`
}

const unknown = '00000000'

const mark =
  /^<!--\s*(?=\S)(?:(\d+)-(\d+)\s+(?!\s))?(section|paragraph|item|sentence|clause|word|grapheme|hard|end)?(?:(?:(?<=\d\s{2,})|\s+(?!\s))([0-9a-f]{8}))?(?:\s*\b(pin(?:ned)?))?\s*-->\s*$/i

export function markOf(line: string): Mark | null {
  const found = mark.exec(line)
  if (found === null) return null
  const [, start, end, kind, digest, pin] = found
  const told = { start: Number(start), end: Number(end) }
  const span = told.start < told.end ? told : null
  const parted = breaks.find((one) => one === kind?.toLowerCase()) ?? null
  return { span, break: parted, digest: digest?.toLowerCase() ?? null, pinned: pin !== undefined }
}

/** Tells whether words were changed. */
export function digestOf(words: string): string {
  return fingerprint(words).slice(0, 8)
}
