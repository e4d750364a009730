import { ages, growthChart, type Growth } from '../../core/report/growth.ts'
import { leastOf } from '../../core/report/least.ts'
import { count, shortCount } from '../../core/report/printed.ts'
import { Chart, Levels } from './report-chart.tsx'
import { TableHead } from './table-head.tsx'

const sheet = { width: 720, height: 190, left: 68, right: 62, top: 16, bottom: 34 }

interface Shown {
  readonly id: string
  readonly title: string
  readonly growth: Growth
}

/** How a thread's impressions grew in its first week, against what is usual for the account. */
export function GrowthCurve({ id, title, growth }: Shown) {
  if (growth.seen.every((figure) => figure === null)) return null
  const chart = growthChart(growth, sheet)
  const isUsualKnown = growth.usual.some((figure) => figure !== null)
  return (
    <figure class="growth">
      <figcaption>
        <strong>How it grew</strong> Impressions of all posts, each so long after it was published
        {isUsualKnown && `; the broken line is your median (n = ${growth.n} earlier threads)`}
      </figcaption>
      {chart !== null && (
        <Chart id={`${id}-growth`} title={`Growth of “${title}”`} told={`${told(growth)}.`} sheet={sheet}>
          <Levels levels={chart.levels} sheet={sheet} show={shortCount} />
          {chart.ages.map(({ words, at }) => (
            <text key={words} x={at} y={sheet.height - 6} text-anchor="middle">
              {words}
            </text>
          ))}
          <path class="usual" d={chart.usual} />
          <path class="line" d={chart.seen} />
          <g class="points">
            {chart.points.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={3.5} />
            ))}
          </g>
        </Chart>
      )}
      <table aria-label={`Growth of ${title} in figures`}>
        <TableHead columns={['Impressions', ...ages]} />
        <tbody>
          <Row name="This thread" figures={growth.seen} />
          {isUsualKnown && <Row name="Your median" figures={growth.usual} />}
        </tbody>
      </table>
      {!isUsualKnown && (
        <p class="aside">
          Your median is told from {leastOf.earlier} earlier threads on (n = {growth.n}).
        </p>
      )}
    </figure>
  )
}

function Row({ name, figures }: { readonly name: string; readonly figures: readonly (number | null)[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {figures.map((figure, age) => (
        <td key={ages[age]} data-head={ages[age]}>
          {count(figure)}
        </td>
      ))}
    </tr>
  )
}

function told({ seen }: Growth): string {
  return ages
    .map((age, index) => `after ${age} ${seen[index] === null ? 'unknown' : count(seen[index] ?? null)}`)
    .join(', ')
}
