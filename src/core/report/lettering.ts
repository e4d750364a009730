import type { Shaper } from '../card/shaper.ts'

/** Words on a picture: where their first, middle or last letter stands on its line. */
export interface Words {
  readonly text: string
  readonly font: string
  /** Pixels. */
  readonly size: number
  readonly x: number
  readonly y: number
  readonly ink: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** What is left free around the letters, where they stand on lines: the ink of the ground. */
  readonly halo?: string
}

/** Words as SVG outlines: they look the same everywhere, whatever fonts there are. */
export function letters({ text, font, size, x, y, ink, halo, anchor = 'start' }: Words, shaper: Shaper): string {
  const scale = size / shaper.metrics(font).unitsPerEm
  const room = { start: 0, middle: 0.5, end: 1 }[anchor] * widthOf(text, { font, size }, shaper)
  let pen = 0
  const paths = shaper.shape(text, font).map(({ id, advance, dx, dy }) => {
    const at = pen + dx
    pen += advance
    return `<path transform="translate(${at} ${dy})" d="${shaper.outline(font, id)}"/>`
  })
  const place = `translate(${(x - room).toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(6)} ${(-scale).toFixed(6)})`
  const around =
    halo === undefined
      ? ''
      : ` stroke="${halo}" stroke-width="${Math.round((0.3 * size) / scale)}" paint-order="stroke"`
  return `<g fill="${ink}"${around} transform="${place}">${paths.join('')}</g>`
}

/** In pixels. */
function widthOf(text: string, { font, size }: Pick<Words, 'font' | 'size'>, shaper: Shaper): number {
  const advance = shaper.shape(text, font).reduce((whole, glyph) => whole + glyph.advance, 0)
  return (advance * size) / shaper.metrics(font).unitsPerEm
}

/** `text` in at most `most` lines of `width` pixels, broken between words; what has no room is cut, with a sign of it. */
export function linesOf(
  text: string,
  { width, most, ...type }: Pick<Words, 'font' | 'size'> & { readonly width: number; readonly most: number },
  shaper: Shaper,
): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, type, shaper) <= width) lines[lines.length - 1] = longer
    else if (lines.length < most) lines.push(word)
    else return [...lines.slice(0, -1), `${lines.at(-1)?.replace(/[\s,;:.–—]+$/, '')} …`]
  }
  return lines
}
