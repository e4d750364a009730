import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { altTextOfCode } from '../../../src/core/card/alt.ts'
import { type CodePage, type CodeWords, layOutCode } from '../../../src/core/card/code-layout.ts'
import { contrast } from '../../../src/core/card/contrast.ts'
import { safe, type TextRun } from '../../../src/core/card/sheet.ts'
import { toSvg } from '../../../src/core/card/svg.ts'
import { everySize, linesOf, shaper, size, theme, themeNames } from './drawing.ts'

const sizes = [size('1600x900'), size('1080x1350')]

function laid(code: string, change: Partial<CodeWords> = {}, name = 'broadsheet', on = sizes) {
  const by = { title: 'On threads', handle: '@ann_example', name: 'Ann Example' }
  return layOutCode({ code, codeLanguage: null, line: 7, ...by, ...change }, theme(name), on, shaper)
}

function pagesOf(...given: Parameters<typeof laid>): readonly CodePage[] {
  const cards = laid(...given)
  if (cards.kind === 'problem') throw new Error(cards.problem.code)
  return cards.pages
}

function runsOf({ layout }: CodePage): readonly TextRun[] {
  return layout.shapes.filter((shape) => shape.kind === 'text')
}

const samples = {
  weigh: `/** How long X counts a text: a link is 23, most letters 1, an emoji or a CJK letter 2, and nothing else is told. */
export function weigh(text: string): number {
\treturn piecesOf(text).reduce((sum, piece) => sum + weightOf(piece), 0) // → a number
}`,
  frame: `┌──────────┬───────┐
│ break    │  cost │
├──────────┼───────┤
│ section  │     0 │
│ clause   │   900 │
└──────────┴───────┘`,
}

const lines = (count: number): string => Array.from({ length: count }, (_, n) => `let x${n} = ${n}`).join('\n')
const codeOn = (page: CodePage) => runsOf(page).filter(({ role }) => role === 'quote')

describe('layOutCode()', () => {
  test('sets each line as it is written, all in one size, every letter as wide as any other', () => {
    const [page] = pagesOf('if (a) {\n\tfi(b)\n}')
    expect(page && linesOf(page.layout)).toEqual(['if (a) {', 'fi(b)', '}'])
    expect(page && new Set(codeOn(page).map((run) => run.size)).size).toBe(1)
    const steps = page && codeOn(page).flatMap(({ glyphs }) => glyphs.slice(1).map(({ x }, n) => x - glyphs[n]!.x))
    expect(new Set(steps)).toEqual(new Set([600]))
  })

  test('names the language and the article, and sets no quotation mark', () => {
    const texts = themeNames.map((name) =>
      runsOf(pagesOf('x = 1', { codeLanguage: 'py' }, name)[0]!).map((run) => run.text),
    )
    for (const said of texts) {
      expect(said).toEqual(expect.arrayContaining(['Python', 'On threads', '@ann_example', 'Ann Example', 'x = 1']))
      expect(said.join('')).not.toMatch(/[“”]/)
    }
  })

  test('sets the language in an ink that can be read on the ground', () => {
    for (const name of themeNames) {
      const page = pagesOf('x', { codeLanguage: 'py' }, name)[0]!
      const label = runsOf(page).find(({ text }) => text === 'Python')
      expect(contrast(label?.ink ?? '', page.layout.ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('has room for 80 columns in every theme without breaking a line', () => {
    for (const name of themeNames) {
      const [page] = pagesOf('x '.repeat(40).trim(), {}, name, [size('1600x900')])
      expect(page && linesOf(page.layout)).toHaveLength(1)
    }
  })

  test('turns the card upright where that saves one, and goes on on further cards', () => {
    expect(pagesOf(lines(10)).map(({ layout }) => layout.size.width)).toEqual([1600])
    expect(pagesOf(lines(24)).map(({ layout }) => layout.size.width)).toEqual([1080])
    const many = pagesOf(lines(60), { codeLanguage: 'ts' })
    expect(many.map((page) => runsOf(page).find(({ text }) => text.startsWith('TypeScript'))?.text)).toEqual(
      many.map((_, n) => `TypeScript · ${n + 1}/${many.length}`),
    )
    expect(many.map(({ code }) => code).join('\n')).toBe(lines(60))
  })

  test('says of each page the code as it was, whatever was broken', () => {
    const code = `call(${'argument, '.repeat(12)}last)`
    expect(pagesOf(code).map((page) => page.code)).toEqual([code])
  })

  test('draws a frame as lines of whole pixels that join, without a gap between two rows', () => {
    const [page] = pagesOf(samples.frame)
    const ink = page && codeOn(page)[0]?.ink
    const fills =
      page?.layout.shapes.flatMap((shape) => (shape.kind === 'fill' && shape.ink === ink ? [shape] : [])) ?? []
    expect(fills.every(({ x, y, width, height }) => [x, y, width, height].every(Number.isInteger))).toBe(true)
    const edge = Math.min(...fills.map(({ x }) => x))
    const upright = fills.filter(({ x, height, width }) => x === edge && height > width).toSorted((a, b) => a.y - b.y)
    for (const [index, { y, height }] of upright.slice(0, -1).entries()) {
      expect(upright[index + 1]?.y).toBeLessThanOrEqual(y + height)
    }
    expect(page && codeOn(page).flatMap(({ glyphs }) => glyphs)).not.toEqual([])
    expect(upright.length).toBeGreaterThan(5)
  })

  test('sets the pieces of a frame that it cannot rule so close that they join', () => {
    const [page] = pagesOf('╔═══╗\n║ a ║\n╚═══╝')
    const runs = page === undefined ? [] : codeOn(page)
    const leading = (runs[1]?.y ?? 0) - (runs[0]?.y ?? 0)
    expect(leading / (runs[0]?.size ?? 1)).toBeLessThan(1.31)
  })

  test.each([
    ['broadsheet', 'weigh', 'ts'],
    ['nocturne', 'frame', null],
  ] as const)('draws on the %s the code of %s as its golden file has it', async (name, sample, codeLanguage) => {
    const [page] = pagesOf(samples[sample], { codeLanguage }, name)
    const svg = page && toSvg(page.layout, shaper)
    await expect(svg).toMatchFileSnapshot(`../../golden/cards/code-${sample}-${name}.svg`)
  })

  test('makes no card of nothing', () => expect(laid(' \n')).toEqual({ kind: 'cards', pages: [] }))

  test.each([
    ['a sign that no font has', 'say("λ")', { code: 'code-sign', line: 7, sign: 'λ' }],
    ['a word wider than a card', `get ${'x'.repeat(200)}`, { code: 'code-line-wide', line: 7 }],
    ['megabytes', 'let a = 1; '.repeat(100_000), { code: 'code-too-long', line: 7 }],
    ['more lines than the cards of a post hold', lines(300), { code: 'code-too-long', line: 7, lines: 300, cards: 4 }],
  ])('refuses %s', (_, code, problem) => expect(laid(code)).toMatchObject({ kind: 'problem', problem }))

  test('lays out or refuses any code, and no letter leaves the text area or touches the foot', () => {
    const line = fc.oneof(fc.string({ maxLength: 120 }), fc.stringMatching(/^[ \t]{0,9}[a-z(){};=. ]{0,140}$/))
    const code = fc.array(line, { maxLength: 40 }).map((all) => all.join('\n'))
    fc.assert(
      fc.property(code, fc.constantFrom(...themeNames), fc.constantFrom(...everySize), (written, name, on) => {
        const cards = laid(written, { codeLanguage: 'ts' }, name, [on])
        for (const page of cards.kind === 'cards' ? cards.pages : []) {
          const foot = Math.min(
            ...runsOf(page)
              .filter(({ text }) => text === 'On threads')
              .map(({ y, size: tall }) => y - tall),
          )
          for (const { x, y, size: tall, glyphs } of codeOn(page)) {
            const end = x + (((glyphs.at(-1)?.x ?? 0) + 600) / 1000) * tall
            expect(Math.min(x, on.width - end)).toBeGreaterThanOrEqual(safe * on.width)
            expect(y - tall).toBeGreaterThan(safe * on.height - 0.3 * tall)
            expect(y + 0.3 * tall).toBeLessThan(foot)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('altTextOfCode()', () => {
  test('is the code', () => expect(altTextOfCode('a\n  b')).toBe('a\n  b'))

  test('says of a long one that it is cut, between two lines', () => {
    const alt = altTextOfCode(lines(200))
    expect(alt.length).toBeLessThanOrEqual(1000)
    expect(alt).toMatch(/\nlet x(\d+) = \1\n… \(shortened: the picture shows all of it\)$/)
  })
})
