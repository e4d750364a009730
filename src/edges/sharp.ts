import sharp from 'sharp'
import type { Painter } from '../ports.ts'
import { toIndexed, withPalette } from './indexed-png.ts'

/**
 * Paints SVG with sharp: the same SVG gives the same bytes. A PNG has a palette, in which every ink is exact: sharp's own
 * palette, by libimagequant, shifts inks and takes longer.
 */
export function sharpPainter(): Painter {
  return {
    async paint(svg, as) {
      const picture = sharp(Buffer.from(svg)).flatten()
      if (as === 'jpeg') return picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer()
      const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      const { pixels, palette } = toIndexed(new Uint32Array(data.buffer, data.byteOffset, data.length / 4))
      const raw = { width: info.width, height: info.height, channels: 1 } as const
      const grey = await sharp(pixels, { raw }).toColourspace('b-w').png({ compressionLevel: 6 }).toBuffer()
      return withPalette(grey, palette)
    },
  }
}
