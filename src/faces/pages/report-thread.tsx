import { steepestCliff } from '../../core/report/drop-off.ts'
import { bestCard, costPerThousand, engagementRate, engagements, mostQuoted } from '../../core/report/engagement.ts'
import type { Growth } from '../../core/report/growth.ts'
import { count, dollars, percent } from '../../core/report/printed.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { excerpt } from '../../core/thread/excerpt.ts'
import { DropOffCurve } from './report-curve.tsx'
import { GrowthCurve } from './report-growth.tsx'
import { KeyFigures } from './report-key-figures.tsx'
import { ReportPosts } from './report-posts.tsx'
import { moment, plural } from './report-words.ts'

interface Shown {
  readonly report: ThreadReport
  readonly growth: Growth
  readonly timezone: string
  /** Whether the table of posts stands open. */
  readonly open: boolean
  readonly linkTo?: (id: string) => string
}

/** One thread: its key figures, where its readers left, how it grew, what drew most, and every post. */
export function ReportThread({ report, growth, timezone, open, linkTo }: Shown) {
  const { id, title, publishedAt, measuredAt, posts, totals, completion, cost } = report
  return (
    <article id={id} aria-labelledby={`${id}-title`}>
      <header>
        <p class="dateline">
          <time datetime={publishedAt}>{moment(new Date(publishedAt), timezone)}</time>
          <span>{plural(posts.length, 'post')}</span>
          <span>{measuredAt === null ? 'not measured yet' : `measured ${moment(new Date(measuredAt), timezone)}`}</span>
        </p>
        <h2 id={`${id}-title`}>{title}</h2>
      </header>
      <KeyFigures
        figures={[
          { name: 'Impressions', figure: count(totals.impressions) },
          { name: 'Engagement rate', figure: percent(engagementRate(report)) },
          { name: 'Completion', figure: percent(completion) },
          { name: 'Cost', figure: dollars(cost) },
          { name: 'Cost per 1,000', figure: dollars(costPerThousand(report)) },
        ]}
      />
      <MoreFigures report={report} />
      <DropOffCurve report={report} />
      <div class="findings">
        <WhereTheyLeft report={report} />
        <WhichCardDrew report={report} />
        <WhichWasQuoted report={report} />
      </div>
      <GrowthCurve id={id} title={title} growth={growth} />
      <details open={open}>
        <summary>Every post in figures</summary>
        <ReportPosts report={report} {...(linkTo === undefined ? {} : { linkTo })} />
      </details>
    </article>
  )
}

/** What only some threads have: clicks, followers. */
function MoreFigures({ report: { clicks, follows } }: { readonly report: ThreadReport }) {
  const known = [
    { name: 'Link clicks', figure: clicks.clicks },
    { name: 'Profile clicks', figure: clicks.profileClicks },
    { name: 'New followers, 7 d', figure: follows },
  ].filter(({ figure }) => figure !== null)
  if (known.length === 0) return null
  return <KeyFigures figures={known.map(({ name, figure }) => ({ name, figure: count(figure) }))} minor />
}

function WhereTheyLeft({ report }: { readonly report: ThreadReport }) {
  const cliff = steepestCliff(report)
  if (cliff === null) return null
  const { after, before, lost, share } = cliff
  return (
    <section>
      <h3>The steepest cliff</h3>
      <blockquote>{excerpt(after.text, 160)}</blockquote>
      <p>
        Between post {after.n}, which begins with these words, and post {before.n}, the thread lost{' '}
        {plural(lost, 'impression')}: {percent(share)} of what its first post had.
      </p>
    </section>
  )
}

function WhichCardDrew({ report }: { readonly report: ThreadReport }) {
  const best = bestCard(report)
  if (best === null) return null
  const seen = best.impressions === null ? '' : ` in ${plural(best.impressions, 'impression')}`
  return (
    <section>
      <h3>The card that drew most</h3>
      <blockquote>{excerpt(best.card, 160)}</blockquote>
      <p>
        Post {best.n}, with {plural(engagements(best) ?? 0, 'engagement')}
        {seen}.
      </p>
    </section>
  )
}

function WhichWasQuoted({ report }: { readonly report: ThreadReport }) {
  const most = mostQuoted(report)
  if (most === null) return null
  return (
    <section>
      <h3>The post quoted most</h3>
      <blockquote>{excerpt(most.text, 160)}</blockquote>
      <p>
        Post {most.n}, quoted {plural(most.quotes ?? 0, 'time')}.
      </p>
    </section>
  )
}
