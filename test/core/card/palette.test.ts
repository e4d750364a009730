import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { steps } from '../../../src/core/card/coverage.ts'
import { newPalette } from '../../../src/core/card/palette.ts'

describe('newPalette()', () => {
  test('leads from one ink to the other in even steps', () => {
    const palette = newPalette()
    const [paper, ink] = [palette.placeOf('#ffffff'), palette.placeOf('#000000')]
    const ramp = palette.ramp(paper, ink)
    const bytes = palette.bytes()
    const reds = Array.from(ramp, (place) => bytes[3 * place])
    expect(ramp[0]).toBe(paper)
    expect(ramp[steps]).toBe(ink)
    expect(reds[steps / 2]).toBe(128)
    expect(reds).toEqual(reds.toSorted((a, b) => (b ?? 0) - (a ?? 0)))
  })

  test('lets two touching edges of one ink cover more than each', () => {
    const palette = newPalette()
    const [paper, ink] = [palette.placeOf('#ffffff'), palette.placeOf('#000000')]
    const half = palette.ramp(paper, ink)[steps / 2] ?? 0
    const both = palette.ramp(half, ink)[steps / 2] ?? 0
    expect(palette.bytes()[3 * both]).toBe(64)
  })

  test('never has more than 256 colours, whatever inks cross', () => {
    const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(fc.array(colour, { minLength: 2, maxLength: 12 }), (inks) => {
        const palette = newPalette()
        const places = inks.map((ink) => palette.placeOf(ink))
        for (const under of places)
          for (const ink of places) for (const place of palette.ramp(under, ink)) palette.ramp(place, ink)
        expect(palette.bytes().length / 3).toBeLessThanOrEqual(256)
      }),
      { numRuns: 20 },
    )
  })
})
