import { raw } from 'hono/html'
import { renderToString } from 'hono/jsx/dom/server'
import type { AccountReport } from '../../core/report/account.ts'
import type { ThreadReport } from '../../core/report/report.ts'
import { ReportAccount } from './report-account.tsx'
import { ReportSummary } from './report-summary.tsx'
import { ReportThread } from './report-thread.tsx'
import { ReportThreads } from './report-threads.tsx'
import { moment } from './report-words.tsx'

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
  /** Where a person sees a post; without it, posts are not linked. */
  readonly linkTo?: (id: string) => string
}

/** The report as one self-contained HTML page: it loads nothing, runs no script, and prints. */
export function reportPage(page: ReportPage): string {
  return `<!doctype html>\n${renderToString(<Page {...page} />)}\n`
}

/** How many threads stand on the page with all their posts: more than one Monday looks at. */
const inFull = 12

/** Nothing may be loaded or run; only the page's own style sheet and its empty icon count. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

function Page({ css, ...page }: ReportPage) {
  const { reports, network, handle, generatedAt, timezone } = page
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="referrer" content="no-referrer" />
        <title>What the threads earned · Broadside</title>
        <link rel="icon" href="data:," />
        <style>{raw(css.replaceAll('</', String.raw`<\/`))}</style>
      </head>
      <body>
        <header class="masthead">
          <p class="brand">Broadside</p>
          <h1>What the threads earned</h1>
          <p class="dateline">
            {handle !== null && <span>{handle}</span>}
            <time datetime={generatedAt.toISOString()}>{moment(generatedAt, timezone)}</time>
            <span>{timezone}</span>
          </p>
        </header>
        {network === 'sandbox' && <Simulated />}
        <main>
          {reports.length === 0 ? (
            <NothingYet />
          ) : (
            <>
              <ReportSummary reports={reports} />
              {reports.length > 1 && <ReportThreads reports={reports} inFull={inFull} timezone={timezone} />}
              {reports.length > 1 && page.account !== undefined && <ReportAccount account={page.account} />}
              {reports.slice(0, inFull).map((report, index) => (
                <ReportThread key={report.id} open={index === 0} {...page} report={report} />
              ))}
            </>
          )}
        </main>
        <LeftOut sentences={page.leftOut ?? []} />
        <Legend />
      </body>
    </html>
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
        are the account’s in the week of a thread, whatever brought them. Intervals hold 95 % of what chance would give:
        rates by Wilson, differences by bootstrap.
      </p>
    </footer>
  )
}
