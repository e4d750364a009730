import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { contrast } from '../../src/core/card/contrast.ts'
import { onPhoto } from '../../src/core/card/picture.ts'
import { sharpPainter } from '../../src/edges/sharp.ts'
import { laidOut, shaper } from '../core/card/drawing.ts'

const painter = sharpPainter()
const layout = laidOut({ quote: 'Power is ==borrowed==, and it is never given.' }, 'photo')

async function aPhoto(width: number, height: number, background: string): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

const whole = await aPhoto(640, 480, '#336699')

describe('sharpPainter() on a photo', () => {
  test.each(['#ffffff', '#ffe800', '#00ff7f', '#808080', '#000000'])(
    'makes words stand out on %s, as a JPEG of the size of the card',
    async (background) => {
      const bytes = await painter.paint(onPhoto(layout, await aPhoto(640, 480, background), shaper), 'jpeg')
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      expect(info).toMatchObject({ width: 1600, height: 900 })
      const run = layout.shapes.find((shape) => shape.kind === 'text')
      const at = 3 * (Math.round(run?.y ?? 0) * 1600 + 1580) // beside the words, in their row
      const ground = `#${data.subarray(at, at + 3).toString('hex')}`
      expect(contrast('#ffffff', ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each([
    ['is no picture', new TextEncoder().encode('hello'), 'photo-bad'],
    ['is cut off', whole.subarray(0, 700), 'photo-bad'],
  ])('refuses a file that %s', async (_, photo, code) => {
    await expect(painter.paint(onPhoto(layout, photo, shaper), 'jpeg')).rejects.toMatchObject({ problem: { code } })
  })

  test('refuses a photo of 200 megapixels before it reads them', async () => {
    const photo = Buffer.from(
      await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    )
    photo.writeUInt32BE(20_000, 16)
    photo.writeUInt32BE(10_000, 20)
    photo.writeUInt32BE(crc32(photo.subarray(12, 29)), 29)
    await expect(painter.paint(onPhoto(layout, photo, shaper), 'jpeg')).rejects.toMatchObject({
      problem: { code: 'photo-too-large', megapixels: 200 },
    })
  })
})
