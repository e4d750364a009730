import { renderToString } from 'hono/jsx/dom/server'
import type { Audience } from '../../core/metrics/sample.ts'
import type { AccountReport } from '../../core/report/account.ts'
import { growthOf } from '../../core/report/growth.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { Page } from './page.tsx'
import { ReportAccount } from './report-account.tsx'
import { ReportAudience } from './report-audience.tsx'
import { ReportSummary } from './report-summary.tsx'
import { ReportThread } from './report-thread.tsx'
import { ReportThreads } from './report-threads.tsx'
import { moment } from './report-words.ts'

/** What the report page shows, and how. */
export interface ReportPage {
  /** Newest first. */
  readonly reports: readonly ThreadReport[]
  readonly network: 'x' | 'sandbox'
  /** With the @; null where nobody knows it. */
  readonly handle: string | null
  readonly generatedAt: Date
  /** IANA name of the owner's time zone. */
  readonly timezone: string
  /** The style sheet, as text. */
  readonly css: string
  /** What in the store could not be trusted and is in no figure, a sentence for each. */
  readonly leftOut?: readonly string[]
  /** What the threads tell together; shown where there are several. */
  readonly account?: AccountReport
  /** How many followed the account, the earliest first. */
  readonly audience?: readonly Audience[]
  /** Where a person sees a post; without it, posts are not linked. */
  readonly linkTo?: (id: string) => string
}

/** The report as one self-contained HTML page: it loads nothing, runs no script, and prints. */
export function reportPage(page: ReportPage): string {
  return `<!doctype html>\n${renderToString(<Report {...page} />)}\n`
}

/** How many threads stand on the page with all their posts: more than one Monday looks at. */
const inFull = 12

function Report({ css, account, audience = [], leftOut = [], ...page }: ReportPage) {
  const { reports, network, handle, generatedAt, timezone } = page
  return (
    <Page title="What the threads earned" css={css}>
      <header class="masthead">
        <p class="brand">Broadside</p>
        <h1>What the threads earned</h1>
        <p class="dateline">
          {handle !== null && <span>{handle}</span>}
          <time datetime={generatedAt.toISOString()}>{moment(generatedAt, timezone)}</time>
          <span>{timezone}</span>
        </p>
      </header>
      <main>
        {network === 'sandbox' && <Simulated />}
        {reports.length === 0 ? (
          <NothingYet />
        ) : (
          <>
            <ReportSummary reports={reports} />
            {reports.length > 1 && <ReportThreads reports={reports} inFull={inFull} timezone={timezone} />}
            {reports.length > 1 && account !== undefined && (
              <ReportAccount account={account}>
                <ReportAudience audience={audience} published={reports.map(({ publishedAt }) => publishedAt)} />
              </ReportAccount>
            )}
            {reports.slice(0, inFull).map((report, index) => (
              <ReportThread
                key={report.id}
                open={index === 0}
                growth={growthOf(report, reports.slice(index + 1))}
                {...page}
                report={report}
              />
            ))}
          </>
        )}
        <LeftOut sentences={leftOut} />
      </main>
      <Legend />
    </Page>
  )
}

function Simulated() {
  return (
    <p class="simulated" role="note">
      <strong>Simulated figures.</strong> Threads go to the sandbox, a stand-in for X on this machine: nobody on X sees
      them, and nothing is paid. The costs are what X would charge.
    </p>
  )
}

function NothingYet() {
  return (
    <section class="nothing">
      <h2>Nothing published yet</h2>
      <p>
        Queue a thread with <code>broadside queue &lt;slug&gt;</code>. Once it is live, <code>broadside measure</code>{' '}
        takes its figures, and they appear here.
      </p>
    </section>
  )
}

function LeftOut({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section class="left-out">
      <h2>Left out</h2>
      <p>The store is damaged here and there. What follows is in no figure above; the rest is right.</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Legend() {
  return (
    <footer class="legend">
      <p>
        A dash is a figure that X has not given; it is unknown, and counts nowhere as 0. Impressions are views, not
        people. Engagement rate is likes, reposts, replies, quotes and bookmarks over impressions. Completion is the
        impressions of a thread’s last post over those of its first. Cost is what Broadside’s own ledger has for the
        thread’s paid calls; cost per 1,000 is for so many impressions. Clicks are told by X for 30 days. New followers
        are the account’s in the week of a thread, whatever brought them. Intervals hold the true figure 95 times in
        100: of rates by Wilson, of medians by counting in from both ends, of differences by a bootstrap of whole
        threads. A difference is no cause.
      </p>
    </footer>
  )
}
