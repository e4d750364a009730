import type { Span } from '../article/article.ts'
import { tidy } from '../article/tidy.ts'
import { closingOn } from './closing.ts'
import { cardOf, digestOf, type Heading, headingOf, type Mark, markOf, unescaped } from './lines.ts'
import type { Unnumbered } from './posts.ts'
import type { Handled, ReadThreadOptions } from './thread-file.ts'
import type { CardOnPost } from './thread.ts'

/** One section of thread.md, as its owner left it. */
export interface Section extends Mark {
  readonly isClosing: boolean
  readonly words: string
  readonly card: CardOnPost | null
}

export function sectionsOf(body: string): readonly Section[] {
  const sections: { heading: Heading | null; lines: string[] }[] = [{ heading: null, lines: [] }]
  for (const line of body.split('\n')) {
    const heading = headingOf(line)
    if (heading === null) sections.at(-1)?.lines.push(line)
    else sections.push({ heading, lines: [] })
  }
  return sections.flatMap(({ heading, lines }) => {
    if (heading !== null) return [sectionIn(lines, heading)]
    const above = lines.join('\n').replace(/<!--[\s\S]*?-->/g, '')
    return above.trim() === '' ? [] : [sectionIn(above.split('\n'), { name: '', pinned: false })]
  })
}

function sectionIn(lines: readonly string[], heading: Heading): Section {
  const first = lines.findIndex((line) => line.trim() !== '')
  const mark = markOf(lines[first] ?? '')
  const rest = mark === null ? lines : lines.slice(first + 1)
  const at = rest.findLastIndex((line) => cardOf(line) !== null)
  const card = cardOf(rest[at] ?? '')
  return {
    span: mark?.span ?? null,
    break: mark?.break ?? null,
    digest: mark?.digest ?? null,
    pinned: heading.pinned || mark?.pinned === true,
    isClosing: heading.name === 'closing',
    words: unescaped(rest.filter((_, index) => index !== at || card === null).join('\n')),
    card,
  }
}

/** The sections as posts that are still to be numbered, and what the owner did to each. */
export function draftsOf(
  sections: readonly Section[],
  { text, month, year, lead }: ReadThreadOptions & { readonly lead: string },
): { readonly drafts: readonly Unnumbered[]; readonly handled: readonly Handled[] } {
  let cursor = 0
  const read = sections.map((section, index) => {
    const { span, digest, isClosing, pinned, card } = section
    const words = isClosing ? closingOn(section.words, { month, year }) : tidy(section.words)
    const own = index === 0 && words.startsWith(lead) ? words.slice(lead.length) : words
    const origin = isClosing ? null : span
    const isSame = origin !== null && says(text, origin, own)
    const changed = origin !== null && !isSame && digest !== digestOf(words)
    const source = isSame ? origin : origin === null || changed ? null : placeOf(own, { text, cursor })
    if (source !== null) cursor = source.end
    const parted = index === sections.length - 1 ? null : (section.break ?? 'hard')
    return { draft: { words, source, break: parted, card }, handled: { origin, changed, pinned } }
  })
  return { drafts: read.map(({ draft }) => draft), handled: read.map(({ handled }) => handled) }
}

function says(text: string, { start, end }: Span, words: string): boolean {
  return text.slice(start, end) === words
}

/** How far words may have moved when the article was edited. */
const reach = 200_000

/** Where the article, which was edited, says `words` now: right after the post before, or later and nowhere else near. */
function placeOf(words: string, { text, cursor }: { text: string; cursor: number }): Span | null {
  const near = text.slice(cursor, cursor + reach)
  const at = words === '' ? -1 : near.indexOf(words)
  const isNext = at !== -1 && near.slice(0, at).trim() === ''
  const isAlone = at !== -1 && (isNext || near.indexOf(words, at + 1) === -1)
  return isAlone ? { start: cursor + at, end: cursor + at + words.length } : null
}
