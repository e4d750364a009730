import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { toSvg } from '../../src/core/card/svg.ts'
import { sharpPainter } from '../../src/edges/sharp.ts'
import { laidOut, shaper, theme, themeNames } from '../core/card/drawing.ts'

const painter = sharpPainter()
const quote =
  'Fair use is not a permission that somebody grants you; it is a ==defence== that you must be ready to argue in court.'

describe('sharpPainter()', () => {
  test.each(themeNames)('paints the %s as a PNG with a palette in which the inks are exact', async (name) => {
    const layout = laidOut({ quote }, name)
    const bytes = await painter.paint(toSvg(layout, shaper), 'png')
    const { format, width, height, isPalette } = await sharp(bytes).metadata()
    expect({ format, width, height, isPalette }).toEqual({ format: 'png', width: 1600, height: 900, isPalette: true })
    const colours = await coloursOf(bytes)
    const inks = layout.shapes.map(({ ink }) => ink)
    for (const ink of new Set([layout.ground, ...inks])) expect(colours, ink).toContain(ink)
    expect(colours).toContain(theme(name).inks[theme(name).ground])
  })

  test.each(themeNames)('paints the %s in less than 90 KB', async (name) => {
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

async function coloursOf(png: Uint8Array): Promise<readonly string[]> {
  const pixels = await sharp(png).removeAlpha().raw().toBuffer()
  const colours = new Set<string>()
  for (let index = 0; index < pixels.length; index += 3) {
    colours.add(`#${pixels.subarray(index, index + 3).toString('hex')}`)
  }
  return [...colours]
}
