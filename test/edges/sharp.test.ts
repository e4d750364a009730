import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { toPlane } from '../../src/core/card/plane.ts'
import { toSvg } from '../../src/core/card/svg.ts'
import { sharpPainter } from '../../src/edges/sharp.ts'
import { laidOut, shaper, theme, themeNames } from '../core/card/drawing.ts'

const painter = sharpPainter()
const quote =
  'Fair use is not a permission that somebody grants you; it is a ==defence== that you must be ready to argue in court.'

/** The flat themes: a photo is none. */
const flat = themeNames.filter((name) => !theme(name).photo)

describe('sharpPainter()', () => {
  test.each(flat)('paints the %s as a PNG with a palette in which the inks are exact', async (name) => {
    const layout = laidOut({ quote }, name)
    const bytes = await painter.paint(toSvg(layout, shaper), 'png')
    const { format, width, height, isPalette } = await sharp(bytes).metadata()
    expect({ format, width, height, isPalette }).toEqual({ format: 'png', width: 1600, height: 900, isPalette: true })
    const colours = await coloursOf(bytes)
    const inks = layout.shapes.flatMap((shape) => ('ink' in shape ? [shape.ink] : []))
    for (const ink of new Set([layout.ground, ...inks])) expect(colours, ink).toContain(ink)
    expect(colours).toContain(theme(name).inks[theme(name).ground])
  })

  test.each(flat)('paints the %s in less than 90 KB', async (name) => {
    const bytes = await painter.paint(toSvg(laidOut({ quote: `${quote} ${quote}` }, name), shaper), 'png')
    expect(bytes.length).toBeLessThan(90_000)
  })

  test('paints the same bytes from the same SVG', async () => {
    const svg = toSvg(laidOut({ quote }), shaper)
    expect(await painter.paint(svg, 'png')).toEqual(await painter.paint(svg, 'png'))
  })

  test('keeps the edges of letters smooth', async () => {
    const svg = toSvg(laidOut({ quote }), shaper)
    const exact = await sharp(Buffer.from(svg)).removeAlpha().raw().toBuffer()
    const painted = await sharp(await painter.paint(svg, 'png'))
      .removeAlpha()
      .raw()
      .toBuffer()
    const off = painted.reduce((most, value, index) => Math.max(most, Math.abs(value - (exact[index] ?? 0))), 0)
    expect(off).toBeLessThanOrEqual(16)
  })

  test('paints a JPEG', async () => {
    const bytes = await painter.paint(toSvg(laidOut({ quote }), shaper), 'jpeg')
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 900 })
  })
})

describe('sharpPainter() of a plane', () => {
  test.each(flat)('paints the %s as its SVG has it, to within 3 %', async (name) => {
    for (const words of [quote, 'Power is ==borrowed.==', `${quote} ${quote}`]) {
      const layout = laidOut({ quote: words }, name)
      const [plane, drawn] = await Promise.all([
        pixelsOf(await painter.paint(toPlane(layout, shaper), 'png')),
        pixelsOf(Buffer.from(toSvg(layout, shaper))),
      ])
      const squares = plane.reduce((sum, value, at) => sum + (value - (drawn[at] ?? 0)) ** 2, 0)
      expect(Math.sqrt(squares / plane.length) / 255).toBeLessThan(0.03)
    }
  })

  test.each(flat)('paints the %s in less than 90 KB, as an indexed PNG', async (name) => {
    const bytes = await painter.paint(toPlane(laidOut({ quote: `${quote} ${quote}` }, name), shaper), 'png')
    expect(bytes.length).toBeLessThan(90_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 900, isPalette: true })
  })

  test('paints a JPEG of the same colours', async () => {
    const plane = toPlane(laidOut({ quote }), shaper)
    const [png, jpeg] = await Promise.all([painter.paint(plane, 'png'), painter.paint(plane, 'jpeg')])
    const [a, b] = await Promise.all([sharp(png).removeAlpha().stats(), sharp(jpeg).stats()])
    for (const at of [0, 1, 2]) {
      expect(Math.abs((a.channels[at]?.mean ?? 0) - (b.channels[at]?.mean ?? 255))).toBeLessThan(2)
    }
  })
})

async function pixelsOf(file: Uint8Array): Promise<Buffer> {
  return sharp(file).removeAlpha().raw().toBuffer()
}

async function coloursOf(png: Uint8Array): Promise<readonly string[]> {
  const pixels = await sharp(png).removeAlpha().raw().toBuffer()
  const colours = new Set<string>()
  for (let index = 0; index < pixels.length; index += 3) {
    colours.add(`#${pixels.subarray(index, index + 3).toString('hex')}`)
  }
  return [...colours]
}
