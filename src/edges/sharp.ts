import type Sharps from 'sharp'
import type { Sharp as Pixels } from 'sharp'
import type { PhotoCard, Picture } from '../core/card/picture.ts'
import { UnfitPictureError } from '../core/card/picture.ts'
import { scrimSvg, strengthOf } from '../core/card/scrim.ts'
import { encodeIndexed, rgbOf, rowsOf, toIndexed } from './indexed-png.ts'

type Sharp = typeof Sharps

const jpeg = { quality: 92, chromaSubsampling: '4:4:4' } as const
/** Letters on a photo bear less than those on a flat ground, and a photo packs worse. */
const photoJpeg = { quality: 88, chromaSubsampling: '4:4:4', mozjpeg: true } as const
/** No camera that people carry makes more megapixels, and reading more takes more memory than a card is worth. */
const most = 150

/**
 * Paints pictures: the same picture gives the same bytes. A PNG has a palette, in which every ink is exact: sharp's own
 * palette, by libimagequant, shifts inks and takes longer. Sharp is heavy and a flat card does without it: it is loaded
 * with the first picture that needs it.
 */
export function sharpPainter(): { paint(picture: Picture, as: 'png' | 'jpeg'): Promise<Uint8Array> } {
  return {
    async paint(picture, as) {
      if (typeof picture === 'object' && picture.kind === 'plane' && as === 'png')
        return encodeIndexed(picture, { quickly: true })
      const { default: sharp } = await import('sharp')
      if (typeof picture === 'object' && picture.kind === 'photo') return paintPhoto(picture, as, sharp)
      const flat =
        typeof picture === 'string'
          ? sharp(Buffer.from(picture)).flatten()
          : sharp(rgbOf(picture), { raw: { width: picture.width, height: picture.height, channels: 3 } })
      if (as === 'jpeg') return flat.jpeg(jpeg).toBuffer()
      const { data, info } = await flat.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      const { pixels, palette } = toIndexed(new Uint32Array(data.buffer, data.byteOffset, data.length / 4))
      const { width, height } = info
      return encodeIndexed({ width, height, rows: rowsOf(pixels, info), palette }, { quickly: false })
    },
  }
}

/** Crops to what draws the eye, darkens as much as the words need, and lays the words over it. */
async function paintPhoto(card: PhotoCard, as: 'png' | 'jpeg', sharp: Sharp): Promise<Uint8Array> {
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
    const { width, height } = await sharp(photo, { limitInputPixels: false }).metadata()
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
