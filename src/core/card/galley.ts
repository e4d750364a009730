import type { Span } from '../article/article.ts'
import type { Shaper } from './shaper.ts'
import type { Wording } from './wording.ts'
import { asDrawn } from './wording.ts'

/** A glyph in its place on one endless line. Lengths are ems, so that the size of type can be chosen afterwards. */
export interface SetGlyph {
  readonly id: number
  readonly font: string
  readonly role: 'words' | 'mark' | 'emphasis'
  /** Where the glyph's character stands in the text. */
  readonly cluster: number
  /** From the start of the line to the glyph's pen, and to the next one's. */
  readonly start: number
  readonly end: number
  readonly dx: number
  readonly dy: number
}

/** A text set on one endless line, from which lines are cut. */
export interface Galley {
  readonly text: string
  readonly glyphs: readonly SetGlyph[]
  /** The index of the first glyph at or after each offset of `text`, and past its end. */
  readonly indexAt: readonly number[]
}

/** The fonts of a text: its own, and that of its emphasised phrases. */
export interface Faces {
  readonly font: string
  readonly emphasisFont: string
  /** Added after each letter, in ems. */
  readonly tracking: number
}

/** Sets `wording` with proportional figures, kerned and with ligatures, across changes of ink. */
export function setGalley({ text, emphases, marked }: Wording, faces: Faces, shaper: Shaper): Galley {
  const isEmphasised = (offset: number): boolean => emphases.some(({ start, end }) => start <= offset && offset < end)
  const isMark = (offset: number): boolean => marked && (offset === 0 || offset === text.length - 1)
  const drawn = asDrawn(text)
  const glyphs: SetGlyph[] = []
  let pen = 0
  for (const { start, end, font } of stretches(text, emphases, faces)) {
    const { unitsPerEm } = shaper.metrics(font)
    for (const glyph of shaper.shape(drawn.slice(start, end), font, features)) {
      const cluster = start + glyph.cluster
      const role = isMark(cluster) ? 'mark' : isEmphasised(cluster) ? 'emphasis' : 'words'
      const next = pen + glyph.advance / unitsPerEm + faces.tracking
      const [dx, dy] = [glyph.dx / unitsPerEm, glyph.dy / unitsPerEm]
      glyphs.push({ id: glyph.id, font, role, cluster, start: pen, end: next, dx, dy })
      pen = next
    }
  }
  return { text, glyphs, indexAt: indexOf(glyphs, text.length) }
}

/** Figures of their own widths: tables want them all alike, words do not. */
const features = { pnum: true }

/** The width of the glyphs from `from` up to `to`, in ems. */
export function widthOf({ glyphs }: Galley, from: number, to: number): number {
  return to <= from ? 0 : (glyphs[to - 1]?.end ?? 0) - (glyphs[from]?.start ?? 0)
}

interface Stretch extends Span {
  readonly font: string
}

/** `text` parted where the font changes. */
function stretches(text: string, emphases: readonly Span[], { font, emphasisFont }: Faces): readonly Stretch[] {
  if (font === emphasisFont) return [{ start: 0, end: text.length, font }]
  const found: Stretch[] = []
  let from = 0
  for (const { start, end } of emphases) {
    found.push({ start: from, end: start, font }, { start, end, font: emphasisFont })
    from = end
  }
  found.push({ start: from, end: text.length, font })
  return found.filter(({ start, end }) => start < end)
}

function indexOf(glyphs: readonly SetGlyph[], length: number): readonly number[] {
  const indexes: number[] = []
  let index = 0
  for (let offset = 0; offset <= length; offset += 1) {
    while (index < glyphs.length && (glyphs[index]?.cluster ?? 0) < offset) index += 1
    indexes.push(index)
  }
  return indexes
}
