import { describe, expect, test } from 'vitest'
import type { Picture } from '../../src/core/card/picture.ts'
import { readSettings } from '../../src/core/settings.ts'
import { loadShaper } from '../../src/edges/harfbuzz.ts'
import { sharpPainter } from '../../src/edges/sharp.ts'
import { drawReport } from '../../src/tasks/picture.ts'
import { aReport, impressions } from '../core/report/builders.ts'

const shaper = await loadShaper(new URL('../../assets/fonts/', import.meta.url))
const known = aReport({ samples: impressions([1000, 600, 300]) })
const audience = Array.from({ length: 9 }, (_, day) => ({
  at: `2026-11-0${day + 1}T02:00:00.000Z`,
  followers: 500 + day * 3,
}))

/** What is needed to draw, and the SVG that was drawn last. */
function aScene(sandboxed = false) {
  const drawn: string[] = []
  const painter = sharpPainter()
  const paint = (picture: Picture, as: 'png' | 'jpeg') => {
    if (picture.kind === 'plane') drawn.push(...picture.inlays.map(({ svg }) => svg))
    return painter.paint(picture, as)
  }
  const settings = readSettings({ BROADSIDE_HANDLE: '@owner' }, { timezone: 'UTC' })
  return {
    drawn,
    ports: { painter: { ...painter, paint }, settings, sandboxed, shaper: () => Promise.resolve(shaper) },
  }
}

const widthOf = (png: Uint8Array) => Buffer.from(png).readUInt32BE(16)

describe('drawReport()', () => {
  test('draws how far the readers of a piece went, as a picture of 1600 × 900 in which every letter is an outline', async () => {
    const { drawn, ports } = aScene()
    const { png, shows } = await drawReport('fair-use', { reports: [known], audience, leftOut: [] }, ports)
    expect([widthOf(png), Buffer.from(png).readUInt32BE(20)]).toEqual([1600, 900])
    expect(shows).toBe('how far readers of "What Section 107 says" went')
    expect(drawn[0]).not.toMatch(/<text|font-family/)
  })

  test('draws how the account grew, of several threads', async () => {
    const { ports } = aScene()
    const { png, shows } = await drawReport(null, { reports: [known, known], audience, leftOut: [] }, ports)
    expect(widthOf(png)).toBe(1600)
    expect(shows).toBe('how the account grew')
  })

  test('says on the picture that figures are simulated, and only then', async () => {
    const letters = async (sandboxed: boolean) => {
      const { drawn, ports } = aScene(sandboxed)
      await drawReport('fair-use', { reports: [known], audience, leftOut: [] }, ports)
      return drawn[0]?.split('<g ').length ?? 0
    }
    expect((await letters(true)) - (await letters(false))).toBe(1)
  })

  test.each([
    ['nothing is published', 'a-slug', [], 'Cannot draw the report: no such thread is published'],
    ['nothing is measured', 'fair-use', [aReport()], 'Cannot draw the report: no curve of its posts is known yet'],
    ['too few days are known', null, [known, known], 'followers are known of 3 days, and 7 are needed'],
  ])('says why there is nothing to draw where %s', async (_, slug, reports, words) => {
    const { ports } = aScene()
    const drawing = async () => drawReport(slug, { reports, audience: audience.slice(0, 3), leftOut: [] }, ports)
    await expect(drawing()).rejects.toThrow(words)
  })

  test('draws a title in letters that no font here has without them', async () => {
    const { drawn, ports } = aScene()
    const report = { ...known, title: 'Fair use 🪽 ᚠᚢᚦ' }
    await drawReport('fair-use', { reports: [report], audience, leftOut: [] }, ports)
    expect(drawn[0]).not.toContain('undefined')
  })
})
