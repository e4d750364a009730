import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withBrand } from '../../../src/core/card/brand.ts'
import { contrast } from '../../../src/core/card/contrast.ts'
import { Theme } from '../../../src/core/card/theme.ts'
import { theme, themeNames } from './drawing.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('withBrand()', () => {
  test('puts the colour in the place of the accent where it is legible as it is', () => {
    expect(withBrand(theme('broadsheet'), '#0b3d91').inks['red']).toBe('#0b3d91')
  })

  test.each(themeNames)('leaves the %s legible in any colour', (name) => {
    fc.assert(
      fc.property(colour, (own) => {
        expect(Theme.safeParse(withBrand(theme(name), own)).success).toBe(true)
      }),
    )
  })

  test('makes it bright on photos, which are darkened until it stands out', () => {
    const photo = theme('photo')
    const ink = withBrand(photo, '#0057b7').inks['sun'] ?? ''
    expect(contrast(ink, photo.inks['shade'] ?? '')).toBeGreaterThanOrEqual(10)
  })

  test('leaves a theme as it is where there is no colour', () => {
    expect(withBrand(theme('poster'), null)).toBe(theme('poster'))
  })
})
