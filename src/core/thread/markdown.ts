import { fencedYaml } from '../article/yaml.ts'
import { fingerprint } from './fingerprint.ts'
import { fieldsIn } from './head.ts'
import { cardLine, escaped, markLine } from './lines.ts'
import { numbered } from './numbering.ts'
import { numberedPosts } from './posts.ts'
import { problemsOf } from './problems.ts'
import { draftsOf, sectionsOf } from './sections.ts'
import type { Handled, KeptPosts, ReadThreadOptions, ThreadFile, ThreadHead } from './thread-file.ts'
import type { Post, Thread } from './thread.ts'

/** `thread` as the Markdown file that its owner edits: a section for each post, without numbering. */
export function writeThread({ posts }: Thread, { closing, ...head }: ThreadHead, kept: KeptPosts = new Map()): string {
  const sections = posts.map((post) => {
    const isClosing = closing !== null && post.n === posts.length
    const words = isClosing ? closing : wordsOn(post, head.numbering)
    return sectionOfPost(post, { words, isClosing, kept: kept.get(post.n) ?? null })
  })
  const body = `${guide}\n\n${sections.join('\n\n')}\n`
  const lines = Object.entries(fieldsOfHead(head)).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  // What the owner had a hand in stays the owner's: no draft overwrites it.
  const drafted = kept.size === 0 ? fingerprintOf(head, body) : 'again'
  return `---\n${lines.join('\n')}\ndrafted: "${drafted}"\n---\n\n${body}`
}

const guide = `<!-- Edit freely. Each "## " section is a post and is numbered by itself; "![alt text](file "quote")" is its card.
     A new "## " with any number begins a post; "## 3 pin" keeps a post as it is when you draft --again.
     What begins a line with "## 1", "![" or "<!--" bears a backslash before it. -->`

function fieldsOfHead({ article, limit, numbering, part, lead }: Omit<ThreadHead, 'closing'>): object {
  const series = part === null ? {} : { part: `${part.n}/${part.of}`, lead }
  return { article, limit, numbering, ...series }
}

/** A post's words, without its number. */
export function wordsOn({ text, n, total }: Post, numbering: string): string {
  const suffix = total === 1 ? '' : numbered(numbering, { n, total })
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text
}

interface Section {
  readonly words: string
  readonly isClosing: boolean
  readonly kept: Pick<Handled, 'origin' | 'pinned'> | null
}

function sectionOfPost(post: Post, { words, isClosing, kept }: Section): string {
  const mark = isClosing ? null : markLine(post, { words, origin: kept?.origin ?? null })
  const heading = `## ${isClosing ? 'closing' : post.n}${kept?.pinned ? ' pin' : ''}`
  const lines = [heading, ...(mark === null ? [] : [mark]), '', escaped(words)]
  return [...lines, ...(post.card === null ? [] : ['', cardLine(post.card)])].join('\n')
}

/** Reads what {@link writeThread} wrote and its owner may have edited. Nothing is thrown: see `problems`. */
export function readThread(markdown: string, options: ReadThreadOptions): ThreadFile {
  const file = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const fenced = fencedYaml(file)
  const body = fenced?.body ?? file
  const { drafted, problems, ...head } = fieldsIn(fenced?.yaml ?? '')
  const sections = sectionsOf(body)
  const closing = sections.findLast(({ isClosing }) => isClosing)?.words ?? null
  const { drafts, handled } = draftsOf(sections, { ...options, lead: head.lead })
  const posts = numberedPosts(drafts, head.numbering)
  return {
    posts,
    ...head,
    closing,
    edited: drafted !== fingerprintOf(head, body),
    handled,
    problems: [...problems, ...problemsOf(posts, { limit: head.limit, closing })],
  }
}

function fingerprintOf(head: Omit<ThreadHead, 'closing'>, body: string): string {
  return fingerprint(`${JSON.stringify(fieldsOfHead(head))}\n${body.trim()}`)
}
