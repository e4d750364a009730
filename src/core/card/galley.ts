import type { Faces, Setter } from './stretch.ts'
import { stretchesOf } from './stretch.ts'
import type { Wording } from './wording.ts'
import { asDrawn } from './wording.ts'

/** A glyph in its place on one endless line. Lengths are ems, so that the size of type can be chosen afterwards. */
export interface SetGlyph {
  readonly id: number
  readonly font: string
  readonly role: 'words' | 'mark' | 'emphasis'
  /** The emoji that stands in the glyph's place, as it is written; the glyph then has no font. */
  readonly emoji: string | null
  /** Where the glyph's character stands in the text. */
  readonly cluster: number
  /** From the start of the line to the glyph's pen, and to the next one's, as though all ran one way. */
  readonly start: number
  readonly end: number
  readonly dx: number
  readonly dy: number
  /** Odd where it runs from right to left (UAX #9). */
  readonly level: number
  /** How wide it is as the last of its line, where it shows nowhere else: a hyphen within a word; 0 for any other. */
  readonly soft: number
}

/** A text set on one endless line, in the order in which it is read; lines are cut from it. */
export interface Galley {
  readonly text: string
  readonly glyphs: readonly SetGlyph[]
  /** The index of the first glyph at or after each offset of `text`, and past its end. */
  readonly indexAt: readonly number[]
}

/** What an emoji takes of its line, and how large it is drawn there, in ems. */
export const emojiAdvance = 1.1
export const emojiSize = 0.94

/** Sets `wording` with proportional figures, kerned and with ligatures, across changes of ink. */
export function setGalley({ text, emphases, marks }: Wording, faces: Faces, { shaper, emoji }: Setter): Galley {
  const isEmphasised = (offset: number): boolean => emphases.some(({ start, end }) => start <= offset && offset < end)
  const closing = text.length - marks.closing
  const isMark = (offset: number): boolean => offset < marks.opening || (marks.closing > 0 && offset >= closing)
  const drawn = asDrawn(text)
  const glyphs: SetGlyph[] = []
  const seams = seamsOf(text)
  let pen = 0
  const roleAt = (offset: number): SetGlyph['role'] =>
    isMark(offset) ? 'mark' : isEmphasised(offset) ? 'emphasis' : 'words'
  for (const { start, end, font, level, emoji: character } of stretchesOf(text, emphases, faces, { shaper, emoji })) {
    if (character !== null) {
      const next = pen + emojiAdvance
      const [role, cluster] = [roleAt(start), start]
      glyphs.push({ id: 0, font, role, emoji: character, cluster, start: pen, end: next, dx: 0, dy: 0, level, soft: 0 })
      pen = next
      continue
    }
    const em = 1 / shaper.metrics(font).unitsPerEm
    const direction = level % 2 === 1 ? 'rtl' : 'ltr'
    const tracking = direction === 'rtl' ? 0 : faces.tracking // joined letters are not to be pulled apart
    for (const { id, cluster: offset, advance, dx, dy } of shaper.shape(drawn.slice(start, end), font, {
      features,
      direction,
    })) {
      const cluster = start + offset
      if (seams.has(cluster)) pen = openSeam(glyphs)
      const width = advance * em * (text[cluster] === '\u202f' ? narrow : 1) + tracking
      const soft = text[cluster] === '\u00ad' ? width : 0
      const next = soft > 0 ? pen : pen + width
      const role = roleAt(cluster)
      glyphs.push({
        id,
        font,
        role,
        emoji: null,
        cluster,
        start: pen,
        end: next,
        dx: dx * em,
        dy: dy * em,
        level,
        soft,
      })
      pen = next
    }
  }
  return { text, glyphs, indexAt: indexOf(glyphs, text.length) }
}

/** Figures of their own widths: tables want them all alike, words do not. */
const features = { pnum: true }
/** Between Latin and what is written without spaces printers leave a little room, in ems. */
const seamWidth = 0.12
/** A narrow space, which few fonts have, beside the usual one. */
const narrow = 0.6

/** The width of the glyphs from `from` up to `to`, as a line of their own, in ems. */
export function widthOf({ glyphs }: Galley, from: number, to: number): number {
  const last = glyphs[to - 1]
  return to <= from || last === undefined ? 0 : last.end + last.soft - (glyphs[from]?.start ?? 0)
}

/** Widens the last glyph by the room that follows it; gives back where the next one stands. */
function openSeam(glyphs: SetGlyph[]): number {
  const last = glyphs.at(-1)
  if (last === undefined) return 0
  glyphs[glyphs.length - 1] = { ...last, end: last.end + seamWidth }
  return last.end + seamWidth
}

/** Where Latin or figures meet the letters of Chinese and Japanese. */
function seamsOf(text: string): ReadonlySet<number> {
  return new Set(unspaced.test(text) ? Array.from(text.matchAll(seam), ({ index }) => index) : [])
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const seam = new RegExp(
  `(?<=${unspaced.source})(?=[\\p{Script=Latin}\\d])|(?<=[\\p{Script=Latin}\\d])(?=${unspaced.source})`,
  'gu',
)

function indexOf(glyphs: readonly SetGlyph[], length: number): readonly number[] {
  const indexes: number[] = []
  let index = 0
  for (let offset = 0; offset <= length; offset += 1) {
    while (index < glyphs.length && (glyphs[index]?.cluster ?? 0) < offset) index += 1
    indexes.push(index)
  }
  return indexes
}
