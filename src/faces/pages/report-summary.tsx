import { costPerThousand, engagementRate, engagements } from '../../core/report/engagement.ts'
import { count, dollars, percent } from '../../core/report/printed.ts'
import type { PostReport, ThreadReport } from '../../core/report/report.ts'
import { total } from '../../core/report/report.ts'
import { sum } from '../../core/thread/price.ts'
import { KeyFigures } from './report-key-figures.tsx'
import { plural } from './report-words.ts'

/** All threads together: one sentence and, where there are several, a row of figures. */
export function ReportSummary({ reports }: { readonly reports: readonly ThreadReport[] }) {
  const posts = reports.flatMap((report) => report.posts).filter(({ id }) => id !== null)
  const totals = total(posts)
  const costs = reports.flatMap(({ cost }) => cost ?? [])
  const cost = costs.length === 0 ? null : sum(costs)
  const figures = [
    { name: 'Impressions', figure: count(totals.impressions) },
    { name: 'Engagements', figure: count(engagements(totals)) },
    { name: 'Engagement rate', figure: percent(engagementRate({ posts })) },
    { name: 'Cost', figure: dollars(cost) },
    { name: 'Cost per 1,000', figure: dollars(costPerThousand({ cost, totals })) },
  ]
  return (
    <section class="summary" aria-label="All threads together">
      <p class="standfirst">{standfirst(reports, posts)}</p>
      {reports.length > 1 && <KeyFigures figures={figures} />}
    </section>
  )
}

function standfirst(reports: readonly ThreadReport[], posts: readonly PostReport[]): string {
  const { impressions } = total(posts)
  const measured = posts.filter((post) => post.impressions !== null).length
  const published = `${plural(reports.length, 'thread')}, ${plural(posts.length, 'post')}`
  if (impressions === null) return `${published}. No figures yet.`
  const seen = `${published}, seen ${plural(impressions, 'time')}`
  const known =
    measured < posts.length ? `${seen}, as far as the ${plural(measured, 'post')} measured tell.` : `${seen}.`
  const completion = reports[0]?.completion ?? null
  if (completion === null) return known
  const newest = reports.length > 1 ? 'The last post of the newest' : 'Its last post'
  return `${known} ${newest} was seen ${percent(completion)} as often as its first.`
}
