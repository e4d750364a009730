import type { Results } from '../queue/job.ts'
import type { Journal } from './journal.ts'

/** What a job keeps of its journal once every one of its `total` posts is live; null before. */
export function resultsOf(journal: Journal, { total }: { readonly total: number }): Results | null {
  const results = new Map<number, Results[number]>()
  for (const { intent, receipt } of journal) {
    const { outcome } = receipt ?? {}
    if (outcome?.kind === 'applied' || outcome?.kind === 'found')
      results.set(intent.n, { id: outcome.id, at: intent.at })
  }
  const inOrder = Array.from({ length: total }, (_, index) => results.get(index + 1) ?? null)
  return inOrder.includes(null) ? null : inOrder.filter((one) => one !== null)
}
