import { describe, expect, test } from 'vitest'
import { inlaysOf, pictured } from '../../../src/core/card/inlay.ts'
import type { CardLayout, Emoji, Sign } from '../../../src/core/card/sheet.ts'

const emoji: Emoji = { kind: 'emoji', character: '😀', x: 10.4, y: 20.6, size: 30 }
const sign: Sign = { kind: 'sign', x: 5, y: 6, width: 40, height: 20, href: 'data:image/png;base64,' }
const art = new Map([
  [
    '😀',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><clipPath id="a"/><g clip-path="url(#a)"/><use href="#a"/></svg>',
  ],
])

describe('inlaysOf()', () => {
  test('gives each emoji and each sign a box of whole pixels that holds it', () => {
    const layout: CardLayout = { size: { width: 100, height: 100 }, ground: '#ffffff', shapes: [emoji, sign] }
    const [first, second] = inlaysOf(layout, art)
    expect(first).toMatchObject({ x: 10, y: 20, width: 31, height: 31 })
    expect(first?.svg).toContain('viewBox="10 20 31 31"')
    expect(second).toMatchObject({ x: 5, y: 6, width: 40, height: 20 })
  })
})

describe('pictured()', () => {
  test('draws an emoji in its place, and gives what it calls by name a name of its own', () => {
    expect(pictured(emoji, art, 'p7')).toBe(
      '<svg aria-label="😀" x="10.4" y="20.6" width="30" height="30" viewBox="0 0 36 36">' +
        '<clipPath id="p7-a"/><g clip-path="url(#p7-a)"/><use href="#p7-a"/></svg>',
    )
  })

  test('draws a sign as a picture', () => {
    expect(pictured(sign, art, 'p0')).toBe('<image x="5" y="6" width="40" height="20" href="data:image/png;base64,"/>')
  })
})
