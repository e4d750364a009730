import { liveIds } from '../core/publication/step.ts'
import type { Job } from '../core/queue/job.ts'
import { reportOf, type JobFacts, type ThreadReport } from '../core/report/report.ts'
import type { Ports } from '../ports.ts'

/** What each published thread earned, newest first; of one piece when `slug` is given. `leftOut`: damage in the store. */
export async function report(
  slug: string | null,
  { store }: Pick<Ports, 'store'>,
): Promise<{ readonly reports: readonly ThreadReport[]; readonly leftOut: readonly string[] }> {
  const jobs = (await store.jobs()).filter((job) => slug === null || job.slug === slug)
  const [facts, { samples, leftOut }, ledger] = await Promise.all([
    Promise.all(jobs.map((job) => factsOf(job, store))),
    store.samples(),
    store.ledger(),
  ])
  return { reports: reportOf({ jobs: facts, samples, ledger }), leftOut }
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
    posts: posts.map(({ n, text, card }) => ({ n, id: ids.get(n) ?? null, text, card: card?.quote ?? null })),
  }
}
