import { dropOff, steepestCliff } from '../../core/report/drop-off.ts'
import type { Share } from '../../core/report/drop-off.ts'
import { percent } from '../../core/report/figures.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { areaOf, layoutOf, lineOf, runsOf, size, ticksOf } from './report-geometry.tsx'
import type { Layout } from './report-geometry.tsx'

/** The drop-off curve of a thread as a picture in words and lines; its figures stand in the table of posts below. */
export function DropOffCurve({ report }: { readonly report: ThreadReport }) {
  const shares = dropOff(report)
  const known = shares.filter(({ share }) => share !== null)
  if (report.posts.length < 2) return null
  if (known.length === 0)
    return <p class="no-curve">The curve begins once X has told the impressions of the first post.</p>
  const layout = layoutOf(shares)
  const cliff = steepestCliff(report)
  return (
    <figure class="curve">
      <figcaption>
        <strong>How far readers went</strong> Impressions of each post, against those of the first
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-labelledby={`${report.id}-curve ${report.id}-told`}
      >
        <title id={`${report.id}-curve`}>Drop-off curve of “{report.title}”</title>
        <desc id={`${report.id}-told`}>{told(shares)}</desc>
        <Grid layout={layout} />
        {runsOf(shares).map((run) => (
          <g key={run[0]?.n}>
            <path class="area" d={areaOf(run, layout)} />
            <path class="line" d={lineOf(run, layout)} />
          </g>
        ))}
        {cliff !== null && <Fall from={shares[cliff.after.n - 1]} to={shares[cliff.before.n - 1]} layout={layout} />}
        <path class="base" d={`M${size.left} ${layout.y(0)}H${size.width - size.right}`} />
        <Points shares={shares} layout={layout} />
      </svg>
    </figure>
  )
}

/** The curve for those who do not see it. */
function told(shares: readonly Share[]): string {
  const points = shares.map(({ n, share }) => `post ${n} ${share === null ? 'unknown' : percent(share)}`)
  return `Impressions over those of post 1: ${points.join(', ')}.`
}

function Grid({ layout: { x, y, levels, count } }: { readonly layout: Layout }) {
  return (
    <g class="grid">
      {levels.map((level) => (
        <g key={level}>
          <path d={`M${size.left} ${y(level)}H${size.width - size.right}`} />
          <text x={size.left - 10} y={y(level)} dy="0.35em" text-anchor="end">
            {percent(level)}
          </text>
        </g>
      ))}
      {ticksOf(count).map((n) => (
        <text key={n} x={x(n)} y={size.height - 6} text-anchor="middle">
          {n}
        </text>
      ))}
    </g>
  )
}

interface FallShown {
  readonly from: Share | undefined
  readonly to: Share | undefined
  readonly layout: Layout
}

/** The steepest fall, in the colour of the page's one accent. */
function Fall({ from, to, layout }: FallShown) {
  if (from === undefined || to === undefined) return null
  const atRight = layout.x(to.n) > size.width - 190
  const [x, y] = [(layout.x(from.n) + layout.x(to.n)) / 2, layout.y(((from.share ?? 0) + (to.share ?? 0)) / 2)]
  return (
    <g class="fall">
      <path class="line" d={lineOf([from, to], layout)} />
      <text x={atRight ? x - 12 : x + 12} y={atRight ? y + 14 : y - 6} text-anchor={atRight ? 'end' : 'start'}>
        {`−${percent((from.share ?? 0) - (to.share ?? 0))}`}
      </text>
    </g>
  )
}

function Points({ shares, layout: { x, y } }: { readonly shares: readonly Share[]; readonly layout: Layout }) {
  const last = shares.findLast(({ share }) => share !== null)
  return (
    <g class="points">
      {shares.map(({ n, share }) =>
        share === null ? (
          <text key={n} class="unknown" x={x(n)} y={y(0) - 8} text-anchor="middle">
            –
          </text>
        ) : (
          <circle key={n} cx={x(n)} cy={y(share)} r={shares.length > 30 ? 2 : 3.5} />
        ),
      )}
      {last !== undefined && last.n > 1 && (
        <text class="last" x={x(last.n) + 10} y={y(last.share ?? 0)} dy="0.35em">
          {percent(last.share)}
        </text>
      )}
    </g>
  )
}
