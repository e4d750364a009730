import type { Problem } from '../problem.ts'
import { dangerIn } from './svg-danger.ts'

/** The owner's sign, as a picture that an SVG can hold. */
export interface Logo {
  /** A `data:` address. */
  readonly href: string
  /** What the owner calls it. */
  readonly file: string
  /** Width over height. */
  readonly aspect: number
}

export type ReadLogo =
  | { readonly kind: 'logo'; readonly logo: Logo }
  | { readonly kind: 'problem'; readonly problem: Problem }

const most = 1_000_000
/** A logo is drawn at a hundred pixels or two: this is plenty, and no more memory is spent on it. */
const mostPixels = 25_000_000

/** Reads a logo out of the bytes of `file`: a PNG, or an SVG that runs nothing and fetches nothing. */
export function readLogo(bytes: Uint8Array, file: string): ReadLogo {
  const bad = (why: string): ReadLogo => ({ kind: 'problem', problem: { code: 'logo-bad', file, why } })
  if (bytes.length > most) return bad('it has more than 1 MB')
  if (isPng(bytes)) {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const [width, height] = [view.getUint32(16), view.getUint32(20)]
    if (width === 0 || height === 0) return bad('it has no size')
    if (width * height > mostPixels) return bad(`it has ${Math.round((width * height) / 1_000_000)} megapixels`)
    return logo('image/png', bytes, width / height)
  }
  const svg = new TextDecoder().decode(bytes)
  if (!/<svg[\s>]/.test(svg)) return bad('it is neither an SVG nor a PNG')
  const danger = dangerIn(svg)
  if (danger !== null) return bad(`it has ${danger}`)
  const aspect = aspectOf(svg)
  return aspect === null ? bad('it has no viewBox, and no width and height') : logo('image/svg+xml', bytes, aspect)

  function logo(type: string, content: Uint8Array, ratio: number): ReadLogo {
    return { kind: 'logo', logo: { href: `data:${type};base64,${base64(content)}`, file, aspect: clamped(ratio) } }
  }
}

function isPng(bytes: Uint8Array): boolean {
  return bytes.length > 24 && [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte)
}

function aspectOf(svg: string): number | null {
  const head = /<svg[^>]*>/.exec(svg)?.[0] ?? ''
  const box =
    /\bviewBox\s*=\s*["']([^"']*)["']/
      .exec(head)?.[1]
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  const side = (name: string): number =>
    Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']([^"'%]*)["']`).exec(head)?.[1] ?? '')
  const aspect = box.length === 4 ? (box[2] ?? 0) / (box[3] ?? 0) : side('width') / side('height')
  return aspect > 0 && aspect < Infinity ? aspect : null
}

/** However long a logo is, it leaves room for the words beside it. */
function clamped(aspect: number): number {
  return Math.min(6, Math.max(0.2, aspect))
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
