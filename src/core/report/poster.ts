import type { Plane } from '../card/plane.ts'
import type { Shaper } from '../card/shaper.ts'
import { letters, linesOf, type Words } from './lettering.ts'
import type { Level, Sheet } from './sheet.ts'

/** A chart as a picture of its own, to be posted: 1600 × 900 pixels, the inks and letters of the report's page. */
export const inks = {
  paper: '#f7f2ea',
  ink: '#1d1a16',
  soft: '#675d51',
  rule: '#d9cfc0',
  tint: '#ece3d5',
  red: '#b3261e',
} as const

const [width, height, margin] = [1600, 900, 96]

/** Where the chart stands under the title. */
export const posterSheet: Sheet = { width, height, left: margin + 104, right: margin + 110, top: 376, bottom: 170 }

const [serif, sans, bold] = ['newsreader-display', 'inter-medium', 'inter-semibold'] as const

/** What stands around the chart. */
export interface Poster {
  /** What the chart shows, in a few words. */
  readonly label: string
  readonly title: string
  /** Whose, when, of how much. */
  readonly facts: readonly string[]
  readonly foot: string
  readonly simulated: boolean
  /** The chart itself: shapes, and the words on them. */
  readonly shapes: readonly string[]
  readonly words: readonly Words[]
}

/** The whole picture: a sheet of paper, and what stands on it laid in, every letter of it an outline. */
export function posterPlane(poster: Poster, shaper: Shaper): Plane {
  const paper = Uint8Array.from([1, 3, 5], (at) => Number.parseInt(inks.paper.slice(at, at + 2), 16))
  const svg = posterSvg(poster, shaper)
  const rows = new Uint8Array(height * (width + 1))
  return { kind: 'plane', width, height, rows, palette: paper, inlays: [{ x: 0, y: 0, width, height, svg }] }
}

function posterSvg({ label, title, facts, foot, simulated, shapes, words }: Poster, shaper: Shaper): string {
  const type = { font: serif, size: 62 }
  const lines = linesOf(printable(title, serif, shaper), { ...type, width: width - 2 * margin, most: 2 }, shaper)
  const around: readonly Words[] = [
    { text: label.toUpperCase(), font: bold, size: 22, x: margin, y: 118, ink: inks.red },
    ...lines.map((text, line) => ({ ...type, text, x: margin, y: 192 + line * 68, ink: inks.ink })),
    { text: facts.join('  ·  '), font: sans, size: 26, x: margin, y: 192 + lines.length * 68 - 14, ink: inks.soft },
    { text: foot, font: sans, size: 24, x: margin, y: height - 58, ink: inks.soft },
    ...(simulated
      ? [{ text: 'Simulated figures', font: bold, size: 24, x: width - margin, y: height - 58, ink: inks.red, anchor }]
      : []),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect x="${margin}" y="64" width="${width - 2 * margin}" height="6" fill="${inks.red}"/>`,
    ...shapes,
    ...[...around, ...words].map((each) => letters({ ...each, text: printable(each.text, each.font, shaper) }, shaper)),
    '</svg>',
  ].join('\n')
}

const anchor = 'end' as const

/** Without the letters that no font here has: they would be boxes. */
function printable(text: string, font: string, shaper: Shaper): string {
  return shaper.covers(font, text)
    ? text
    : Array.from(text)
        .filter((letter) => shaper.covers(font, letter))
        .join('')
        .trim()
}

/** Lines across the chart with their figures; the lowest is the ground. */
export function levelShapes(levels: readonly Level[]): readonly string[] {
  const [from, to] = [posterSheet.left, width - posterSheet.right]
  return levels.map(
    ({ at }, index) =>
      `<path d="M${from} ${at}H${to}" stroke="${index === 0 ? inks.ink : inks.rule}" stroke-width="2" fill="none"/>`,
  )
}

export function levelWords(levels: readonly Level[], show: (figure: number) => string): readonly Words[] {
  return levels.map(({ at, figure }) => axisWords(show(figure), { x: posterSheet.left - 20, y: at + 9, anchor: 'end' }))
}

/** A word on an axis. */
export function axisWords(text: string, where: Pick<Words, 'x' | 'y' | 'anchor'>): Words {
  return { text, font: sans, size: 24, ink: inks.soft, ...where }
}

/** A figure that the chart is about. */
export function keyFigure(text: string, where: Pick<Words, 'x' | 'y' | 'anchor'> & { readonly ink?: string }): Words {
  return { text, font: bold, size: 34, ink: inks.ink, halo: inks.paper, ...where }
}
