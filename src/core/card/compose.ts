import type { Inlay } from './inlay.ts'
import type { Plane } from './plane.ts'
import type { Rgb } from './reduce.ts'
import { reduced } from './reduce.ts'

/** An {@link Inlay} as pixels: red, green, blue and alpha of each. */
export interface InlayPixels extends Pick<Inlay, 'x' | 'y' | 'width' | 'height'> {
  readonly rgba: Uint8Array
}

/** `plane` with these pictures laid into it; what colours it has stay exact, and theirs take the places that are free. */
export function compose(plane: Plane, pictures: readonly InlayPixels[]): Plane {
  const laid = new Map<number, Rgb>()
  for (const picture of pictures) layOn(plane, picture, laid)
  const colours = coloursOf(plane.palette)
  const places = new Map(colours.map((colour, place) => [colour, place]))
  const counts = new Map<Rgb, number>()
  for (const colour of laid.values()) if (!places.has(colour)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const becomes = reduced(counts, most - colours.length)
  for (const colour of becomes.values()) {
    if (!places.has(colour)) places.set(colour, colours.push(colour) - 1)
  }
  const rows = plane.rows.slice()
  for (const [at, colour] of laid) rows[at] = places.get(becomes.get(colour) ?? colour) ?? 0
  const palette = Uint8Array.from(colours.flatMap((colour) => [colour >>> 16, (colour >>> 8) & 255, colour & 255]))
  return { ...plane, rows, palette, inlays: [] }
}

const most = 256

/** What a picture makes of the pixels it lies on, by where they stand in the rows. */
function layOn(
  { width: wide, height: high, rows, palette }: Plane,
  picture: InlayPixels,
  laid: Map<number, Rgb>,
): void {
  const { x, y, width, height, rgba } = picture
  for (let row = Math.max(0, -y); row < Math.min(height, high - y); row += 1) {
    for (let column = Math.max(0, -x); column < Math.min(width, wide - x); column += 1) {
      const from = 4 * (row * width + column)
      const alpha = (rgba[from + 3] ?? 0) / 255
      if (alpha === 0) continue
      const at = (y + row) * (wide + 1) + 1 + x + column
      const under = laid.get(at) ?? colourAt(palette, rows[at] ?? 0)
      const mixed = (channel: number): number => {
        const below = (under >>> (16 - 8 * channel)) & 255
        return Math.round(below + ((rgba[from + channel] ?? 0) - below) * alpha)
      }
      laid.set(at, (mixed(0) << 16) + (mixed(1) << 8) + mixed(2))
    }
  }
}

function coloursOf(palette: Uint8Array): Rgb[] {
  return Array.from({ length: palette.length / 3 }, (_, place) => colourAt(palette, place))
}

function colourAt(palette: Uint8Array, place: number): Rgb {
  const [red = 0, green = 0, blue = 0] = palette.subarray(3 * place, 3 * place + 3)
  return (red << 16) + (green << 8) + blue
}
