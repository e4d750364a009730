import { expect, test } from 'vitest'
import { toIndexed } from '../../src/edges/indexed-png.ts'

/** An opaque colour as sharp's raw pixels have it. */
const rgb = (red: number, green: number, blue: number): number => (0xff000000 + (blue << 16) + (green << 8) + red) >>> 0

test('toIndexed() gives back each pixel of a picture of few colours', () => {
  const pixels = Uint32Array.from([rgb(1, 2, 3), rgb(250, 251, 252), rgb(1, 2, 3), rgb(7, 7, 7)])
  const { pixels: places, palette } = toIndexed(pixels)
  const back = Array.from(places, (place) =>
    rgb(...(palette.subarray(3 * place, 3 * place + 3) as unknown as [number, number, number])),
  )
  expect(back).toEqual(Array.from(pixels))
})

test('toIndexed() finds 256 colours at most in a picture of thousands, and keeps the frequent ones exact', () => {
  const ink = rgb(177, 32, 28)
  const many = Array.from({ length: 20_000 }, (_, n) => rgb(n % 256, (n * 7) % 256, (n * 13) % 256))
  const { pixels, palette } = toIndexed(Uint32Array.from([...Array.from({ length: 500 }, () => ink), ...many]))
  expect(palette.length / 3).toBeLessThanOrEqual(256)
  const place = pixels[0] ?? 0
  expect(Array.from(palette.subarray(3 * place, 3 * place + 3))).toEqual([177, 32, 28])
})
