import { audienceChart, type Followed } from './audience.ts'
import { stroke } from './curve-poster.ts'
import { axisWords, inks, keyFigure, levelShapes, levelWords, posterSheet, type Poster } from './poster.ts'
import { count } from './printed.ts'

/** How an account grew, as a picture; null while too few days are known. */
export function audiencePoster(
  followed: readonly Followed[],
  published: readonly string[],
): Pick<Poster, 'label' | 'foot' | 'shapes' | 'words'> | null {
  const chart = audienceChart(followed, published, posterSheet)
  if (chart === null) return null
  const { levels, days, end, threads } = chart
  const ground = posterSheet.height - posterSheet.bottom
  return {
    label: 'The account’s growth',
    foot: `Followers, day by day, from ${count(levels[0]?.figure ?? 0)} up; a mark for each thread`,
    shapes: [
      ...levelShapes(levels),
      ...threads.map((x) => stroke(`M${x} ${ground + 3}V${ground + 16}`, inks.red, 4)),
      stroke(chart.line, inks.ink, 5),
      `<circle cx="${end.x}" cy="${end.y}" r="8" fill="${inks.paper}" stroke="${inks.ink}" stroke-width="4"/>`,
    ],
    words: [
      ...levelWords(levels, count),
      ...days.map(({ at, words }, index) =>
        axisWords(words, { x: at, y: 784, anchor: index === 0 ? ('start' as const) : ('end' as const) }),
      ),
      keyFigure(count(end.followers), { x: end.x + 24, y: end.y + 12 }),
    ],
  }
}
