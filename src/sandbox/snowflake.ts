/** The instant from which X counts the milliseconds in its ids. */
const epoch = 1_288_834_974_657n

/** An id as X makes them: it grows with time, and is greater than `last` even when the clock stands still. */
export function snowflake(at: Date, last: string): string {
  const byTime = (BigInt(at.getTime()) - epoch) << 22n
  const byOrder = BigInt(last) + 1n
  return String(byTime > byOrder ? byTime : byOrder)
}

/** Orders ids by age, oldest first. */
export function byAge(a: { readonly id: string }, b: { readonly id: string }): number {
  const [left, right] = [BigInt(a.id), BigInt(b.id)]
  return left < right ? -1 : left > right ? 1 : 0
}
