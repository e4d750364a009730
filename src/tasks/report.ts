import type { Audience } from '../core/metrics/sample.ts'
import type { Job } from '../core/queue/job.ts'
import { reportFrom, type JobFacts, type ThreadReport } from '../core/report/report.ts'
import { prices } from '../core/thread/price.ts'
import type { Ports } from '../ports.ts'
import { takenOf } from './recount.ts'

/** Draws the intervals: always the same, so that the same figures give the same report. */
export const seed = 107

/** Which threads a report is of, by when they were published; both days are in the owner's zone, and in. */
export interface Between {
  readonly since?: string
  readonly until?: string
}

export interface Reported {
  /** The newest first. */
  readonly reports: readonly ThreadReport[]
  /** How many followed the account, the earliest first. */
  readonly audience: readonly Audience[]
  /** A sentence for each damage in the store. */
  readonly leftOut: readonly string[]
}

/** What each published thread earned, newest first; of one piece when `slug` is given. */
export async function report(
  slug: string | null,
  { store, settings: { timezone } }: Pick<Ports, 'store' | 'settings'>,
  { since = '', until = '9999' }: Between = {},
): Promise<Reported> {
  const jobs = (await store.jobs()).filter((job) => slug === null || job.slug === slug)
  const [facts, { rollUp, leftOut }, books] = await Promise.all([
    Promise.all(jobs.map((job) => factsOf(job, store))),
    store.measured(),
    store.books(),
  ])
  const all = reportFrom({ jobs: facts, rollUp, ledger: books.lines })
  const isAll = since === '' && until === '9999'
  const days = isAll ? null : new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
  const isBetween = (day: string) => day >= since && day <= until
  const reports = days === null ? all : all.filter((each) => isBetween(days.format(new Date(each.publishedAt))))
  return { reports, audience: rollUp.audience, leftOut: [...leftOut, ...books.leftOut] }
}

async function factsOf(job: Job, store: Ports['store']): Promise<JobFacts> {
  const { id, slug, title, posts } = job
  const taken = new Map((await takenOf(job, { store })).map((post) => [post.n, post]))
  return {
    id,
    slug,
    title,
    publishedAt: taken.get(1)?.at ?? null,
    posts: posts.map(({ n, text, card, price }) => {
      const linked = price >= prices.postWithLink
      return { n, id: taken.get(n)?.id ?? null, text, card: card?.quote ?? null, linked }
    }),
  }
}
