import type { Article } from '../../article/article.ts'
import type { Problem } from '../../problem.ts'
import { digitsOf, leastRoom, lengthOfNumbering } from '../numbering.ts'
import type { Slice } from '../posts.ts'
import { cheapest } from './cheapest.ts'
import { heavyCode } from './heavy-code.ts'
import { keptAndBroken, keptInVain } from './keep.ts'
import { counters, type Measure, type Measured } from './measure.ts'
import { placesIn } from './places.ts'
import { thinned } from './thin.ts'

interface Frame {
  readonly limit: number
  readonly measure: Measure
  readonly numbering: string
  readonly lead: string
  /** How many posts follow the article's own. */
  readonly closing: number
}

interface Fit {
  /** The article's slices, one a post. */
  readonly slices: readonly Slice[]
  readonly problems: readonly Problem[]
}

/** The article in slices that leave room for their numbering; null where that leaves no room for words. */
export function fitOf(article: Article, { limit, measure, numbering, lead, closing }: Frame): Fit | null {
  const count = counters[measure]
  const { text, blocks } = article
  const alone = closing === 0 ? aloneIn(article, { limit, lead, measure }) : null
  if (alone !== null) return { slices: [alone], problems: [] }
  const start = blocks[0]?.span.start ?? 0
  const end = blocks.at(-1)?.span.end ?? text.length
  const lengths = lengthsOf(text, { start, lead, measure })
  let digits = digitsOf(Math.ceil(lengths.weightOf(start, end) / limit))
  for (;;) {
    const room = limit - lengthOfNumbering(numbering, digits, count.of)
    if (room < leastRoom) return null
    const slices = fitted(article, room, lengths)
    const needed = digitsOf(slices.length + closing)
    const measured = { room, ...lengths }
    if (needed <= digits)
      return {
        slices,
        problems: [...keptInVain(article, measured), ...keptAndBroken(article), ...heavyCode(article, measured)],
      }
    digits = needed
  }
}

/** The whole article as one slice, where it fits in a post that bears no number; else null. */
export function aloneIn(
  { text, blocks }: Article,
  {
    limit,
    lead = '',
    measure = 'weight',
  }: { readonly limit: number; readonly lead?: string; readonly measure?: Measure },
): Slice | null {
  if (blocks.some(({ kind }) => kind === 'hard-break')) return null
  const span = { start: blocks[0]?.span.start ?? 0, end: blocks.at(-1)?.span.end ?? text.length }
  const length = counters[measure].of(lead + text.slice(span.start, span.end))
  return length <= limit ? { span, break: null, length } : null
}

/** The slices of an article that are at most `room` long, numbering and closing left aside. */
export function slicesIn(
  article: Article,
  {
    room,
    lead = '',
    measure = 'weight',
  }: { readonly room: number; readonly lead?: string; readonly measure?: Measure },
): readonly Slice[] {
  const start = article.blocks[0]?.span.start ?? 0
  return fitted(article, room, lengthsOf(article.text, { start, lead, measure }))
}

function lengthsOf(
  text: string,
  { start, lead, measure }: { readonly start: number; readonly lead: string; readonly measure: Measure },
): Lengths {
  const count = counters[measure]
  const within = count.within(text)
  const leading = lead === '' ? 0 : count.of(`${lead}x`) - 1
  return {
    weightOf: (from, to) => within(from, to) + (from === start ? leading : 0),
    exactly: (from, to) => {
      const above = from === start ? lead : ''
      return above === '' && isSpaced(text, from, to) ? within(from, to) : count.of(above + text.slice(from, to))
    },
  }
}

/** Whether a stretch stands between white space and opens in ASCII: then it is as long alone as it is in its text. */
function isSpaced(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) < 0x80 && isSpace(text, start - 1) && isSpace(text, end)
}

/** Whether a space or a new line stands at `index`, or the text's end. */
function isSpace(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit === 0x20 || unit === 0x0a || Number.isNaN(unit)
}

interface Lengths extends Pick<Measured, 'weightOf'> {
  /** The length of a stretch as it will be sent but for its numbering. */
  readonly exactly: Measured['weightOf']
}

/** Splits, measures each post as it will be sent, and splits again around those that a cut made longer. */
function fitted(article: Article, room: number, { weightOf, exactly }: Lengths): readonly Slice[] {
  const tooHeavy = new Set<string>()
  const mended: Measured['weightOf'] = (start, end) =>
    tooHeavy.has(`${start}-${end}`) ? Infinity : weightOf(start, end)
  for (let tries = 0; ; tries++) {
    const measured = { room, weightOf: tooHeavy.size === 0 ? weightOf : mended }
    const places = thinned(placesIn(article, measured), measured)
    const ends = cheapest(places, measured)
    const slices = ends.map((to, index): Slice => {
      const start = places[ends[index - 1] ?? 0]?.start ?? 0
      const end = places[to]?.end ?? start
      return {
        span: { start, end },
        break: index === ends.length - 1 ? null : (places[to]?.kind ?? null),
        length: exactly(start, end),
      }
    })
    const heavy = slices.filter(({ span, length }) => length > room && weightOf(span.start, span.end) <= room)
    if (tries === most || heavy.every(({ span }) => tooHeavy.has(`${span.start}-${span.end}`))) return slices
    for (const { span } of heavy) tooHeavy.add(`${span.start}-${span.end}`)
  }
}

/** How often a thread is split again before the owner is asked. */
const most = 40
