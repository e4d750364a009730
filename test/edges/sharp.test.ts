import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { readLogo } from '../../src/core/card/logo.ts'
import { toPlane } from '../../src/core/card/plane.ts'
import type { CardLayout, Sign } from '../../src/core/card/sheet.ts'
import { toSvg } from '../../src/core/card/svg.ts'
import { readEmoji } from '../../src/edges/emoji.ts'
import { sharpPainter } from '../../src/edges/sharp.ts'
import { laidOut, shaper, theme, themeNames } from '../core/card/drawing.ts'

const painter = sharpPainter()
const quote =
  'Fair use is not a permission that somebody grants you; it is a ==defence== that you must be ready to argue in court.'

/** The flat themes: a photo is none. */
const flat = themeNames.filter((name) => !theme(name).photo)

describe('sharpPainter() of a flat card', () => {
  test.each(flat)('paints the %s as a PNG with a palette in which the inks are exact', async (name) => {
    const layout = laidOut({ quote }, name)
    const bytes = await painter.paint(toPlane(layout, shaper), 'png')
    const colours = await coloursOf(bytes)
    const inks = layout.shapes.flatMap((shape) => ('ink' in shape ? [shape.ink] : []))
    for (const ink of new Set([layout.ground, ...inks])) expect(colours, ink).toContain(ink)
  })

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

/** Emoji of every kind, some of which have names within their drawings. */
const characters = ['👩🏽‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️', '1️⃣', '👁️‍🗨️', '🇺🇦', '🪽', '🫱🏻‍🫲🏿', '🪇', '🫨', '👨‍👩‍👧‍👦']
const art = new Map(
  await Promise.all(characters.map(async (one): Promise<[string, string]> => [one, (await readEmoji(one)) ?? ''])),
)

function withEmoji(layout: CardLayout): CardLayout {
  const row = characters.map((character, n) => ({
    kind: 'emoji' as const,
    character,
    x: 120.3 + n * 90,
    y: 24.7,
    size: 72.5,
  }))
  return { ...layout, shapes: [...layout.shapes, ...row] }
}

const stripes = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path fill="#0a0" d="M0 0h1v1H0z"/></svg>`
const logo = { href: `data:image/svg+xml;base64,${btoa(stripes)}`, file: 'logo.svg', aspect: 2 }

describe('sharpPainter() of a card with pictures in colours of their own', () => {
  test.each(flat)('paints emoji on the %s as its SVG has them, to within 3 %, exact in its inks', async (name) => {
    const layout = withEmoji(laidOut({ quote, logo }, name))
    const bytes = await painter.paint(toPlane(layout, shaper, art), 'png')
    expect(bytes.length).toBeLessThan(90_000)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 900, isPalette: true })
    const [plane, drawn] = [await pixelsOf(bytes), await pixelsOf(Buffer.from(toSvg(layout, shaper, { art })))]
    const squares = plane.reduce((sum, value, at) => sum + (value - (drawn[at] ?? 0)) ** 2, 0)
    expect(Math.sqrt(squares / plane.length) / 255).toBeLessThan(0.03)
    const colours = await coloursOf(bytes)
    for (const shape of layout.shapes) if ('ink' in shape) expect(colours).toContain(shape.ink)
    expect(colours).toContain('#00aa00') // of the logo
    expect(colours).toContain('#005bbb') // of the flag
  })

  test.each([
    ['that shows through', (png: Sharp) => png.ensureAlpha(0.5)],
    ['of 16 bits a channel', (png: Sharp) => png.toColourspace('rgb16')],
    ['of 4,000 pixels', (png: Sharp) => png.resize(4000, 2000)],
  ])('paints a logo that is a PNG %s', async (_, change) => {
    const plain = sharp({ create: { width: 200, height: 100, channels: 3, background: '#0000ff' } })
    const read = readLogo(await change(plain).png().toBuffer(), 'logo.png')
    if (read.kind === 'problem') throw new Error(read.problem.code)
    const layout = laidOut({ quote, logo: read.logo })
    const sign = layout.shapes.find(({ kind }) => kind === 'sign') as Sign
    const pixels = await pixelsOf(await painter.paint(toPlane(layout, shaper), 'png'))
    const at = 3 * (Math.round(sign.y + sign.height / 2) * 1600 + Math.round(sign.x + sign.width / 2))
    expect(pixels[at + 2]).toBeGreaterThan((pixels[at] ?? 0) + 90)
  })

  test('paints the same bytes each time', async () => {
    const layout = withEmoji(laidOut({ quote }))
    const paint = () => painter.paint(toPlane(layout, shaper, art), 'png')
    expect(await paint()).toEqual(await paint())
  })

  test('counts the colours of a logo, and not what shows through', async () => {
    const counts = await painter.colours(logo)
    expect([...counts.keys()]).toEqual([0x00aa00])
  })

  test('refuses a logo that cannot be read', async () => {
    const broken = { ...logo, href: 'data:image/png;base64,iVBORw0KGgoAAAAN' }
    await expect(painter.colours(broken)).rejects.toMatchObject({ problem: { code: 'logo-bad', file: 'logo.svg' } })
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
