import type { PropsWithChildren } from 'hono/jsx'
import type { Level, Sheet } from '../../core/report/sheet.ts'

interface Shown {
  /** Names the chart on its page. */
  readonly id: string
  readonly title: string
  /** The chart for those who do not see it. */
  readonly told: string
  readonly sheet: Pick<Sheet, 'width' | 'height'>
}

/** A chart as SVG that tells its figures to whoever listens; the style sheet scales and colours it. */
export function Chart({ id, title, told, sheet, children }: PropsWithChildren<Shown>) {
  return (
    <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-labelledby={`${id} ${id}-told`}>
      <title id={id}>{title}</title>
      <desc id={`${id}-told`}>{told}</desc>
      {children}
    </svg>
  )
}

interface Levels {
  readonly levels: readonly Level[]
  readonly sheet: Sheet
  readonly show: (figure: number) => string
}

/** Lines across the sheet, each with its figure; the lowest is the ground. */
export function Levels({ levels, sheet, show }: Levels) {
  return (
    <g class="grid">
      {levels.map(({ at, figure }, index) => (
        <g key={figure}>
          <path class={index === 0 ? 'base' : 'level'} d={`M${sheet.left} ${at}H${sheet.width - sheet.right}`} />
          <text x={sheet.left - 10} y={at} dy="0.35em" text-anchor="end">
            {show(figure)}
          </text>
        </g>
      ))}
    </g>
  )
}
