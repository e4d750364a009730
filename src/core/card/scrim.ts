import { contrast, enough } from './contrast.ts'
import type { Box } from './sheet.ts'
import type { Size } from './size.ts'

/** What is to be legible on a photo: where words stand, in which ink, and the ink that darkens the photo under them. */
export interface Scrim {
  readonly ink: string
  readonly words: readonly (Box & { readonly ink: string })[]
}

/** A photo is never left quite bare, so that words seem to stand on it by intent. */
const least = 0.3
/** Of the pixels behind words so many may be brighter than the scrim reckons with: glints of a pixel or two. */
const glints = 0.002

/**
 * How much of the scrim's ink must cover the photo so that every word stands out from the brightest of what is behind it,
 * from 0.3 to 1.
 * @param pixels red, green and blue of each pixel of a card of `size`
 */
export function strengthOf({ ink, words }: Scrim, pixels: Uint8Array, size: Size): number {
  return words.reduce((most, word) => {
    const ground = extremeOf(pixels, size, word, word.ink)
    let strength = most
    while (strength < 1 && contrast(word.ink, covered(ground, ink, strength)) < enough * 1.05) strength += 0.01
    return Math.min(1, strength)
  }, least)
}

/** Even under the words, and from there up it fades, as a photo fades into a page. */
export function scrimSvg({ ink, words }: Scrim, strength: number, { width, height }: Size): string {
  const top = Math.max(0, Math.min(...words.map(({ y }) => y)) / height - 0.02)
  const start = Math.max(0, top - 0.3)
  const stops = [
    [0, strength * 0.25],
    [start, strength * 0.25],
    [top, strength],
    [1, strength],
  ].map(
    ([at = 0, opacity = 0]) =>
      `<stop offset="${at.toFixed(3)}" stop-color="${ink}" stop-opacity="${opacity.toFixed(3)}"/>`,
  )
  const gradient = `<linearGradient id="scrim" x1="0" y1="0" x2="0" y2="1">${stops.join('')}</linearGradient>`
  const rect = `<rect width="${width}" height="${height}" fill="url(#scrim)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${gradient}${rect}</svg>`
}

/** What of the photo behind a word is nearest to the word's own lightness: its brightest for light ink. */
function extremeOf(pixels: Uint8Array, { width, height }: Size, box: Box, ink: string): string {
  const isLight = contrast(ink, '#000000') > contrast(ink, '#ffffff')
  const counts = new Uint32Array(256)
  let total = 0
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)]
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += 2) {
    for (let x = Math.max(0, Math.floor(box.x)); x < right; x += 2) {
      const at = 3 * (y * width + x)
      const grey = greyOf(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)
      counts[isLight ? grey : 255 - grey] = (counts[isLight ? grey : 255 - grey] ?? 0) + 1
      total += 1
    }
  }
  let seen = 0
  let level = 255
  while (level > 0 && (seen += counts[level] ?? 0) <= total * glints) level -= 1
  const grey = isLight ? level : 255 - level
  return hex([grey, grey, grey])
}

/** The grey that is as bright as a colour, which the mean of its channels is not: near enough, a channel counts squared. */
function greyOf(red: number, green: number, blue: number): number {
  return Math.round(Math.sqrt(0.2126 * red * red + 0.7152 * green * green + 0.0722 * blue * blue))
}

function covered(ground: string, ink: string, strength: number): string {
  const [under, over] = [bytesOf(ground), bytesOf(ink)]
  return hex(under.map((byte, at) => Math.round(byte + ((over[at] ?? 0) - byte) * strength)))
}

function bytesOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function hex(bytes: readonly number[]): string {
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
