import { prices } from '../thread/price.ts'
import type { Measurable } from './schedule.ts'

/** How far back X's own timeline goes: its newest so many posts. */
const reach = 3200

/** How a set of posts is read at the lowest price. */
export interface Reading {
  /** The instant from which on the own timeline is read; null: not at all. */
  readonly since: string | null
  /** What the timeline would not show, or not as cheaply. */
  readonly byId: readonly string[]
  /** US dollars, as far as it is known beforehand: posts that are not ours stand on the timeline too. */
  readonly usd: number
}

interface Known {
  /** Every post of ours that is live. */
  readonly live: readonly Measurable[]
  /** The ids that were paid for on this UTC day as owned reads: reading them again is free. */
  readonly paid: ReadonlySet<string>
}

/**
 * The cheapest way to read the posts of `due`: the own timeline as far back as it pays (it charges for every post it
 * shows, due or not), and by id what is older, at five times the price for each.
 */
export function cheapestReading(due: readonly Measurable[], { live, paid }: Known): Reading {
  const wanted = due.toSorted(newestFirst)
  const shown = live.toSorted(newestFirst)
  let best: Reading = { since: null, byId: wanted.map(({ id }) => id), usd: wanted.length * prices.read }
  let [onTimeline, unpaid] = [0, 0]
  for (const [index, { publishedAt: since }] of wanted.entries()) {
    for (let next = shown[onTimeline]; next !== undefined && next.publishedAt >= since; next = shown[++onTimeline]) {
      if (!paid.has(next.id)) unpaid++
    }
    if (onTimeline > reach) break
    const beyond = wanted.length - index - 1
    const usd = unpaid * prices.ownedRead + beyond * prices.read
    if (usd <= best.usd) best = { since, byId: wanted.slice(index + 1).map(({ id }) => id), usd }
  }
  return best
}

function newestFirst(a: Measurable, b: Measurable): number {
  return b.publishedAt.localeCompare(a.publishedAt)
}
