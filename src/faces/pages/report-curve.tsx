import { curveOf, type Curve } from '../../core/report/curve.ts'
import { dropOff } from '../../core/report/drop-off.ts'
import { percent } from '../../core/report/printed.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { Chart, Levels } from './report-chart.tsx'

const sheet = { width: 720, height: 270, left: 68, right: 62, top: 22, bottom: 38 }

/** The drop-off curve of a thread; its figures stand in the table of posts below. */
export function DropOffCurve({ report }: { readonly report: ThreadReport }) {
  if (report.posts.length < 2) return null
  const curve = curveOf(report, sheet)
  if (curve === null) return <p class="no-curve">The curve begins once X has told the impressions of the first post.</p>
  const told = dropOff(report).map(({ n, share }) => `post ${n} ${share === null ? 'unknown' : percent(share)}`)
  return (
    <figure class="curve">
      <figcaption>
        <strong>How far readers went</strong> Impressions of each post, against those of the first
      </figcaption>
      <Chart
        id={`${report.id}-curve`}
        title={`Drop-off curve of “${report.title}”`}
        told={`Impressions over those of post 1: ${told.join(', ')}.`}
        sheet={sheet}
      >
        <path class="area" d={curve.area} />
        <Levels levels={curve.levels} sheet={sheet} show={percent} />
        {curve.numbers.map(({ figure, at }) => (
          <text key={figure} x={at} y={sheet.height - 6} text-anchor="middle">
            {figure}
          </text>
        ))}
        <path class="line" d={curve.line} />
        {curve.fall !== null && <Fall fall={curve.fall} />}
        <Points curve={curve} />
      </Chart>
    </figure>
  )
}

/** The steepest fall, in the colour of the page's one accent. */
function Fall({ fall: { line, share, at } }: { readonly fall: NonNullable<Curve['fall']> }) {
  const { x, y, isAtRight } = at
  return (
    <g class="fall">
      <path class="line" d={line} />
      <text x={isAtRight ? x - 12 : x + 12} y={isAtRight ? y + 14 : y - 6} text-anchor={isAtRight ? 'end' : 'start'}>
        {`−${percent(share)}`}
      </text>
    </g>
  )
}

function Points({ curve: { points, end } }: { readonly curve: Curve }) {
  return (
    <g class="points">
      {points.map(({ n, x, y }) =>
        y === null ? (
          <text key={n} class="unknown" x={x} y={sheet.height - sheet.bottom - 8} text-anchor="middle">
            –
          </text>
        ) : (
          <circle key={n} cx={x} cy={y} r={points.length > 30 ? 2 : 3.5} />
        ),
      )}
      {end !== null && (
        <text class="last" x={end.x + 10} y={end.y ?? 0} dy="0.35em">
          {percent(end.share)}
        </text>
      )}
    </g>
  )
}
