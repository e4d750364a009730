import { describe, expect, test } from 'vitest'
import { toSvg } from '../../../src/core/card/svg.ts'
import { laidOut, shaper } from './drawing.ts'

const quote =
  'Fair use is not a permission that somebody grants you; it is a ==defence== that you must be ready to argue.'
const title = 'What Section 107 says, and what it does not say'

describe('toSvg()', () => {
  test.each([
    ['broadsheet', '1600x900'],
    ['broadsheet', '1080x1350'],
    ['nocturne', '1600x900'],
    ['plain', '1200x1200'],
    ['poster', '1600x900'],
  ])('draws the %s at %s as its golden file has it', async (theme, size) => {
    const svg = toSvg(laidOut({ quote, title }, theme, size), shaper)
    await expect(svg).toMatchFileSnapshot(`../../golden/cards/${theme}-${size}.svg`)
  })

  test('needs no font and nothing from outside', () => {
    const svg = toSvg(laidOut({ quote }), shaper)
    expect(svg).not.toMatch(/<text|font-family|url\(|<image|<style|<script/)
    expect(svg.match(/http[^"]*/g)).toEqual(['http://www.w3.org/2000/svg'])
  })

  test('draws emoji within itself, their names kept apart', () => {
    const drawing = '<svg viewBox="0 0 36 36"><clipPath id="a"/><g clip-path="url(#a)"/></svg>'
    const emoji = { kind: 'emoji', character: '🛜', x: 10, y: 10, size: 40 } as const
    const layout = laidOut({ quote })
    const both = { ...layout, shapes: [...layout.shapes, emoji, { ...emoji, x: 90 }] }
    const svg = toSvg(both, shaper, { art: new Map([['🛜', drawing]]) })
    const names = [...svg.matchAll(/<clipPath id="([^"]*)"/g)].map(([, name]) => name)
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(svg).toContain(`clip-path="url(#${name})"`)
  })

  test('writes markup in the words as text', () => {
    const svg = toSvg(laidOut({ quote: '</g><script>"&" is text</script>', title: '<b>' }, 'plain'), shaper)
    expect(svg).not.toMatch(/<script|<b>/)
    expect(svg).toContain('aria-label="&#60;/g&#62;&#60;script&#62;“&#38;”')
  })
})
