import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadShaper } from '../../src/edges/harfbuzz.ts'
import { aFolder } from '../builders.ts'

const shaper = await loadShaper(new URL('../../assets/fonts/', import.meta.url))

const letters =
  'ABCXYZabcxyz0123456789 ÀÉÎÕÜÇÑßæœøåłŁąężčšžőűğİıțșĐđơưẤạ “”‘’„‚«»‹› –—…•·-$€£¥¢₹₩₽₺₫ ©®™§¶†°½¼¾¹²³ ±×÷−%&@#*_{}[]()<>=+/\\|~^`!?.,:;'

const widthOf = (text: string, font: string): number =>
  shaper.shape(text, font).reduce((sum, { advance }) => sum + advance, 0)
const isMonospaced = (font: string): boolean => widthOf('i', font) === widthOf('M', font)

describe.each(shaper.fonts)('%s', (font) => {
  test('has the letters and signs of European languages', () => {
    const lacking = Array.from(letters).filter((letter) => !shaper.covers(font, letter))
    expect(lacking).toEqual([])
  })

  test('has no Cyrillic and no emoji', () => {
    expect(shaper.covers(font, 'Власть')).toBe(false)
    expect(shaper.covers(font, '🎉')).toBe(false)
  })

  test('knows how high its letters are', () => {
    const { unitsPerEm, ascender, descender, capHeight, xHeight } = shaper.metrics(font)
    expect(unitsPerEm).toBeGreaterThan(999)
    expect(ascender).toBeGreaterThan(capHeight)
    expect(capHeight).toBeGreaterThan(xHeight)
    expect(xHeight).toBeGreaterThan(0)
    expect(descender).toBeLessThan(0)
  })
})

describe.each(shaper.fonts.filter((font) => !isMonospaced(font)))(
  '%s, whose letters have their own widths,',
  (font) => {
    test('is kerned', () => {
      expect(widthOf('AV', font)).toBeLessThan(widthOf('A', font) + widthOf('V', font))
    })

    test('has figures of their own widths', () => {
      const [one, nought] = shaper.shape('10', font, { features: { pnum: true } })
      expect(one?.advance).toBeLessThan(nought?.advance ?? 0)
    })
  },
)

test('the font for code alone is monospaced, sign for sign', () => {
  expect(shaper.fonts.filter(isMonospaced)).toEqual(['code-mono'])
  const widths = Array.from(letters, (letter) => widthOf(letter, 'code-mono'))
  expect(new Set(widths)).toEqual(new Set([widthOf('M', 'code-mono')]))
})

describe('loadShaper()', () => {
  test('finds the letters of another script as soon as a package that has them is installed', async () => {
    const home = await aFolder()
    const own = await loadShaper(new URL('../../assets/fonts/', import.meta.url), home)
    expect(own.covers('newsreader-display', 'Власть')).toBe(false)
    const regular = join(home, 'node_modules', '@expo-google-fonts', 'noto-serif', '400Regular')
    const inter = new URL(
      '../../node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
      import.meta.url,
    )
    await mkdir(regular, { recursive: true })
    await copyFile(inter, join(regular, 'NotoSerif_400Regular.ttf'))
    expect(own.covers('newsreader-display', 'Власть')).toBe(true)
    const [letter] = own.shape('В', 'newsreader-display')
    const { unitsPerEm } = own.metrics('newsreader-display')
    expect(own.outline('newsreader-display', letter?.id ?? 0)).toMatch(/^M/)
    expect(own.ink('newsreader-display', letter?.id ?? 0).top / unitsPerEm).toBeCloseTo(0.727, 2) // as high as Inter's
  })

  test('sets fi as a ligature, and not where it is switched off', () => {
    expect(shaper.shape('fi', 'newsreader-display')).toHaveLength(1)
    expect(shaper.shape('fi', 'newsreader-display', { features: { liga: false } })).toHaveLength(2)
  })

  test('joins the files of a font, and counts places in the whole text', () => {
    const glyphs = shaper.shape('Wałęsa', 'newsreader-display')
    expect(glyphs.map(({ cluster }) => cluster)).toEqual([0, 1, 2, 3, 4, 5])
    expect(new Set(glyphs.map(({ id }) => id >> 16))).toEqual(new Set([0, 1]))
    for (const { id } of glyphs) expect(shaper.outline('newsreader-display', id)).toMatch(/^M/)
  })

  test('counts places in UTF-16', () => {
    const clusters = shaper.shape('a𝒜b', 'newsreader-display').map(({ cluster }) => cluster)
    expect(clusters).toEqual([0, 1, 3])
  })

  test('draws nothing for a space, and a box of ink for a letter', () => {
    const [space, letter] = shaper.shape(' o', 'inter-medium')
    expect(shaper.outline('inter-medium', space?.id ?? 0)).toBe('')
    const { left, right, top, bottom } = shaper.ink('inter-medium', letter?.id ?? 0)
    expect(right).toBeGreaterThan(left)
    expect(top).toBeGreaterThan(bottom)
  })

  test('gives the same answer however often it is asked', () => {
    const first = shaper.shape('The same “answer”, always.', 'newsreader-text-italic')
    for (let count = 0; count < 200; count += 1) shaper.shape(`something else ${count}`, 'inter-semibold')
    expect(shaper.shape('The same “answer”, always.', 'newsreader-text-italic')).toEqual(first)
  })

  test('says which font there is not', () => {
    expect(() => shaper.shape('a', 'comic')).toThrow('Cannot shape text: there is no font "comic"')
  })
})
