import type Sharps from 'sharp'
import type { Sharp as Pixels } from 'sharp'
import { compose } from '../core/card/compose.ts'
import type { Logo } from '../core/card/logo.ts'
import type { PhotoCard } from '../core/card/picture.ts'
import { UnfitPictureError } from '../core/card/picture.ts'
import type { Plane } from '../core/card/plane.ts'
import type { Rgb } from '../core/card/reduce.ts'
import { scrimSvg, strengthOf } from '../core/card/scrim.ts'
import type { Painter } from '../ports.ts'
import { readEmoji } from './emoji.ts'
import { encodeIndexed, rgbOf } from './indexed-png.ts'

type Sharp = typeof Sharps

const jpeg = { quality: 92, chromaSubsampling: '4:4:4' } as const
/** Letters on a photo bear less than those on a flat ground, and a photo packs worse. */
const photoJpeg = { quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true } as const
/** No camera that people carry makes more megapixels, and reading more takes more memory than a card is worth. */
const most = 150
/** A side of fewer pixels is no photo, and blown up it would fill the memory. */
const least = 200

/**
 * Paints pictures: the same picture gives the same bytes. A PNG has a palette, in which every ink is exact: sharp's own
 * palette, by libimagequant, shifts inks and takes longer. Sharp is heavy and a flat card does without it: it is loaded
 * with the first picture that needs it.
 */
export function sharpPainter(): Painter {
  return {
    async paint(picture, as) {
      if (picture.kind === 'photo') return paintPhoto(picture, as)
      const plane = picture.inlays.length === 0 ? picture : await withInlays(picture)
      return as === 'png' ? encodeIndexed(plane) : paintJpeg(plane)
    },
    emoji: readEmoji,
    colours: coloursOf,
  }
}

async function loadSharp(): Promise<Sharp> {
  return (await import('sharp')).default
}

/** Draws the emoji and the logo by themselves, each in the place it has on the card, and lays them in. */
async function withInlays(plane: Plane): Promise<Plane> {
  const sharp = await loadSharp()
  const pixels = plane.inlays.map(async ({ svg, ...box }) => ({
    ...box,
    rgba: await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer(),
  }))
  return compose(plane, await Promise.all(pixels))
}

async function paintJpeg(plane: Plane): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { width, height } = plane
  return sharp(rgbOf(plane), { raw: { width, height, channels: 3 } })
    .jpeg(jpeg)
    .toBuffer()
}

/** Counted on a small copy; what is more than half transparent counts as not there. */
async function coloursOf({ href, file }: Logo): Promise<ReadonlyMap<Rgb, number>> {
  const sharp = await loadSharp()
  const bytes = Buffer.from(href.slice(href.indexOf(',') + 1), 'base64')
  const read = sharp(bytes, { failOn: 'error' }).resize(96, 96, { fit: 'inside' }).toColourspace('srgb').ensureAlpha()
  const rgba = await read
    .raw()
    .toBuffer()
    .catch((cause: unknown) => {
      const why = `it cannot be read (${(cause as Error).message.split('\n')[0] ?? ''})`
      throw new UnfitPictureError({ code: 'logo-bad', file, why }, cause)
    })
  const counts = new Map<Rgb, number>()
  for (let at = 0; at < rgba.length; at += 4) {
    if ((rgba[at + 3] ?? 0) < 128) continue
    const colour = rgba.readUIntBE(at, 3)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  return counts
}

/** Crops to what draws the eye, darkens as much as the words need, and lays the words over it. */
async function paintPhoto(card: PhotoCard, as: 'png' | 'jpeg'): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { size, scrim, over } = card
  const raw = await cropped(card, sharp)
  const shade = scrimSvg(scrim, strengthOf(scrim, raw, size), size)
  const whole: Pixels = sharp(raw, { raw: { ...size, channels: 3 } }).composite([
    { input: Buffer.from(shade) },
    { input: Buffer.from(over) },
  ])
  return as === 'png' ? whole.png().toBuffer() : whole.jpeg(photoJpeg).toBuffer()
}

/** Red, green and blue of each pixel of the photo, turned as it was taken, at the card's size. */
async function cropped({ photo, size }: PhotoCard, sharp: Sharp): Promise<Uint8Array> {
  const open = (): Pixels => sharp(photo, { limitInputPixels: most * 1_000_000, failOn: 'error' })
  try {
    const { width, height, format } = await sharp(photo, { limitInputPixels: false }).metadata()
    if (Math.min(width, height) < least) {
      const why = `it has ${width} × ${height} pixels, and each side must have ${least} or more`
      throw new UnfitPictureError({ code: 'photo-bad', why })
    }
    if (format === 'svg') throw new UnfitPictureError({ code: 'photo-bad', why: 'it is a drawing (SVG)' })
    const megapixels = Math.round((width * height) / 1_000_000)
    if (megapixels > most) throw new UnfitPictureError({ code: 'photo-too-large', megapixels, most })
    return await open()
      .autoOrient()
      .resize({ ...size, fit: 'cover', position: sharp.strategy.attention })
      .flatten()
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer()
  } catch (cause) {
    if (cause instanceof UnfitPictureError) throw cause
    const why = `it cannot be read (${(cause as Error).message.split('\n')[0] ?? ''})`
    throw new UnfitPictureError({ code: 'photo-bad', why }, cause)
  }
}
