import { metricNames } from '../../core/metrics/sample.ts'
import { engagementRate } from '../../core/report/engagement.ts'
import { count, dollars, percent } from '../../core/report/figures.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { date } from './report-words.tsx'

/** The table of threads, newest first; each row leads to its thread below. */
export function ReportThreads({ reports, timezone }: { reports: readonly ThreadReport[]; timezone: string }) {
  const heads = ['Posts', ...metricNames.map(capital), 'Engagement rate', 'Completion', 'Cost']
  return (
    <section class="threads">
      <h2 id="threads">Threads</h2>
      <table aria-labelledby="threads">
        <thead>
          <tr>
            <th scope="col">Thread</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={report.id}>
              <th scope="row">
                <a href={`#${report.id}`}>{report.title}</a>
                <time datetime={report.publishedAt}>{date(new Date(report.publishedAt), timezone)}</time>
              </th>
              {cells(report).map((cell, index) => (
                <td key={heads[index]} data-head={heads[index]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cells(report: ThreadReport): readonly string[] {
  return [
    count(report.posts.length),
    ...metricNames.map((name) => count(report.totals[name])),
    percent(engagementRate(report)),
    percent(report.completion),
    dollars(report.cost),
  ]
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}
