import { describe, expect, test } from 'vitest'
import { UnfitPictureError } from '../../src/core/card/picture.ts'
import { readSettings } from '../../src/core/settings.ts'
import { notesOn, readBrand } from '../../src/tasks/brand.ts'
import { theme } from '../core/card/drawing.ts'

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')

/** A home with these files, by folder and name. */
function home(env: Record<string, string>, files: Record<string, Uint8Array> = {}) {
  const pieces = {
    list: async () => [],
    read: async (slug: string, file: string) => files[`${slug}/${file}`] ?? null,
    write: async () => [],
    path: (slug: string, file: string) => `posts/${slug}/${file}`,
  }
  return { settings: readSettings(env, { timezone: 'UTC' }), pieces }
}

describe('readBrand()', () => {
  test('is nothing where nothing is set', async () => {
    const brand = { name: '', colour: null, logo: null, photo: null }
    expect(await readBrand('on-power', home({}))).toEqual({ brand, problems: [] })
  })

  test('is the name, the colour and the logo of the settings', async () => {
    const env = { BROADSIDE_NAME: 'The Dispatch', BROADSIDE_BRAND_COLOUR: 'B1201C', BROADSIDE_LOGO: 'logo.svg' }
    const { brand, problems } = await readBrand(null, home(env, { '../logo.svg': svg }))
    expect(problems).toEqual([])
    expect(brand).toMatchObject({ name: 'The Dispatch', colour: '#b1201c', logo: { aspect: 2 } })
  })

  test('prefers the photo of the piece', async () => {
    const [own, other] = [Uint8Array.of(1), Uint8Array.of(2)]
    const there = home({ BROADSIDE_CARD_PHOTO: 'photo.jpg' }, { 'on-power/photo.jpg': own, '../photo.jpg': other })
    expect((await readBrand('on-power', there)).brand.photo).toBe(own)
    expect((await readBrand('on-time', there)).brand.photo).toBe(other)
  })

  test('says what is not there, or unfit', async () => {
    const env = { BROADSIDE_LOGO: 'logo.svg', BROADSIDE_CARD_PHOTO: 'photo.jpg' }
    expect((await readBrand(null, home(env))).problems).toEqual([
      { code: 'picture-missing', what: 'logo', file: 'logo.svg' },
      { code: 'picture-missing', what: 'photo', file: 'photo.jpg' },
    ])
    const bad = home({ BROADSIDE_LOGO: 'logo.svg' }, { '../logo.svg': new Uint8Array(3) })
    expect((await readBrand(null, bad)).problems).toMatchObject([{ code: 'logo-bad', file: 'logo.svg' }])
  })
})

describe('notesOn()', () => {
  const logo = { href: 'data:image/png;base64,', file: 'logo.png', aspect: 1 }
  const inColours = (colours: Readonly<Record<string, number>>) => ({
    painter: {
      paint: async () => new Uint8Array(),
      emoji: async () => null,
      colours: async () => new Map(Object.entries(colours).map(([colour, count]) => [Number(colour), count])),
    },
  })

  test('says that a dark logo is lost in the night, and nothing of one that is seen', async () => {
    const dark = inColours({ 0x101010: 90, 0x333333: 10 })
    expect(await notesOn(logo, theme('nocturne'), dark)).toEqual([
      { code: 'logo-faint', theme: 'nocturne', wanted: 'lighter' },
    ])
    expect(await notesOn(logo, theme('broadsheet'), dark)).toEqual([])
  })

  test('looks at the band on which a logo stands', async () => {
    const white = inColours({ 0xffffff: 1 })
    expect(await notesOn(logo, theme('poster'), white)).toMatchObject([{ code: 'logo-faint', wanted: 'darker' }])
  })

  test('says that a logo cannot be read', async () => {
    const problem = { code: 'logo-bad', file: 'logo.png', why: 'it cannot be read' } as const
    const { painter } = inColours({})
    const colours = async () => Promise.reject(new UnfitPictureError(problem))
    expect(await notesOn(logo, theme('plain'), { painter: { ...painter, colours } })).toEqual([problem])
  })

  test('says nothing where there is no logo', async () => {
    expect(await notesOn(null, theme('plain'), inColours({}))).toEqual([])
  })
})
