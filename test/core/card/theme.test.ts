import { describe, expect, test } from 'vitest'
import { contrast } from '../../../src/core/card/contrast.ts'
import { fontsOf, pairsOf, Theme } from '../../../src/core/card/theme.ts'
import { shaper, theme, themeNames } from './drawing.ts'

test('there are at least broadsheet, nocturne, photo, plain and poster', () => {
  expect(themeNames).toEqual(expect.arrayContaining(['broadsheet', 'nocturne', 'photo', 'plain', 'poster']))
})

describe.each(themeNames)('theme %s', (name) => {
  test('has words that stand out as WCAG AA asks', () => {
    const { inks, ...rest } = theme(name)
    for (const [ink, ground] of pairsOf({ inks, ...rest })) {
      expect(contrast(inks[ink] ?? '', inks[ground] ?? ''), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('has only fonts that there are', () => {
    expect(shaper.fonts).toEqual(expect.arrayContaining([...fontsOf(theme(name))]))
  })

  test('is refused when an ink of its words is too faint', () => {
    const { ground, inks, quote } = theme(name)
    const faint = { ...theme(name), inks: { ...inks, [quote.ink]: inks[ground] } }
    expect(Theme.safeParse(faint).error?.message).toMatch(/contrast of 1\.00; text needs 4\.5/)
  })

  test('is refused when it names an ink that it has not', () => {
    const lacking = { ...theme(name), ground: 'mauve' }
    expect(Theme.safeParse(lacking).error?.message).toContain('there is no ink \\"mauve\\"')
  })
})
