import type { Line } from './balance.ts'
import { seenOrder } from './direction.ts'
import type { Galley, SetGlyph } from './galley.ts'
import { emojiAdvance, emojiSize } from './galley.ts'
import type { Shaper } from './shaper.ts'
import type { Emoji, TextRun } from './sheet.ts'

/** A glyph of a line as it is seen: where its pen stands, and the next one's, in ems from the line's left end. */
export interface Seen {
  readonly glyph: SetGlyph
  readonly left: number
  readonly right: number
}

/** The glyphs of a line from left to right, without the hyphens of words that are not parted there. */
export function seenGlyphs({ glyphs }: Galley, { from, to }: Pick<Line, 'from' | 'to'>): readonly Seen[] {
  const line = glyphs.slice(from, to).filter(({ soft }, n, all) => soft === 0 || n === all.length - 1)
  const isTurned = line.some(({ level }) => level > 0)
  const order = isTurned ? seenOrder(line.map(({ level }) => level)) : null
  let pen = 0
  return line.map((read, place) => {
    const glyph = order === null ? read : (line[order[place] ?? 0] ?? read)
    const left = pen
    pen += glyph.end - glyph.start + glyph.soft
    return { glyph, left, right: pen }
  })
}

/** Where glyphs are put, in pixels: the left end of their line on its baseline, and the size of type. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** What glyphs are drawn as. */
export interface Look {
  readonly role: TextRun['role']
  inkOf(role: SetGlyph['role']): string
}

/** Glyphs that stand side by side as runs of one font and one ink, with the emoji between them. */
export function runsOf(
  galley: Galley,
  seen: readonly Seen[],
  place: Place,
  { look, shaper }: { readonly look: Look; readonly shaper: Shaper },
): readonly (TextRun | Emoji)[] {
  return parted(seen).map((alike) => {
    const [{ glyph: first, left }] = alike
    const { unitsPerEm, capHeight } = shaper.metrics(first.font)
    const x = place.x + left * place.size
    if (first.emoji !== null) return emojiAt({ ...place, x }, first.emoji, capHeight / unitsPerEm)
    const glyphs = alike.map(({ glyph, left: at }) => ({
      id: glyph.id,
      x: Math.round((at - left + glyph.dx) * unitsPerEm),
      y: Math.round(glyph.dy * unitsPerEm),
    }))
    const ink = look.inkOf(first.role)
    const text = textOf(galley, alike)
    return { kind: 'text', role: look.role, text, font: first.font, unitsPerEm, ...place, x, ink, glyphs }
  })
}

/** In the middle of its advance and of the capitals' height, on whole pixels so that it is sharp. */
function emojiAt({ x, y, size }: Place, character: string, capHeight: number): Emoji {
  const side = Math.round(emojiSize * size)
  const left = Math.round(x + ((emojiAdvance - emojiSize) / 2) * size)
  return { kind: 'emoji', character, x: left, y: Math.round(y - (capHeight / 2) * size - side / 2), size: side }
}

function parted(seen: readonly Seen[]): readonly [Seen, ...Seen[]][] {
  const found: [Seen, ...Seen[]][] = []
  for (const each of seen) {
    const last = found.at(-1)
    if (last !== undefined && isAlike(last[0].glyph, each.glyph)) last.push(each)
    else found.push([each])
  }
  return found
}

function isAlike(a: SetGlyph, b: SetGlyph): boolean {
  return a.emoji === null && b.emoji === null && a.font === b.font && a.role === b.role && a.level === b.level
}

/** What the glyphs stand for, as it is read. */
function textOf({ text, glyphs, indexAt }: Galley, seen: readonly Seen[]): string {
  const clusters = seen.map(({ glyph }) => glyph.cluster)
  const last = Math.max(...clusters)
  const next = glyphs[indexAt[last + 1] ?? glyphs.length]?.cluster ?? text.length
  return text.slice(Math.min(...clusters), next)
}
