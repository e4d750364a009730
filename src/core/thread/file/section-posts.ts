import type { Span } from '../../article/article.ts'
import { tidy } from '../../article/tidy.ts'
import { closingOn, signedBy } from '../closing.ts'
import { displacedIn } from '../edit/displaced.ts'
import type { Unnumbered } from '../posts.ts'
import { digestOf } from './lines.ts'
import type { Section } from './sections.ts'
import type { Handled, ReadThreadOptions } from './thread-file.ts'

/** The sections as posts that are still to be numbered, and what the owner did to each. */
export function draftsOf(
  sections: readonly Section[],
  { text, month, year, handle = null, lead }: ReadThreadOptions & { readonly lead: string },
): { readonly drafts: readonly Unnumbered[]; readonly handled: readonly Handled[] } {
  const displaced = displacedIn(sections.map(({ span, isClosing }) => (isClosing ? null : span)))
  let cursor = 0
  const read = sections.map((section, index) => {
    const { span, digest, isClosing, pinned, card, images, notes } = section
    const words = isClosing ? closingOn(signedBy(handle, section.words), { month, year }) : oneGap(tidy(section.words))
    const own = index === 0 && words.startsWith(lead) ? words.slice(lead.length) : words
    const origin = isClosing ? null : span
    const isSame = origin !== null && says(text, origin, own)
    const changed = origin !== null && !isSame && digest !== digestOf(words)
    const isInOrder = !displaced.has(index)
    const place = (): Span | null => (isInOrder ? placeOf(own, { text, cursor }) : onlyPlaceOf(own, text))
    const source = isSame ? origin : origin === null || changed ? null : place()
    if (source !== null && isInOrder) cursor = source.end
    const parted = index === sections.length - 1 ? null : (section.break ?? (isClosing ? 'section' : 'hard'))
    return { draft: { words, source, break: parted, card, images }, handled: { origin, changed, pinned, notes } }
  })
  return { drafts: read.map(({ draft }) => draft), handled: read.map(({ handled }) => handled) }
}

/** Where the line between two posts was taken out, two empty lines are left. */
function oneGap(words: string): string {
  return words.replace(/\n{3,}/g, '\n\n')
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

/** Where the article, which was edited, says `words` that its owner moved: where it says them once. */
function onlyPlaceOf(words: string, text: string): Span | null {
  const at = words === '' ? -1 : text.indexOf(words)
  return at === -1 || text.indexOf(words, at + 1) !== -1 ? null : { start: at, end: at + words.length }
}
