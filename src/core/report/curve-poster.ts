import { curveOf } from './curve.ts'
import { axisWords, inks, keyFigure, levelShapes, levelWords, posterSheet, type Poster } from './poster.ts'
import { percent } from './printed.ts'
import type { ThreadReport } from './report.ts'

/** How far the readers of a thread went, as a picture; null while there is no curve to draw. */
export function curvePoster(
  report: ThreadReport,
): Pick<Poster, 'label' | 'title' | 'foot' | 'shapes' | 'words'> | null {
  const curve = curveOf(report, posterSheet)
  if (curve === null) return null
  const { levels, numbers, points, fall, end } = curve
  const radius = points.length > 30 ? 4 : 7
  return {
    label: 'How far readers went',
    title: report.title,
    foot: 'Impressions of each post, against those of the first',
    shapes: [
      `<path d="${curve.area}" fill="${inks.tint}"/>`,
      ...levelShapes(levels),
      stroke(curve.line, inks.ink, 4),
      ...(fall === null ? [] : [stroke(fall.line, inks.red, 7)]),
      ...points.flatMap(({ x, y }) =>
        y === null
          ? []
          : [
              `<circle cx="${x}" cy="${y}" r="${radius}" fill="${inks.paper}" stroke="${inks.ink}" stroke-width="3.5"/>`,
            ],
      ),
    ],
    words: [
      ...levelWords(levels, percent),
      ...numbers.map(({ figure: n, at }) => axisWords(String(n), { x: at, y: 776, anchor: 'middle' })),
      ...(end === null ? [] : [keyFigure(percent(end.share), { x: end.x + 24, y: (end.y ?? 0) + 12 })]),
      ...(fall === null ? [] : [fallWords(fall.share, fall.at)]),
    ],
  }
}

function fallWords(share: number, { x, y, isAtRight }: { x: number; y: number; isAtRight: boolean }) {
  const where = isAtRight ? { x: x - 26, y: y + 32, anchor: 'end' as const } : { x: x + 26, y: y - 8 }
  return keyFigure(`−${percent(share)}`, { ...where, ink: inks.red })
}

export function stroke(path: string, ink: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"/>`
}
