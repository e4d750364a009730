import type { AccountReport, Title } from '../../core/report/account.ts'
import { count, percent } from '../../core/report/figures.ts'
import { findingsOf } from '../../core/report/findings.ts'
import { ReportHours } from './report-hours.tsx'

/** How many titles are shown from either end. */
const ends = 5

/** What all threads tell together, with how sure it is. */
export function ReportAccount({ account }: { readonly account: AccountReport }) {
  return (
    <section class="account">
      <h2>Together</h2>
      <dl class="told">
        {findingsOf(account).map(({ about, words }) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Titles titles={account.titles} />
      <ReportHours hours={account.hours} />
    </section>
  )
}

function Titles({ titles }: { readonly titles: readonly Title[] }) {
  if (titles.length < 2) return null
  const shown = titles.length <= 2 * ends ? titles : [...titles.slice(0, ends), ...titles.slice(-ends)]
  return (
    <>
      <h3 id="titles">Titles by engagement rate{shown.length < titles.length && `: the ${ends} first and last`}</h3>
      <table aria-labelledby="titles">
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Engagement rate</th>
            <th scope="col">95 % interval</th>
            <th scope="col">Impressions</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ id, title, rate, interval, n }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td data-head="Engagement rate">{percent(rate)}</td>
              <td data-head="95 % interval">
                {interval === null ? '–' : `${percent(interval.from)} – ${percent(interval.to)}`}
              </td>
              <td data-head="Impressions">{count(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
