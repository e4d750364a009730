import { describe, expect, test } from 'vitest'
import type { Picture } from '../../src/core/card/picture.ts'
import type { CardOrder } from '../../src/tasks/draw.ts'
import { drawCard } from '../../src/tasks/draw.ts'
import { shaper, size, themeNames, themes, words } from '../core/card/drawing.ts'

/** Gives back what it was to paint. */
const painter = {
  paint: async (picture: Picture, as: string) => new TextEncoder().encode(`${as} ${picture.kind}`),
  emoji: async (character: string) => (character === '😀' ? '<svg viewBox="0 0 1 1"></svg>' : null),
  colours: async () => new Map(),
}
const tools = { shaper, themes, painter }

function order(change: Partial<CardOrder> = {}): CardOrder {
  return { words: words(), theme: 'broadsheet', size: size('1600x900'), as: 'png', ...change }
}

describe('drawCard()', () => {
  test.each([
    ['png', 'image/png', /^png plane/],
    ['jpeg', 'image/jpeg', /^jpeg plane/],
    ['svg', 'image/svg+xml', /^<svg/],
  ] as const)('draws a card as %s', async (as, type, start) => {
    const card = await drawCard(order({ as }), tools)
    expect(card).toMatchObject({ kind: 'card', type, alt: expect.stringContaining('“Power is borrowed.”') })
    expect(new TextDecoder().decode(card.kind === 'card' ? card.bytes : new Uint8Array())).toMatch(start)
  })

  test('names the themes there are when it is asked for another', async () => {
    const problem = { code: 'theme-unknown', theme: 'mauve', themes: themeNames }
    expect(await drawCard(order({ theme: 'mauve' }), tools)).toEqual({ kind: 'problem', problem })
  })

  test.each([
    ['without one', { photo: null }, 'photo-none'],
    ['as SVG', { photo: new Uint8Array(1), as: 'svg' }, 'photo-as-svg'],
  ] as const)('refuses a card on a photo %s', async (_, change, code) => {
    expect(await drawCard(order({ theme: 'photo', ...change }), tools)).toMatchObject({ problem: { code } })
  })

  test('lays words over a photo', async () => {
    const said = async (change: Partial<CardOrder>) => {
      const card = await drawCard(order(change), tools)
      return new TextDecoder().decode(card.kind === 'card' ? card.bytes : new Uint8Array())
    }
    expect(await said({ theme: 'photo', photo: new Uint8Array(1), as: 'jpeg' })).toBe('jpeg photo')
  })

  test('draws the emoji that there is a drawing of, in its colours', async () => {
    const card = await drawCard(order({ words: words({ quote: 'We won 😀 the vote.' }), as: 'svg' }), tools)
    const svg = new TextDecoder().decode(card.kind === 'card' ? card.bytes : new Uint8Array())
    expect(svg).toMatch(/<svg aria-label="😀" [^>]*viewBox="0 0 1 1"/)
    expect(card).toMatchObject({ alt: expect.stringContaining('We won 😀 the vote.') })
  })

  test('refuses an emoji within a sentence that there is no drawing of', async () => {
    const card = await drawCard(order({ words: words({ quote: 'We won 🎉 the vote.' }) }), tools)
    expect(card).toMatchObject({ problem: { code: 'quote-sign', sign: '🎉' } })
  })

  test('passes on what is wrong with the words', async () => {
    const card = await drawCard(order({ words: words({ quote: '' }) }), tools)
    expect(card).toEqual({ kind: 'problem', problem: { code: 'quote-empty' } })
  })
})
