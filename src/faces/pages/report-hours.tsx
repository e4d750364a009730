import { max, range } from 'd3-array'
import { scaleBand, scaleQuantize } from 'd3-scale'
import type { Hour, Hours } from '../../core/report/hours.ts'
import { leastOf } from '../../core/report/least.ts'
import { count } from '../../core/report/printed.ts'
import type { Middle } from '../../core/report/statistics.ts'
import { Chart } from './report-chart.tsx'
import { plural } from './report-words.ts'
import { TableHead } from './table-head.tsx'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const sheet = { width: 688, height: 211 }
const across = scaleBand(range(24), [40, sheet.width]).paddingInner(0.12)
const down = scaleBand(range(7), [22, sheet.height]).paddingInner(0.12)
const shades = [1, 2, 3, 4, 5] as const

/** Where the row of a day has its middle. */
const middle = (weekday: number) => ((down(weekday) ?? 0) + down.bandwidth() / 2).toFixed(1)

type Told = Hour & { readonly told: Middle }

/** The hours of the week in which threads were published: the more impressions in 24 h, the darker. */
export function ReportHours({ hours: { n, median, hours } }: { readonly hours: Hours }) {
  const told = hours.filter(isTold)
  if (told.length === 0) {
    return (
      <>
        <h3>The hour of the week</h3>
        <p class="aside">
          Not enough data yet: {leastOf.inAnHour} threads of one hour are needed (n = {plural(n, 'thread')}).
        </p>
      </>
    )
  }
  const shade = scaleQuantize([0, max(told, (each) => each.told.median) ?? 1], shades)
  return (
    <figure class="hours">
      <figcaption>
        <strong>The hour of the week</strong> Median impressions in 24 h of the threads published then; hours with fewer
        than {leastOf.inAnHour} are outlined only. Your median is {count(median)} (n = {plural(n, 'thread')})
      </figcaption>
      <Chart
        id="hours"
        title="Impressions by the hour of the week"
        told={`${told.map(wordsOf).join('; ')}.`}
        sheet={sheet}
      >
        {days.map((day, weekday) => (
          <text key={day} x={0} y={middle(weekday)} dy="0.35em">
            {day}
          </text>
        ))}
        <path class="level" d={days.map((_, weekday) => `M${across(0)} ${middle(weekday)}H${sheet.width}`).join('')} />
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={across(hour)} y={12}>
            {two(hour)}
          </text>
        ))}
        {hours.map((each) => (
          <rect
            key={nameOf(each)}
            class={each.told === null ? 'few' : `heat-${shade(each.told.median)}`}
            x={across(each.hour)?.toFixed(1)}
            y={down(each.weekday)?.toFixed(1)}
            width={across.bandwidth().toFixed(1)}
            height={down.bandwidth().toFixed(1)}
          />
        ))}
      </Chart>
      <details>
        <summary>These hours in figures</summary>
        <Table told={told} />
      </details>
    </figure>
  )
}

function Table({ told }: { readonly told: readonly Told[] }) {
  return (
    <table aria-label="Impressions by the hour of the week in figures">
      <TableHead columns={['Hour', 'Median impressions', '95 % interval', 'Threads']} />
      <tbody>
        {told.map((each) => (
          <tr key={nameOf(each)}>
            <th scope="row">{nameOf(each)}</th>
            <td data-head="Median impressions">{count(each.told.median)}</td>
            <td data-head="95 % interval">{`${count(each.told.from)} – ${count(each.told.to)}`}</td>
            <td data-head="Threads">{count(each.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function isTold(hour: Hour): hour is Told {
  return hour.told !== null
}

function wordsOf(hour: Told): string {
  return `${nameOf(hour)} ${count(hour.told.median)} impressions, n = ${hour.n}`
}

function nameOf({ weekday, hour }: Hour): string {
  return `${days[weekday]} ${two(hour)}:00`
}

function two(hour: number): string {
  return String(hour).padStart(2, '0')
}
