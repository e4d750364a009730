import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import { reportFrom, type JobFacts, type ThreadReport } from '../core/report/report.ts'
import { prices } from '../core/thread/price.ts'
import type { Ports } from '../ports.ts'

/** Which threads a report is of, by when they were published; both days are in the owner's zone, and in. */
export interface Between {
  readonly since?: string
  readonly until?: string
}

/** What each published thread earned, newest first; of one piece when `slug` is given. `leftOut`: damage in the store. */
export async function report(
  slug: string | null,
  { store, settings: { timezone } }: Pick<Ports, 'store' | 'settings'>,
  { since = '', until = '9999' }: Between = {},
): Promise<{ readonly reports: readonly ThreadReport[]; readonly leftOut: readonly string[] }> {
  const jobs = (await store.jobs()).filter((job) => slug === null || job.slug === slug)
  const [facts, { rollUp, leftOut }, books] = await Promise.all([
    Promise.all(jobs.map((job) => factsOf(job, store))),
    store.measured(),
    store.books(),
  ])
  const day = ({ publishedAt }: ThreadReport) =>
    new Date(publishedAt).toLocaleDateString('sv-SE', { timeZone: timezone })
  const all = reportFrom({ jobs: facts, rollUp, ledger: books.lines })
  const isAll = since === '' && until === '9999'
  const reports = isAll ? all : all.filter((each) => day(each) >= since && day(each) <= until)
  return { reports, leftOut: [...leftOut, ...books.leftOut] }
}

async function factsOf({ id, slug, title, posts }: Job, store: Ports['store']): Promise<JobFacts> {
  const journal = await store.journal(id)
  const ids = liveIds(journal)
  const first = journal.findLast(({ intent, receipt }) => intent.n === 1 && receipt !== null && ids.has(1))
  return {
    id,
    slug,
    title,
    publishedAt: first?.intent.at ?? null,
    posts: posts.map(({ n, text, card, price }) => {
      const linked = price >= prices.postWithLink
      return { n, id: ids.get(n) ?? null, text, card: card?.quote ?? null, linked }
    }),
  }
}
