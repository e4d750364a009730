import { constants, crc32, deflateSync } from 'node:zlib'

/** A picture of at most 256 opaque colours: each pixel names one of `palette`. */
export interface Indexed {
  readonly pixels: Uint8Array
  /** Red, green and blue of each colour. */
  readonly palette: Uint8Array
}

/** So many of the most frequent colours stay as they are: the inks, and the most frequent of their edges. */
const kept = 32

/**
 * Reduces a flat picture to a palette. The other colours, all of them at the edges of letters, are rounded to multiples of
 * the least step that leaves 256: twelve on a card, so off by six at most, which is too little to see.
 * @param pixels red, green, blue and alpha of each pixel
 */
export function toIndexed(pixels: Uint32Array): Indexed {
  const colours = byFrequency(pixels)
  const exact = new Set(colours.slice(0, kept))
  for (let step = 12; ; step *= 2) {
    const becomes = new Map(colours.map((colour) => [colour, exact.has(colour) ? colour : rounded(colour, step)]))
    const left = [...new Set(becomes.values())]
    if (left.length > 256) continue
    const places = new Map(left.map((colour, place) => [colour, place]))
    const indexes = new Map([...becomes].map(([colour, into]) => [colour, places.get(into) ?? 0]))
    return { pixels: indexed(pixels, indexes), palette: Uint8Array.from(left.flatMap(bytesOf)) }
  }
}

/** Red, green and blue of each pixel. */
export function rgbOf({ width, height, rows, palette }: Rows): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const place = 3 * (rows[at + Math.floor(at / width) + 1] as number)
    rgb.set(palette.subarray(place, place + 3), 3 * at)
  }
  return rgb
}

/** The colours of a picture, the most frequent first, counted by stretches of one colour: a card mostly consists of them. */
function byFrequency(pixels: Uint32Array): readonly number[] {
  const counts = new Map<number, number>()
  for (let from = 0, to = 1; from < pixels.length; from = to, to += 1) {
    const colour = pixels[from] ?? 0
    while (to < pixels.length && pixels[to] === colour) to += 1
    counts.set(colour, (counts.get(colour) ?? 0) + to - from)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([colour]) => colour)
}

function bytesOf(colour: number): readonly [red: number, green: number, blue: number] {
  return [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]
}

function rounded(colour: number, step: number): number {
  const [red, green, blue] = bytesOf(colour).map((byte) => Math.min(255, Math.round(byte / step) * step))
  return (255 * 2 ** 24 + ((blue ?? 0) << 16) + ((green ?? 0) << 8) + (red ?? 0)) >>> 0
}

function indexed(pixels: Uint32Array, indexes: ReadonlyMap<number, number>): Uint8Array {
  const found = new Uint8Array(pixels.length)
  let last = -1
  let index = 0
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = pixels[at] ?? 0
    if (colour !== last) {
      last = colour
      index = indexes.get(colour) ?? 0
    }
    found[at] = index
  }
  return found
}

/**
 * Writes an indexed PNG of rows that each begin with a byte of 0. A flat card is stretches of one place, so that looking for
 * stretches alone (`quickly`) packs it nearly as well as looking for any repetition, in a fifth of the time; handing it to
 * another thread would take as long again.
 * Source: Portable Network Graphics (PNG) Specification, third edition, 11.2.
 */
export function encodeIndexed(
  { width, height, rows, palette }: Rows,
  { quickly }: { readonly quickly: boolean },
): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, indexedColour, 0, 0, 0], 8)
  const strategy = quickly ? constants.Z_RLE : constants.Z_DEFAULT_STRATEGY
  const packed = deflateSync(rows, { strategy, chunkSize: 1 << 17 })
  const chunks = [chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', packed), chunk('IEND', new Uint8Array(0))]
  return Buffer.concat([signature, ...chunks])
}

interface Rows {
  readonly width: number
  readonly height: number
  readonly rows: Uint8Array
  readonly palette: Uint8Array
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const indexedColour = 3

/** Each row after a byte that says that its pixels stand as they are. */
export function rowsOf(pixels: Uint8Array, { width, height }: Pick<Rows, 'width' | 'height'>): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  return rows
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
