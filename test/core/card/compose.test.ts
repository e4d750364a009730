import { describe, expect, test } from 'vitest'
import { compose } from '../../../src/core/card/compose.ts'
import type { Plane } from '../../../src/core/card/plane.ts'

/** Three pixels by two, all of the ground. */
const plane: Plane = {
  kind: 'plane',
  width: 3,
  height: 2,
  rows: new Uint8Array(8),
  palette: Uint8Array.of(255, 255, 255, 0, 0, 0),
  inlays: [],
}

/** The colour of each pixel, row by row. */
function colours({ width, height, rows, palette }: Plane): readonly string[] {
  return Array.from({ length: width * height }, (_, at) => {
    const place = 3 * (rows[at + Math.floor(at / width) + 1] ?? 0)
    return Buffer.from(palette.subarray(place, place + 3)).toString('hex')
  })
}

describe('compose()', () => {
  test('lays a picture in, and mixes what shows through with what is under it', () => {
    const rgba = Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 51)
    const laid = compose(plane, [{ x: 1, y: 1, width: 2, height: 1, rgba }])
    expect(colours(laid)).toEqual(['ffffff', 'ffffff', 'ffffff', 'ffffff', 'ff0000', 'cccccc'])
    expect(laid.palette.subarray(0, 6)).toEqual(plane.palette)
    expect(plane.rows).toEqual(new Uint8Array(8))
  })

  test('cuts a picture off at the edges of the card', () => {
    const rgba = Uint8Array.from({ length: 4 * 16 }, () => 255)
    expect(() => compose(plane, [{ x: -2, y: -2, width: 4, height: 4, rgba }])).not.toThrow()
    const blue = Uint8Array.from({ length: 4 * 4 }, (_, at) => [0, 0, 255, 255][at % 4] ?? 0)
    expect(colours(compose(plane, [{ x: 2, y: 1, width: 2, height: 2, rgba: blue }]))[5]).toBe('0000ff')
  })

  test('has 256 colours at most, whatever is laid in, and keeps those there were', () => {
    const wide: Plane = { ...plane, width: 400, height: 1, rows: new Uint8Array(401) }
    const rgba = Uint8Array.from({ length: 4 * 400 }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 256))
    const laid = compose(wide, [{ x: 0, y: 0, width: 400, height: 1, rgba }])
    expect(laid.palette.length / 3).toBeLessThanOrEqual(256)
    expect(laid.palette.subarray(0, 6)).toEqual(plane.palette)
  })
})
