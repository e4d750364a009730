import { count } from '../../core/report/figures.ts'
import { leastInAnHour, type Hours } from '../../core/report/hours.ts'

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const [left, top, cell, gap] = [40, 22, 27, 3]
const two = (hour: number) => String(hour).padStart(2, '0')

/** The hours of the week in which threads were published: the more impressions in 24 h, the darker. */
export function ReportHours({ hours: { n, hours } }: { readonly hours: Hours }) {
  const told = hours.filter(({ median }) => median !== null)
  const most = Math.max(1, ...told.map(({ median }) => median ?? 0))
  const [x, y] = [(hour: number) => left + hour * cell, (weekday: number) => top + weekday * cell]
  const words = told.map(
    (each) => `${days[each.weekday]} ${two(each.hour)}:00, ${count(each.median)} impressions, ${each.n} threads`,
  )
  if (told.length < 2) {
    return (
      <>
        <h3>The hour of the week</h3>
        <p class="aside">
          Not enough data yet: two hours with {leastInAnHour} threads each are needed (n = {n} threads).
        </p>
      </>
    )
  }
  return (
    <figure class="hours">
      <figcaption>
        <strong>The hour of the week</strong> Median impressions in 24 h of the threads published then; hours with fewer
        than {leastInAnHour} are outlined only (n = {n} threads)
      </figcaption>
      <svg viewBox={`0 0 ${x(24)} ${y(7)}`} role="img" aria-labelledby="hours-title hours-told">
        <title id="hours-title">Impressions by the hour of the week</title>
        <desc id="hours-told">{words.join('; ')}.</desc>
        {days.map((day, weekday) => (
          <text key={day} x={0} y={y(weekday) + cell / 2} dy="0.2em">
            {day}
          </text>
        ))}
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={x(hour)} y={12}>
            {two(hour)}
          </text>
        ))}
        {hours.map(({ weekday, hour, median }) => (
          <rect
            key={`${weekday} ${hour}`}
            class={median === null ? 'few' : `heat-${Math.max(1, Math.ceil((median / most) * 5))}`}
            x={x(hour)}
            y={y(weekday)}
            width={cell - gap}
            height={cell - gap}
          />
        ))}
      </svg>
      <details>
        <summary>These hours in figures</summary>
        <ul>
          {words.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </details>
    </figure>
  )
}
