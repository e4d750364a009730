import type { Span } from '../article/article.ts'
import type { Break, CardOnPost, Post } from './thread.ts'

/** The lines of thread.md that say something of a post, and how the post's own lines are told from them. */

/** What a heading names: a number or "closing"; null where the line is no heading of thread.md. */
export function sectionOf(line: string): string | null {
  return /^##[ \t]+(\d+|closing)[ \t]*$/i.exec(line)?.[1]?.toLowerCase() ?? null
}

/** A post's words, each line that could be taken for another's kept from it by a backslash. */
export function escaped(words: string): string {
  return words
    .split('\n')
    .map((line) => (/^(?:\\|##[ \t]|!\[|<!--)/.test(line) ? `\\${line}` : line))
    .join('\n')
}

export function unescaped(lines: string): string {
  return lines.trim().replace(/^\\/gm, '')
}

const breaks: readonly Break[] = ['section', 'paragraph', 'item', 'sentence', 'clause', 'word', 'grapheme', 'hard']

/** Where a post's words stand in the article and how it was parted from the next; null where neither is known. */
export function markLine({ source, break: kind }: Post): string | null {
  if (source === null) return kind === null || kind === 'hard' ? null : `<!-- ${kind} -->`
  return `<!-- ${source.start}-${source.end} ${kind ?? 'end'} -->`
}

const mark = /^<!--\s*(?:(\d+)-(\d+)\s+)?(section|paragraph|item|sentence|clause|word|grapheme|hard|end)\s*-->\s*$/

export function isMark(line: string): boolean {
  return mark.test(line)
}

export function markOf(line: string): { readonly span: Span | null; readonly break: Break | null } {
  const [, start, end, kind] = mark.exec(line) ?? []
  const span = start === undefined || end === undefined ? null : { start: Number(start), end: Number(end) }
  return { span, break: breaks.find((one) => one === kind) ?? null }
}

export function cardLine({ file, quote, alt }: CardOnPost): string {
  return `![${fenced(alt, /[\\[\]]/g)}](${file} "${fenced(quote, /[\\"]/g)}")`
}

export function cardOf(line: string): CardOnPost | null {
  const [, alt, file, quote] =
    /^!\[((?:[^\\[\]]|\\.)*)\]\(([^\s()"]+)(?:[ \t]+"((?:[^\\"]|\\.)*)")?\)[ \t]*$/.exec(line) ?? []
  return alt === undefined || file === undefined ? null : { file, quote: opened(quote ?? ''), alt: opened(alt) }
}

function fenced(words: string, special: RegExp): string {
  return words.replace(special, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
}

function opened(words: string): string {
  return words.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter))
}
