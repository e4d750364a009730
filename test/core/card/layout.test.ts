import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/core/card/layout.ts'
import type { CardLayout, TextRun } from '../../../src/core/card/sheet.ts'
import { everySize, laidOut, linesOf, shaper, size, theme, themeNames, words } from './drawing.ts'

const long =
  'The statute does not draw a line at any number of words, and it never has: courts weigh the purpose of the use, ' +
  'the nature of the work, how much of it was taken and how much of its heart, and what the taking does to the market ' +
  'in which its owner hopes to sell it, all of them together and none alone.'

const everyCard = themeNames.flatMap((name) => everySize.map((on) => ({ name, on })))

describe('layOut()', () => {
  test('breaks lines by sense, where a reader pauses', () => {
    const quote =
      'Fair use is not a permission that somebody grants you; it is a defence that you must be ready to argue in court.'
    expect(linesOf(laidOut({ quote }))).toEqual([
      '“Fair use is not a permission',
      'that somebody grants you;',
      'it is a defence',
      'that you must be ready',
      'to argue in court.”',
    ])
  })

  test('sets few words large and many words smaller', () => {
    const sizeOf = (quote: string): number => runsOf(laidOut({ quote })).find(({ role }) => role === 'quote')?.size ?? 0
    const [most, middle, least] = ['Power is borrowed.', long.slice(0, 120), long].map(sizeOf) as [
      number,
      number,
      number,
    ]
    expect(most).toBe(theme('broadsheet').quote.size.most)
    expect(middle).toBeLessThan(most)
    expect(least).toBeLessThan(middle)
  })

  test('hangs the opening mark outside the measure, in its own ink, and closes in that ink', () => {
    const runs = runsOf(laidOut()).filter(({ role }) => role === 'quote')
    const { side, quote, inks } = theme('broadsheet')
    expect(runs.map(({ text }) => text)).toEqual(['“', 'Power is borrowed.', '”'])
    expect(runs.map(({ ink }) => ink)).toEqual([inks['red'], inks[quote.ink], inks['red']])
    expect(runs[0]?.x).toBeLessThan(1600 * side - 10)
    expect(inkBoxes(runs[1] as TextRun)[0]?.left).toBeCloseTo(1600 * side, 0)
  })

  test('emphasises a phrase with a bar where the theme has one', () => {
    const { shapes } = laidOut({ quote: 'It would fracture ==unity itself.==' }, 'poster')
    const bars = shapes.filter((shape) => shape.kind === 'fill' && shape.ink === theme('poster').inks['sun'])
    const phrase = shapes.find((shape) => shape.kind === 'text' && shape.text === 'unity itself.')
    expect(bars).toHaveLength(1)
    expect(phrase).toMatchObject({ ink: theme('poster').inks['pine'] })
  })

  test('emphasises a phrase with another font where the theme has one', () => {
    const phrase = runsOf(laidOut({ quote: 'Power is ==borrowed==.' })).find(({ text }) => text.startsWith('borrowed'))
    expect(phrase).toMatchObject({ font: 'newsreader-display-italic', ink: theme('broadsheet').inks['red'] })
  })

  test('draws markup as text', () => {
    const quote = '<script>alert("&") is text</script>'
    expect(linesOf(laidOut({ quote }, 'plain')).join(' ')).toBe('<script>alert(“&”) is text</script>')
  })

  test('always has the title, the handle and the name', () => {
    for (const { name, on } of everyCard) {
      const laid = layOut(words(), theme(name), on, shaper)
      const texts = laid.kind === 'card' ? runsOf(laid.layout).map(({ text }) => text) : []
      expect(texts).toEqual(expect.arrayContaining(['On power', '@ann_example', 'Ann Example']))
    }
  })

  test('shortens a title that is too long, between words', () => {
    const title = 'What the law says about fair use, and the many things that it does not say at all '.repeat(3).trim()
    for (const { name, on } of everyCard) {
      const laid = layOut(words({ title }), theme(name), on, shaper)
      const runs = laid.kind === 'card' ? runsOf(laid.layout) : []
      const shown = runs.find(({ text }) => text.startsWith('What the law'))?.text ?? ''
      expect(shown).toMatch(/\w…$/)
      expect(title).toContain(shown.slice(0, -1))
    }
  })

  test.each([
    ['is empty', ' \u200b ', 'quote-empty'],
    ['is nothing but marks', '“…”', 'quote-empty'],
    ['is an emoji', '🎉', 'quote-empty'],
    ['has more words than fit', 'many words and then more '.repeat(60), 'quote-too-long'],
    ['is a book', 'many words and then more '.repeat(40_000), 'quote-too-long'],
    ['has a word that is wider than the card', 'a'.repeat(300), 'quote-too-long'],
    ['hides its order', '\u202e \u2066\u2069', 'quote-empty'],
    ['is in a script that no font has', 'Власть взята взаймы.', 'quote-script'],
  ])('refuses a quote that %s', (_, quote, code) => {
    expect(layOut(words({ quote }), theme('broadsheet'), size('1600x900'), shaper)).toMatchObject({
      kind: 'problem',
      problem: { code },
    })
  })

  test('says how long a quote may about be', () => {
    const laid = layOut(words({ quote: `${long} ${long} ${long} ${long}` }), theme('plain'), size('1600x900'), shaper)
    const most = laid.kind === 'problem' && laid.problem.code === 'quote-too-long' ? laid.problem.most : 0
    expect(most).toBeGreaterThan(400)
    const fits = `${long} ${long} ${long} ${long}`.slice(0, most)
    expect(layOut(words({ quote: fits }), theme('plain'), size('1600x900'), shaper).kind).toBe('card')
  })

  test('gives the same layout for the same words', () => {
    expect(laidOut({ quote: long })).toEqual(laidOut({ quote: long }))
  })
})

/** How many quotes a law is held against: BROADSIDE_FUZZ=10000 for all there are to be, in the suite a part of them. */
const quotes = Number(process.env['BROADSIDE_FUZZ'] ?? 500)

describe('whatever the words', () => {
  const word = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.string({
        unit: fc.constantFrom(...Array.from('aeiounrstlcdmpgfjyTAWVQ')),
        minLength: 1,
        maxLength: 14,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('the', 'of', 'a', 'to', 'and', 'that', 'is', 'J.', '1976', '§', '—', '“so”', "'90s"),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'ÅÇŚ',
        'well-known',
        'and/or',
        'Đặng',
        'f(x)',
        '==so',
        'it==',
        '<b>&"',
        'https://example.org/a',
      ),
    },
  )
  const end = fc.constantFrom('', ',', '.', ';', '!', '?”', ')')
  const quote = fc
    .array(
      fc.tuple(word, end).map(([text, sign]) => text + sign),
      { minLength: 1, maxLength: 60 },
    )
    .map((parts) => parts.join(' '))

  test('no letter leaves the text area', () => {
    const card = fc.constantFrom(...everyCard)
    fc.assert(
      fc.property(quote, quote, card, (text, title, { name, on }) => {
        const laid = layOut(words({ quote: text, title }), theme(name), on, shaper)
        fc.pre(laid.kind === 'card')
        if (laid.kind === 'card') expectInside(laid.layout)
      }),
      { numRuns: quotes },
    )
  })

  test('any text is laid out within the text area, or refused', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(text, text, fc.constantFrom(...everyCard), (said, by, { name, on }) => {
        const laid = layOut({ quote: said, title: by, handle: by, name: by }, theme(name), on, shaper)
        if (laid.kind === 'card') expectInside(laid.layout)
        else expect(laid.problem.code).toMatch(/^quote-/)
      }),
      { numRuns: quotes },
    )
  })

  test('no line ends in a word that clings to the next where the quote is prose', () => {
    for (const { name, on } of everyCard) {
      const laid = layOut(words({ quote: long }), theme(name), on, shaper)
      const lines = laid.kind === 'card' ? linesOf(laid.layout) : []
      expect(lines.length).toBeGreaterThan(3)
      for (const line of lines) expect(line).not.toMatch(/\b(?:a|an|the|of|to|in|at|by|and)$/)
      expect(lines.join(' ').replace(/[“”]/g, '')).toBe(long)
    }
  })
})

function runsOf({ shapes }: CardLayout): readonly TextRun[] {
  return shapes.filter((shape) => shape.kind === 'text')
}

interface InkBox {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Where the ink of each glyph stands on the card. */
function inkBoxes({ font, unitsPerEm, size: type, x, y, glyphs }: TextRun): readonly InkBox[] {
  const scale = type / unitsPerEm
  return glyphs.flatMap((glyph) => {
    const ink = shaper.ink(font, glyph.id)
    if (ink.left === ink.right) return []
    return [
      {
        left: x + (glyph.x + ink.left) * scale,
        right: x + (glyph.x + ink.right) * scale,
        top: y - (glyph.y + ink.top) * scale,
        bottom: y - (glyph.y + ink.bottom) * scale,
      },
    ]
  })
}

/** Every glyph that is read keeps 5 % of the card's sides off its edges. */
function expectInside(layout: CardLayout): void {
  const { width, height } = layout.size
  for (const run of runsOf(layout)) {
    if (run.role === 'ornament') continue
    for (const box of inkBoxes(run)) {
      const outside =
        box.left < 0.05 * width || box.right > 0.95 * width || box.top < 0.05 * height || box.bottom > 0.95 * height
      if (outside) expect.fail(`"${run.text}" leaves the text area: ${JSON.stringify(box)}`)
    }
  }
}
