import type { Seen } from './run.ts'
import type { Fill } from './sheet.ts'

/** To which sides of its place each piece of a frame reaches. */
const arms: Readonly<Record<string, string>> = {
  '─': 'left right',
  '│': 'up down',
  '┌': 'right down',
  '┐': 'left down',
  '└': 'right up',
  '┘': 'left up',
  '├': 'right up down',
  '┤': 'left up down',
  '┬': 'left right down',
  '┴': 'left right up',
  '┼': 'left right up down',
  '╭': 'right down',
  '╮': 'left down',
  '╰': 'right up',
  '╯': 'left up',
}

/** Whether all frames in a text can be drawn as lines: they then have no gaps, however far apart the lines of text stand. */
export function isRuled(text: string): boolean {
  return Array.from(text.matchAll(/[\u2500-\u257f]/g)).every(([piece]) => isPiece(piece))
}

export function isPiece(character: string): boolean {
  return Object.hasOwn(arms, character)
}

/** A line of code on its card: where it begins, and its baseline. Pixels. */
interface Row {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly leading: number
  readonly capitals: number
  readonly ink: string
}

/** The pieces of a frame in a line of code as lines of whole pixels, each reaching to the edge of its place. */
export function frameOf(
  text: string,
  seen: readonly Seen[],
  { x, y, size, leading, capitals, ink }: Row,
): readonly Fill[] {
  const thickness = Math.max(1, Math.round(0.05 * size))
  const middle = y - capitals / 2
  const [top, bottom] = [Math.round(middle - leading / 2) - 1, Math.round(middle + leading / 2) + 1]
  const across = Math.round(middle - thickness / 2)
  return seen.flatMap(({ glyph, left, right }) => {
    const reach = arms[text.charAt(glyph.cluster)]?.split(' ') ?? []
    const [from, to] = [Math.floor(x + left * size), Math.ceil(x + right * size)]
    const down = Math.round(x + ((left + right) / 2) * size - thickness / 2)
    const box = (side: string): Pick<Fill, 'x' | 'y' | 'width' | 'height'> => {
      if (side === 'left') return { x: from, y: across, width: down + thickness - from, height: thickness }
      if (side === 'right') return { x: down, y: across, width: to - down, height: thickness }
      if (side === 'up') return { x: down, y: top, width: thickness, height: across + thickness - top }
      return { x: down, y: across, width: thickness, height: bottom - across }
    }
    return reach.map((side): Fill => ({ kind: 'fill', ...box(side), ink }))
  })
}
