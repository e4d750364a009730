import { describe, expect, test } from 'vitest'
import type { CardOrder } from '../../src/tasks/draw.ts'
import { drawCard } from '../../src/tasks/draw.ts'
import { shaper, size, themes, words } from '../core/card/drawing.ts'

/** Gives back what it was to paint. */
const painter = { paint: async (svg: string, as: string) => new TextEncoder().encode(`${as} ${svg}`) }
const tools = { shaper, themes, painter }

function order(change: Partial<CardOrder> = {}): CardOrder {
  return { words: words(), theme: 'broadsheet', size: size('1600x900'), as: 'png', ...change }
}

describe('drawCard()', () => {
  test.each([
    ['png', 'image/png', /^png <svg/],
    ['jpeg', 'image/jpeg', /^jpeg <svg/],
    ['svg', 'image/svg+xml', /^<svg/],
  ] as const)('draws a card as %s', async (as, type, start) => {
    const card = await drawCard(order({ as }), tools)
    expect(card).toMatchObject({ kind: 'card', type, alt: expect.stringContaining('“Power is borrowed.”') })
    expect(new TextDecoder().decode(card.kind === 'card' ? card.bytes : new Uint8Array())).toMatch(start)
  })

  test('names the themes there are when it is asked for another', async () => {
    const problem = { code: 'theme-unknown', theme: 'mauve', themes: ['broadsheet', 'nocturne', 'plain', 'poster'] }
    expect(await drawCard(order({ theme: 'mauve' }), tools)).toEqual({ kind: 'problem', problem })
  })

  test('passes on what is wrong with the words', async () => {
    const card = await drawCard(order({ words: words({ quote: '' }) }), tools)
    expect(card).toEqual({ kind: 'problem', problem: { code: 'quote-empty' } })
  })
})
