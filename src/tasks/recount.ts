import type { Progress } from '../core/publication/rows.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Job, Results } from '../core/queue/job.ts'
import type { Ports } from '../ports.ts'

/** A post of a job that X took, and when it was asked to. */
type Taken = Results[number] & { readonly n: number }

/** The posts of a job that went live and were not taken back. A posted one says so itself; of any other the journal is read. */
export async function takenOf(job: Job, { store }: Pick<Ports, 'store'>): Promise<readonly Taken[]> {
  if (job.state === 'posted' && job.results !== undefined) {
    return job.results.map((post, index) => ({ n: index + 1, ...post }))
  }
  return (await store.journal(job.id)).flatMap(({ intent: { n, at }, receipt }) => {
    const { outcome } = receipt ?? {}
    return outcome?.kind === 'applied' || outcome?.kind === 'found' ? [{ n, id: outcome.id, at }] : []
  })
}

/** What is live of a job. A posted one says so itself; of any other the journal is read. */
export async function recount(job: Job, { store }: Pick<Ports, 'store'>): Promise<Progress> {
  if (job.state === 'posted' && job.results !== undefined) {
    const live = new Map(job.results.map(({ id }, index) => [index + 1, id]))
    return { live, unknown: new Set(), removed: new Set() }
  }
  const journal = await store.journal(job.id)
  const numbers = (kind: string | null) =>
    journal.filter(({ receipt }) => (receipt?.outcome.kind ?? null) === kind).map(({ intent }) => intent.n)
  return { live: liveIds(journal), unknown: new Set(numbers(null)), removed: new Set(numbers('removed')) }
}
