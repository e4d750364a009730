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

const blue = () => sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
const blueFile = await blue().png().toBuffer()
const noise = await sharp({
  create: {
    width: 640,
    height: 480,
    channels: 3,
    background: '#336699',
    noise: { type: 'gaussian', mean: 120, sigma: 40 },
  },
})
  .jpeg()
  .toBuffer()
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
    ['is empty', new Uint8Array(), 'photo-bad'],
    ['is cut off', whole.subarray(0, 700), 'photo-bad'],
    ['is cut off in the middle', noise.subarray(0, noise.length / 2), 'photo-bad'],
    [
      'is a drawing',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"/>'),
      'photo-bad',
    ],
  ])('refuses a file that %s', async (_, photo, code) => {
    await expect(painter.paint(onPhoto(layout, photo, shaper), 'jpeg')).rejects.toMatchObject({ problem: { code } })
  })

  test.each([
    ['CMYK', () => blue().toColourspace('cmyk').jpeg()],
    ['16 bits a channel', () => blue().toColourspace('rgb16').png()],
    ['shades of grey', () => blue().toColourspace('grey16').png()],
    ['parts that show through', () => blue().ensureAlpha(0.5).png()],
    ['several frames', () => sharp([blueFile, blueFile], { join: { animated: true } }).gif()],
    ['a side many times the other', () => blue().resize(4000, 200, { fit: 'fill' }).png()],
  ])('takes a photo with %s', async (_, make) => {
    const bytes = await painter.paint(onPhoto(layout, await make().toBuffer(), shaper), 'jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 900, channels: 3 })
  })

  test('turns a photo as it was taken', async () => {
    const two = await sharp({ create: { width: 800, height: 450, channels: 3, background: '#000000' } })
      .composite([
        { input: { create: { width: 400, height: 450, channels: 3, background: '#ffffff' } }, left: 0, top: 0 },
      ])
      .jpeg()
      .withMetadata({ orientation: 3 }) // upside down: what is at the left belongs at the right
      .toBuffer()
    const bytes = await painter.paint(onPhoto(layout, two, shaper), 'png')
    const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    expect(data[3 * (20 * 1600 + 100)]).toBeLessThan(data[3 * (20 * 1600 + 1500)] ?? 0)
  })

  test('lays emoji over a photo', async () => {
    const emoji = { kind: 'emoji' as const, character: '🇺🇦', x: 100, y: 100, size: 90 }
    const art = new Map([['🇺🇦', (await painter.emoji('🇺🇦')) ?? '']])
    const shown = { ...layout, shapes: [...layout.shapes, emoji] }
    const bytes = await painter.paint(onPhoto(shown, whole, shaper, art), 'png')
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const at = info.channels * (160 * 1600 + 145)
    expect(data.subarray(at, at + 3).toString('hex')).toBe('ffd500')
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
