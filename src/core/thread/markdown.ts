import type { Span } from '../article/article.ts'
import { tidy } from '../article/tidy.ts'
import { fencedYaml, fieldsOf } from '../article/yaml.ts'
import type { Problem } from '../problem.ts'
import { closingOn, type Day } from './closing.ts'
import { fingerprint } from './fingerprint.ts'
import { cardLine, cardOf, escaped, isMark, markLine, markOf, sectionOf, unescaped } from './lines.ts'
import { numbered } from './numbering.ts'
import { numberedPosts, type Unnumbered } from './posts.ts'
import { problemsOf } from './problems.ts'
import type { Break, CardOnPost, Post, Thread } from './thread.ts'

/** What thread.md says above its posts. */
export interface ThreadHead {
  /** Names the article that the thread was drafted from: a hash of its source. */
  readonly article: string
  readonly limit: number
  readonly numbering: string
  /** The last post with {month} and {year} still to fill; null where the thread has no closing. */
  readonly closing: string | null
}

export interface ThreadFile extends Thread, ThreadHead {
  /** Whether a person changed the file after it was drafted. */
  readonly edited: boolean
  readonly problems: readonly Problem[]
}

/** `thread` as the Markdown file that its owner edits: a section for each post, without numbering. */
export function writeThread({ posts }: Thread, { article, limit, numbering, closing }: ThreadHead): string {
  const sections = posts.map((post) => {
    const isClosing = closing !== null && post.n === posts.length
    return sectionOfPost(post, { words: isClosing ? closing : bare(post, numbering), isClosing })
  })
  const body = `${guide}\n\n${sections.join('\n\n')}\n`
  const head = { article, limit, numbering }
  const lines = Object.entries(head).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\ndrafted: "${fingerprintOf(head, body)}"\n---\n\n${body}`
}

const guide = `<!-- Edit freely. Each "## " section is a post and is numbered by itself; "![alt text](file "quote")" is its card.
     A new "## " with any number begins a post. What begins a line with "## 1", "![" or "<!--" bears a backslash before it. -->`

function bare({ text, n, total }: Post, numbering: string): string {
  const suffix = total === 1 ? '' : numbered(numbering, { n, total })
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}

function sectionOfPost(
  post: Post,
  { words, isClosing }: { readonly words: string; readonly isClosing: boolean },
): string {
  const mark = isClosing ? null : markLine(post)
  const lines = [`## ${isClosing ? 'closing' : post.n}`, ...(mark === null ? [] : [mark]), '', escaped(words)]
  return [...lines, ...(post.card === null ? [] : ['', cardLine(post.card)])].join('\n')
}

export interface ReadThreadOptions extends Day {
  /** The article's plain text: a post that no longer says its stretch of it has lost its source. */
  readonly text: string
}

/** Reads what {@link writeThread} wrote and its owner may have edited. Nothing is thrown: see `problems`. */
export function readThread(markdown: string, { text, month, year }: ReadThreadOptions): ThreadFile {
  const file = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const fenced = fencedYaml(file)
  const body = fenced?.body ?? file
  const fields = fieldsIn(fenced?.yaml ?? '')
  const head = { article: fields.article, limit: fields.limit, numbering: fields.numbering }
  const sections = sectionsOf(body)
  const closing = sections.findLast(({ isClosing }) => isClosing)?.words ?? null
  const posts = numberedPosts(drafts(sections, { text, month, year }), fields.numbering)
  return {
    posts,
    ...head,
    closing,
    edited: fields.drafted !== fingerprintOf(head, body),
    problems: [...fields.problems, ...problemsOf(posts, { limit: fields.limit, closing })],
  }
}

function fingerprintOf(head: object, body: string): string {
  return fingerprint(`${JSON.stringify(head)}\n${body.trim()}`)
}

interface Fields extends Omit<ThreadHead, 'closing'> {
  readonly drafted: string
  readonly problems: readonly Problem[]
}

function fieldsIn(yaml: string): Fields {
  const fields = fieldsOf(yaml)
  const values: ReadonlyMap<string, unknown> = fields !== null && 'values' in fields ? fields.values : new Map()
  const { article = '', limit = 280, numbering = '{n}/{total}', drafted = '' } = Object.fromEntries(values)
  const isLimit = typeof limit === 'number' && Number.isInteger(limit) && limit > 0
  const problems: Problem[] = fields !== null && 'problem' in fields ? [fields.problem] : []
  if (!isLimit)
    problems.push({ code: 'front-matter-field', field: 'limit', value: String(limit), wants: 'a whole number' })
  return {
    article: String(article),
    limit: isLimit ? limit : 280,
    numbering: String(numbering),
    drafted: String(drafted),
    problems,
  }
}

interface Section {
  readonly isClosing: boolean
  readonly words: string
  readonly span: Span | null
  readonly break: Break | null
  readonly card: CardOnPost | null
}

function sectionsOf(body: string): readonly Section[] {
  const sections: { name: string | null; lines: string[] }[] = [{ name: null, lines: [] }]
  for (const line of body.split('\n')) {
    const name = sectionOf(line)
    if (name === null) sections.at(-1)?.lines.push(line)
    else sections.push({ name, lines: [] })
  }
  return sections.flatMap(({ name, lines }) => {
    const given =
      name === null
        ? lines
            .join('\n')
            .replace(/<!--[\s\S]*?-->/g, '')
            .split('\n')
        : lines
    return name === null && given.join('').trim() === '' ? [] : [sectionIn(given, name === 'closing')]
  })
}

function sectionIn(lines: readonly string[], isClosing: boolean): Section {
  const first = lines.findIndex((line) => line.trim() !== '')
  const mark = isMark(lines[first] ?? '') ? markOf(lines[first] ?? '') : null
  const rest = mark === null ? lines : lines.slice(first + 1)
  const at = rest.findLastIndex((line) => cardOf(line) !== null)
  const card = cardOf(rest[at] ?? '')
  const words = unescaped(rest.filter((_, index) => index !== at || card === null).join('\n'))
  return { isClosing, words, span: mark?.span ?? null, break: mark?.break ?? null, card }
}

function drafts(sections: readonly Section[], { text, month, year }: ReadThreadOptions): readonly Unnumbered[] {
  return sections.map((section, index) => {
    const isLast = index === sections.length - 1
    const words = section.isClosing ? closingOn(section.words, { month, year }) : tidy(section.words)
    const { span } = section
    const source = !section.isClosing && span !== null && text.slice(span.start, span.end) === words ? span : null
    return { words, source, break: isLast ? null : (section.break ?? 'hard'), card: section.card }
  })
}
