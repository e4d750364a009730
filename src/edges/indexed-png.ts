import { crc32 } from 'node:zlib'

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
 * Makes an indexed PNG of a grey one whose greys are places in `palette`: another colour type, and a PLTE chunk.
 * Source: Portable Network Graphics (PNG) Specification, third edition, 11.2.
 */
export function withPalette(grey: Uint8Array, palette: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [grey.subarray(0, signature)]
  const view = new DataView(grey.buffer, grey.byteOffset, grey.byteLength)
  for (let at = signature; at < grey.length;) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...grey.subarray(at + 4, at + 8))
    const data = grey.slice(at + 8, at + 8 + length)
    if (name === 'IHDR') {
      data[colourType] = indexedColour
      parts.push(chunk(name, data), chunk('PLTE', palette))
    } else if (name === 'IDAT' || name === 'IEND') parts.push(chunk(name, data))
    at += length + 12
  }
  return Buffer.concat(parts)
}

const signature = 8
/** Where IHDR says how a pixel tells its colour. */
const colourType = 9
const indexedColour = 3

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}
