import type { LedgerLine } from '../publication/ledger.ts'

/** The ids of the posts that were paid for as owned reads on the UTC day of `now`: reading them again is free until it ends. */
export function paidToday(ledger: readonly LedgerLine[], now: Date): ReadonlySet<string> {
  const day = now.toISOString().slice(0, 10)
  return new Set(ledger.flatMap(({ at, ids }) => (at.startsWith(day) ? (ids ?? []) : [])))
}
