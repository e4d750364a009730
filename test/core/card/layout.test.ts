import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../src/core/card/layout.ts'
import type { CardLayout, Emoji, TextRun } from '../../../src/core/card/sheet.ts'
import { anyEmoji, everySize, laidOut, linesOf, shaper, size, theme, themeNames, words } from './drawing.ts'

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
      'it is a defence that you must',
      'be ready to argue in court.”',
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
    ['hides its order', '\u202e \u2066\u2069', 'quote-empty'],
    ['is in a script that no font has', 'Власть взята взаймы.', 'quote-script'],
  ])('refuses a quote that %s', (_, quote, code) => {
    expect(layOut(words({ quote }), theme('broadsheet'), size('1600x900'), shaper)).toMatchObject({
      kind: 'problem',
      problem: { code },
    })
  })

  test('parts a word that no line holds, with a hyphen, between its syllables', () => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfskommission'
    const lines = linesOf(laidOut({ quote: `Die ${word} tagt.`, language: 'de' }))
    expect(lines.some((line) => line.includes('\u00ad'))).toBe(true)
    expect(lines.join('').replaceAll('\u00ad', '')).toContain(word)
  })

  test.each(everyCard)('parts a word of 300 letters on $name', ({ name, on }) => {
    for (const quote of [
      'a'.repeat(300),
      'אב'.repeat(150),
      '力'.repeat(200),
      `https://example.org/${'a1'.repeat(120)}`,
    ]) {
      const laid = layOut(words({ quote }), theme(name), on, shaper)
      if (laid.kind === 'card') expectInside(laid.layout)
      else expect(laid.problem.code).toBe('quote-too-long')
    }
    expect(layOut(words({ quote: 'a'.repeat(300) }), theme(name), on, shaper).kind).toBe('card')
  })

  test('gives an emoji a place of its own in the line, in the middle of the capitals', () => {
    const layout = laidOut({ quote: 'We won 🎉 again.' })
    const emoji = layout.shapes.find((shape) => shape.kind === 'emoji')
    const [, before, after] = runsOf(layout).filter(({ role }) => role === 'quote') as [TextRun, TextRun, TextRun]
    expect(emoji).toMatchObject({ character: '🎉' })
    if (emoji === undefined) return
    expect(inkBoxes(before).at(-1)?.right).toBeLessThan(emoji.x)
    expect(inkBoxes(after)[0]?.left).toBeGreaterThan(emoji.x + emoji.size)
    const { capHeight, unitsPerEm } = shaper.metrics(before.font)
    expect(emoji.y + emoji.size / 2).toBeCloseTo(before.y - (capHeight / unitsPerEm / 2) * before.size, -1)
  })

  test.each([
    ['its joined parts in one', 'So 👩‍👩‍👧 it is.', '👩‍👩‍👧'],
    ['a flag', 'So 🇺🇸 it is.', '🇺🇸'],
    ['a key', 'Press 1️⃣ now.', '1️⃣'],
    ['a hand of some colour', 'Well 👍🏽 done.', '👍🏽'],
  ])('draws %s', (_, quote, character) => {
    const drawn = laidOut({ quote }).shapes.filter((shape) => shape.kind === 'emoji')
    expect(drawn.map((shape) => shape.character)).toEqual([character])
  })

  test('leaves signs that are text as text', () => {
    expect(laidOut({ quote: '© 2026, Broadside™.' }).shapes.filter((shape) => shape.kind === 'emoji')).toEqual([])
  })

  test('draws the emoji of a title and a name', () => {
    const { shapes } = laidOut({ title: 'On joy 🎉', name: 'Ann 🗞️' })
    expect(shapes.flatMap((shape) => (shape.kind === 'emoji' ? [shape.character] : []))).toEqual(['🎉', '🗞️'])
  })

  test('sets Arabic from the right, joined, its mark hung in the right margin and the rest mirrored', () => {
    const layout = laidOut({ quote: 'العدل أساس الملك', title: 'عن العدل' })
    const { side } = theme('broadsheet')
    const [open, said] = [...runsOf(layout)].filter(({ role }) => role === 'quote').toReversed() as [TextRun, TextRun]
    expect(open.text).toBe('«')
    expect(open.x).toBeGreaterThan(1600 * (1 - side) - 1)
    expect(Math.max(...inkBoxes(said).map(({ right }) => right))).toBeCloseTo(1600 * (1 - side), 0)
    const alone = shaper.shape('ع', said.font).map(({ id }) => id)
    expect(said.glyphs.map(({ id }) => id)).not.toContain(alone[0])
    const name = runsOf(layout).find(({ text }) => text === 'Ann Example')
    expect(name?.x).toBeLessThan(800)
  })

  test('keeps the order of figures and of Latin words in a line of Hebrew', () => {
    const runs = runsOf(laidOut({ quote: 'בשנת 1841 כתב Joseph Story כך.' }, 'plain'))
    const [year, latin] = ['1841', 'Joseph Story'].map((text) => runs.find((run) => run.text.trim() === text))
    expect(year?.glyphs.map(({ x }) => x)).toEqual(
      [...(year?.glyphs ?? [])].map(({ x }) => x).toSorted((a, b) => a - b),
    )
    expect(latin?.text.trim()).toBe('Joseph Story')
    if (year !== undefined && latin?.y === year.y) expect(latin.x).toBeLessThan(year.x)
  })

  test.each([
    ['Power is borrowed.', undefined, '“Power is borrowed.”'],
    ['Macht ist "nur" geliehen.', 'de', '„Macht ist ‚nur‘ geliehen.“'],
    ['Le pouvoir se prête.', 'fr', '«\u202fLe pouvoir se prête.\u202f»'],
    ['Makt är till låns.', 'sv', '”Makt är till låns.”'],
    ['力は借りものだ。', undefined, '「力は借りものだ。」'],
  ])('sets the marks of the language around %j', (quote, language, wanted) => {
    const change = language === undefined ? { quote } : { quote, language }
    expect(linesOf(laidOut(change)).join(' ')).toBe(wanted)
  })

  test('breaks no line of Japanese before a sign that may not begin one', () => {
    const quote = '力は借りものであり、いつか必ず返さなければならない。「返さない」者は、やがてすべてを失うっ。'
    for (const { name, on } of everyCard) {
      const lines = linesOf(laidOut({ quote }, name, `${on.width}x${on.height}`))
      for (const line of lines) expect(line).not.toMatch(/^[、。」っ]|「$/)
    }
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

/** Signs that can be drawn here: of several scripts, emoji, and what stands around letters. */
const common = [
  ...Array.from('aeiouTAWVQ  ,.;!?“”‘’«»()[]—-…0123456789'),
  ...Array.from('العدلأساسملكمنظ،؟٣'),
  ...Array.from('צדקתרדוףלמען׳״'),
  ...Array.from('力は借りものでありイツカー、。「」（）'),
  ...'🎉 ❤️ 👩‍👩‍👧 🇺🇸 1️⃣ 👍🏽 © ™ =='.split(' '),
]
/** Marks without letters, halves of emoji, controls, and letters that no font here has. */
const rare = [
  ...'064e 0651 064b 05b4 05b8 0301 0489 200c 200d 200f 202e 2066 00ad 200b 0000 001b d800 fffc fe0f 20e3'.split(' '),
  ...'042f 03c9 0e01 0939 d55c 1d49c 10900 2192 fdfa fb01 1f1fa 1f3fb 1f3f4 e0067'.split(' '),
].map((point) => String.fromCodePoint(Number.parseInt(point, 16)))

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

  test('signs of any script are laid out within the text area, or refused', () => {
    const sign = fc.oneof(
      { weight: 60, arbitrary: fc.constantFrom(...common) },
      { weight: 1, arbitrary: fc.constantFrom(...rare) },
    )
    const text = fc.array(sign, { minLength: 1, maxLength: 120 })
    let drawn = 0
    fc.assert(
      fc.property(text, text, fc.constantFrom(...everyCard), (said, by, { name, on }) => {
        const title = by.join('')
        const given = words({ quote: said.join(''), title, name: title.slice(0, 20) })
        const laid = layOut(given, theme(name), on, shaper, anyEmoji)
        if (laid.kind === 'problem') expect(laid.problem.code).toMatch(/^quote-/)
        else {
          drawn += 1
          expectInside(laid.layout)
        }
      }),
      { numRuns: quotes },
    )
    expect(drawn).toBeGreaterThan(quotes / 4)
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

function boxOf({ x, y, size: side }: Emoji): InkBox {
  return { left: x, right: x + side, top: y, bottom: y + side }
}

/** Every glyph and every emoji that is read keeps 5 % of the card's sides off its edges. */
function expectInside(layout: CardLayout): void {
  const { width, height } = layout.size
  for (const shape of layout.shapes) {
    if (shape.kind === 'fill' || shape.kind === 'sign' || (shape.kind === 'text' && shape.role === 'ornament')) continue
    for (const box of shape.kind === 'text' ? inkBoxes(shape) : [boxOf(shape)]) {
      const outside =
        box.left < 0.05 * width || box.right > 0.95 * width || box.top < 0.05 * height || box.bottom > 0.95 * height
      if (outside) expect.fail(`${JSON.stringify(shape)} leaves the text area: ${JSON.stringify(box)}`)
    }
  }
}
