import { closingOfPosts, closingPosts } from '../closing-posts.ts'
import { numbered } from '../numbering.ts'
import { pictureProblems } from '../picture-problems.ts'
import { numberedPosts } from '../posts.ts'
import { problemsOf } from '../problems.ts'
import type { Post, Thread } from '../thread.ts'
import { fingerprint } from './fingerprint.ts'
import { fieldsIn } from './head.ts'
import { escaped, guideOpening, markLine } from './lines.ts'
import { openHead } from './open-head.ts'
import { cardLine, imageLine } from './picture-line.ts'
import { draftsOf } from './section-posts.ts'
import { type Section as SectionRead, sectionsOf } from './sections.ts'
import { threadFileOf } from './series-file.ts'
import type { Handled, Kept, ReadThreadOptions, ThreadFile, ThreadHead } from './thread-file.ts'

/**
 * `thread` as the Markdown file that its owner edits: a section for each post, without numbering.
 * @param kept what a thread that is drafted again keeps of its owner's; null for a fresh draft
 */
export function writeThread({ posts }: Thread, { closing, ...given }: ThreadHead, kept: Kept | null = null): string {
  const head = kept === null ? { ...drawnFrom(posts), ...given } : given
  const last = closingPosts(closing)
  const sections = posts.map((post, index) => {
    const closed = last[index - (posts.length - last.length)]
    const isClosing = closed !== undefined
    const words = closed ?? wordsOn(post, head.numbering)
    const notes = kept?.notes.get(post.n) ?? []
    return sectionOfPost(post, { words, isClosing, kept: kept?.posts.get(post.n) ?? null, notes })
  })
  const body = `${guide}\n\n${sections.join('\n\n')}\n`
  const lines = Object.entries(fieldsOfHead(head)).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  // What the owner had a hand in stays the owner's: no draft overwrites it.
  const drafted = kept === null ? fingerprintOf(head, body) : 'again'
  return `---\n${lines.join('\n')}\ndrafted: "${drafted}"\n---\n\n${body}`
}

const guide = `${guideOpening} Each "## " section is a post and is numbered by itself. A new "## " with any number begins a post;
     "## 3 pin" keeps a post as it is when you draft --again. "![what it shows](map.png)" puts an image on its post,
     with a quote behind the file ("![…](card-1.png "quote")") a card. Comments like this one are never posted.
     What begins a line with "## ", "![" or "\\" bears a backslash before it. -->`

function fieldsOfHead({
  article,
  limit,
  numbering,
  part,
  lead,
  images,
  code,
  ends,
}: Omit<ThreadHead, 'closing'>): object {
  const series = part === null ? {} : { part: `${part.n}/${part.of}`, lead }
  const shown = images === undefined || images.length === 0 ? {} : { images }
  const drawn = code === undefined || code.length === 0 ? {} : { code }
  return { article, limit, numbering, ...series, ...shown, ...drawn, ...(ends === undefined ? {} : { ends }) }
}

/** What a fresh thread shows and says, which is all that the article has. */
function drawnFrom(posts: readonly Post[]): Pick<ThreadHead, 'images' | 'code' | 'ends'> {
  const ends = posts.findLast(({ source }) => source !== null)?.source?.end
  const images = posts.flatMap((post) => post.images.map(({ file }) => file))
  return { images, code: codeOn(posts), ...(ends === undefined ? {} : { ends }) }
}

/** The digests of the blocks of code whose cards stand on `posts`. */
export function codeOn(posts: readonly Post[]): readonly string[] {
  return [...new Set(posts.flatMap(({ images }) => images.flatMap(({ drawn }) => drawn ?? [])))]
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
  readonly notes: readonly string[]
}

function sectionOfPost(post: Post, { words, isClosing, kept, notes }: Section): string {
  const mark = isClosing ? null : markLine(post, { words, origin: kept?.origin ?? null })
  const heading = `## ${isClosing ? 'closing' : post.n}${kept?.pinned ? ' pin' : ''}`
  const lines = [heading, ...(mark === null ? [] : [mark]), ...notes, '', escaped(words)]
  const pictures = [...(post.card === null ? [] : [cardLine(post.card)]), ...post.images.map(imageLine)]
  return [...lines, ...pictures.flatMap((line) => ['', line])].join('\n')
}

/** Reads what {@link writeThread} wrote and its owner may have edited. Nothing is thrown: see `problems`. */
export function readThread(markdown: string, options: ReadThreadOptions): ThreadFile {
  const file = markdown.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const { yaml, body, flaw } = openHead(file)
  const { drafted, problems, ...head } = fieldsIn(yaml)
  const where = threadFileOf(head.part)
  const { sections: written, problems: misread } = sectionsOf({
    body,
    file: where,
    above: linesIn(file) - linesIn(body),
  })
  const sections = written.flatMap(onePostEach)
  const others = sections.findLastIndex(({ isClosing }) => !isClosing)
  const closing = closingOfPosts(sections.slice(others + 1).map(({ words }) => words))
  const { drafts, handled } = draftsOf(sections, { ...options, lead: head.lead })
  const posts = numberedPosts(drafts, head.numbering)
  return {
    posts,
    ...head,
    closing,
    edited: drafted !== fingerprintOf(head, body),
    handled,
    problems: [
      ...(flaw === null ? [] : [{ ...flaw, file: where }]),
      ...problems,
      ...misread,
      ...problemsOf(posts, { limit: head.limit, closing }),
      ...posts.flatMap((post, at) =>
        pictureProblems(post, (_, index) => ({ file: where, line: sections[at]?.pictureLines[index] ?? 1 })),
      ),
    ],
  }
}

/** A closing that its owner broke is several posts, whose pictures and notes stay with the first. */
function onePostEach(section: SectionRead): readonly SectionRead[] {
  const [first, ...others] = section.isClosing ? closingPosts(section.words.trim()) : []
  if (first === undefined || others.length === 0) return [section]
  const bare = { ...section, card: null, images: [], pictureLines: [], notes: [] }
  return [{ ...section, words: first }, ...others.map((words) => ({ ...bare, words }))]
}

function linesIn(text: string): number {
  return text.split('\n').length
}

function fingerprintOf(head: Omit<ThreadHead, 'closing'>, body: string): string {
  return fingerprint(`${JSON.stringify(fieldsOfHead(head))}\n${body.trim()}`)
}
