import type { Span } from '../../article/article.ts'
import type { Problem } from '../../problem.ts'
import type { CardOnPost, ImageOnPost } from '../thread.ts'
import { type Line, withoutComments } from './comments.ts'
import {
  beginsLikePicture,
  guideOpening,
  type Heading,
  headingOf,
  isAlmostHeading,
  type Mark,
  markOf,
  unescaped,
} from './lines.ts'
import { pictureOn } from './picture-line.ts'

/** One section of thread.md, as its owner left it. */
export interface Section extends Mark {
  readonly isClosing: boolean
  readonly words: string
  readonly card: CardOnPost | null
  readonly images: readonly ImageOnPost[]
  /** The owner's own comments in it, as they are written. */
  readonly notes: readonly string[]
  /** Its pictures' lines in the file, in the order of the pictures on the post. */
  readonly pictureLines: readonly number[]
}

/** The part of thread.md below its head, the file's name and how many lines stand above. */
interface Body {
  readonly body: string
  readonly file: string
  readonly above: number
}

/** The sections of thread.md, and what in it looks like a line of ours and is none. */
export function sectionsOf({ body, file, above }: Body): {
  readonly sections: readonly Section[]
  readonly problems: readonly Problem[]
} {
  const { lines, notes, unclosed } = withoutComments(body, above)
  const found: { heading: Heading | null; at: number; lines: Line[] }[] = [{ heading: null, at: 0, lines: [] }]
  for (const line of lines) {
    const heading = headingOf(line.text)
    if (heading === null) found.at(-1)?.lines.push(line)
    else found.push({ heading, at: line.at, lines: [] })
  }
  const sections = found.filter(
    ({ heading, lines: own }) => heading !== null || own.some(({ text }) => text.trim() !== ''),
  )
  const own = notes.filter(({ text }) => !text.startsWith(guideOpening))
  let next = 0
  return {
    sections: sections.map(({ heading, lines: inIt }, index) => {
      const first = next
      const below = sections[index + 1]?.at ?? Infinity
      while ((own[next]?.at ?? Infinity) < below) next++
      const noted = own.slice(first, next).map(({ text }) => text)
      return { ...sectionIn(inIt, heading ?? { name: '', pinned: false }), notes: noted }
    }),
    problems: [
      ...lines.flatMap((line) => misread(line, file)),
      ...(unclosed === null ? [] : [{ code: 'comment-unclosed', file, line: unclosed } as const]),
    ],
  }
}

/** What looks like a heading or a picture and would be posted as words. */
function misread({ text, at }: Line, file: string): readonly Problem[] {
  if (isAlmostHeading(text)) return [{ code: 'heading-unclear', file, line: at, words: text.trim() }]
  if (beginsLikePicture(text) && pictureOn(text) === null) return [{ code: 'picture-unclear', file, line: at }]
  return []
}

function sectionIn(lines: readonly Line[], heading: Heading): Omit<Section, 'notes'> {
  const marks = lines.flatMap(({ text }) => markOf(text) ?? [])
  const cards: { card: CardOnPost; at: number }[] = []
  const images: { image: ImageOnPost; at: number }[] = []
  for (const { text, at } of lines) {
    const on = pictureOn(text)
    if (on?.kind === 'card') cards.push({ card: on.card, at })
    if (on?.kind === 'image') images.push({ image: on.image, at })
  }
  // Where two posts were made one, the card of the second goes along as an image.
  const [first, ...others] = cards
  const along = [...others.map(({ card: { file, alt }, at }) => ({ image: { file, alt }, at })), ...images]
  return {
    ...together(marks),
    pinned: heading.pinned || marks.some(({ pinned }) => pinned),
    isClosing: heading.name === 'closing',
    words: unescaped(wordsIn(lines)),
    card: first?.card ?? null,
    images: along.map(({ image }) => image),
    pictureLines: [...(first === undefined ? [] : [first.at]), ...along.map(({ at }) => at)],
  }
}

function wordsIn(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => markOf(text) === null && pictureOn(text) === null)
    .join('\n')
}

/** What the marks of a section say; where posts were made one, it stands for the stretch from the first to the last. */
function together(marks: readonly Mark[]): Omit<Mark, 'pinned'> {
  const spans = marks.flatMap(({ span }) => span ?? [])
  const isOne = marks.length === 1
  return {
    span: spans.length === 0 ? null : hull(spans),
    break: marks.at(-1)?.break ?? null,
    digest: isOne ? (marks[0]?.digest ?? null) : null,
  }
}

function hull(spans: readonly Span[]): Span {
  return spans.reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }))
}
