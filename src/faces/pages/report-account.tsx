import type { PropsWithChildren } from 'hono/jsx'
import type { AccountReport } from '../../core/report/account.ts'
import { findingsOf } from '../../core/report/findings.ts'
import { leastOf } from '../../core/report/least.ts'
import { count, percent } from '../../core/report/printed.ts'
import type { Ranking, Rated } from '../../core/report/rated.ts'
import { ReportHours } from './report-hours.tsx'
import { plural } from './report-words.ts'
import { TableHead } from './table-head.tsx'

/** How many are shown from either end. */
const ends = 5

/** What all threads tell together, with how sure it is; what else tells of the account stands in it too. */
export function ReportAccount({ account, children }: PropsWithChildren<{ readonly account: AccountReport }>) {
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
      <Ranked id="titles" name="Titles" ranking={account.titles} />
      <Ranked id="quotes" name="Quotes on cards" ranking={account.quotes} />
      <ReportHours hours={account.hours} />
      {children}
    </section>
  )
}

interface Shown {
  readonly id: string
  readonly name: string
  readonly ranking: Ranking
}

function Ranked({ id, name, ranking: { rated, tooFew } }: Shown) {
  const isCut = rated.length > 2 * ends
  return (
    <>
      <h3 id={id}>
        {name} by engagement rate{isCut && `: the ${ends} first and last of ${rated.length}`}
      </h3>
      {rated.length < 2 ? (
        <p class="aside">
          Not enough data yet: two with {leastOf.impressions} impressions each are needed (n = {rated.length}).
        </p>
      ) : (
        <RankedTable id={id} name={name} rated={isCut ? [...rated.slice(0, ends), ...rated.slice(-ends)] : rated} />
      )}
      {rated.length >= 2 && tooFew > 0 && (
        <p class="aside">
          {plural(tooFew, 'other')} had fewer than {leastOf.impressions} impressions, too few to compare.
        </p>
      )}
    </>
  )
}

function RankedTable({ id, name, rated }: { id: string; name: string; rated: readonly Rated[] }) {
  return (
    <table aria-labelledby={id}>
      <TableHead columns={[name, 'Engagement rate', '95 % interval', 'Impressions']} />
      <tbody>
        {rated.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.words}</th>
            <td data-head="Engagement rate">{percent(each.rate)}</td>
            <td data-head="95 % interval">
              {each.interval === null ? '–' : `${percent(each.interval.from)} – ${percent(each.interval.to)}`}
            </td>
            <td data-head="Impressions">{count(each.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
