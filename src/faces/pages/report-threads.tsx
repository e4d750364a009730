import { metricNames } from '../../core/metrics/sample.ts'
import { engagementRate } from '../../core/report/engagement.ts'
import { count, dollars, percent } from '../../core/report/printed.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { Sparkline } from './report-sparkline.tsx'
import { date } from './report-words.ts'
import { TableHead } from './table-head.tsx'

interface Shown {
  /** Newest first. */
  readonly reports: readonly ThreadReport[]
  /** How many of them stand below in full; the rows of these lead there. */
  readonly inFull: number
  readonly timezone: string
}

/** The table of threads. */
export function ReportThreads({ reports, inFull, timezone }: Shown) {
  const heads = ['Posts', ...metricNames.map(capital), 'Engagement rate', 'Readers', 'Completion', 'Cost']
  return (
    <section class="threads">
      <h2 id="threads">Threads</h2>
      <table aria-labelledby="threads">
        <TableHead columns={['Thread', ...heads]} />
        <tbody>
          {reports.map((report, index) => (
            <tr key={report.id}>
              <th scope="row">
                {index < inFull ? <a href={`#${report.id}`}>{report.title}</a> : report.title}
                <time>{date(new Date(report.publishedAt), timezone)}</time>
              </th>
              {cells(report).map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {inFull < reports.length && (
        <p class="aside">
          The {inFull} newest stand below in full. An older one: <code>broadside report &lt;slug&gt; --html FILE</code>
        </p>
      )}
    </section>
  )
}

function cells(report: ThreadReport) {
  return [
    count(report.posts.length),
    ...metricNames.map((name) => count(report.totals[name])),
    percent(engagementRate(report)),
    <Sparkline report={report} />,
    percent(report.completion),
    dollars(report.cost),
  ]
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
