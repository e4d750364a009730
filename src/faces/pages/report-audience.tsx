import type { Audience } from '../../core/metrics/sample.ts'
import { audienceChart, followedOn, leastDays } from '../../core/report/audience.ts'
import { everyFew } from '../../core/report/every-few.ts'
import { count, shortCount } from '../../core/report/printed.ts'
import { Chart, Levels } from './report-chart.tsx'
import { date, plural } from './report-words.ts'
import { TableHead } from './table-head.tsx'

const sheet = { width: 720, height: 230, left: 68, right: 62, top: 16, bottom: 38 }
/** Rows of the table behind the chart. */
const most = 60

interface Shown {
  readonly audience: readonly Audience[]
  /** When threads were published. */
  readonly published: readonly string[]
}

/** How many follow the account, day by day. */
export function ReportAudience({ audience, published }: Shown) {
  const followed = followedOn(audience)
  const chart = audienceChart(followed, published, sheet)
  const [first, last] = [followed[0], followed.at(-1)]
  if (chart === null || first === undefined || last === undefined) {
    return (
      <>
        <h3>The account’s growth</h3>
        <p class="aside">
          Not enough data yet: followers are counted once a day, and {leastDays} days are needed (n ={' '}
          {plural(followed.length, 'day')}).
        </p>
      </>
    )
  }
  const rows = everyFew(followed, most)
  const [from, to] = [date(new Date(first.at), 'UTC'), date(new Date(last.at), 'UTC')]
  return (
    <figure class="audience">
      <figcaption>
        <strong>The account’s growth</strong> Followers, day by day (UTC), not from 0 up; a mark below for each thread
        (n = {plural(followed.length, 'day')})
      </figcaption>
      <Chart
        id="audience"
        title="Followers of the account"
        told={`${count(first.followers)} on ${from}, ${count(last.followers)} on ${to}.`}
        sheet={sheet}
      >
        <Levels levels={chart.levels} sheet={sheet} show={shortCount} />
        <path class="line" d={chart.line} />
        <path class="threads-out" d={chart.threads.map((x) => `M${x} ${sheet.height - sheet.bottom}v8`).join('')} />
        {chart.days.map(({ at, words }, index) => (
          <text key={words} x={at} y={sheet.height - 6} text-anchor={index === 0 ? 'start' : 'end'}>
            {words}
          </text>
        ))}
        <text class="last" x={chart.end.x + 10} y={chart.end.y} dy="0.35em">
          {count(chart.end.followers)}
        </text>
      </Chart>
      <details>
        <summary>These followers in figures</summary>
        <table class="narrow" aria-label="Followers by day">
          <TableHead columns={['Day', 'Followers']} />
          <tbody>
            {rows.map(({ at, followers }) => (
              <tr key={at}>
                <th scope="row">{date(new Date(at), 'UTC')}</th>
                <td data-head="Followers">{count(followers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
