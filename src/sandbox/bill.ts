import { prices, sum } from '../core/thread/price.ts'
import type { Charge, State } from './state.ts'

/** Charges `count` times the price of `what`. */
export function charge(state: State, what: Charge, count = 1): State {
  return { ...state, bill: { ...state.bill, [what]: (state.bill[what] ?? 0) + count } }
}

/** Charges a read of own posts; a post already read on this UTC day is free. */
export function chargeOwnedReads(state: State, ids: readonly string[], at: Date): State {
  const day = at.toISOString().slice(0, 10)
  const paid = state.readOn.day === day ? state.readOn.ids : []
  const unpaid = ids.filter((id) => !paid.includes(id))
  return { ...charge(state, 'ownedRead', unpaid.length), readOn: { day, ids: [...paid, ...unpaid] } }
}

/** All that was charged, in US dollars. */
export function costOf({ bill }: State): number {
  return sum(Object.entries(bill).map(([what, count]) => prices[what as Charge] * (count ?? 0)))
}
