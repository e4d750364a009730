/** Within which X counts what an account posts. Milliseconds. */
const day = 24 * 3_600_000

/** A post that the account made, or is going to make. */
export interface Made {
  readonly at: string
  /** Whether it answers another post, as all of a thread do but the first. */
  readonly isReply: boolean
}

/** The posts of a thread that are still to be made, all of them at about `at`. */
export interface Wanted {
  readonly at: Date
  /** 1 where the thread is still to be begun, else 0. */
  readonly beginnings: number
  readonly replies: number
}

/**
 * Whether X lets an account make so many posts more. `doubtful`: only if X reads its own rules kindly, or if the account
 * is verified; should it refuse, the rest of the thread waits. `short`: it would refuse a part of the thread.
 */
export type Allowance =
  | { readonly kind: 'enough' }
  | {
      readonly kind: 'doubtful' | 'short'
      /** What is in the way, as a clause. */
      readonly fact: string
      /** From when on there is enough; null: the thread is too long for any day. */
      readonly until: string | null
    }

/**
 * Whether the account may make `wanted` posts within X's limits of 24 hours, beside those in `made`, which may lie before
 * and after. `verified`: whether the account bears X's check mark; null where nobody said.
 * The limits are X's own words, as of May 2026: 2,400 posts a day, and of an account without a check mark 50 that answer
 * nothing and 200 that do. Whether the posts of a thread count as replies X does not say: then 50 is all there are.
 */
export function allowanceOf(
  wanted: Wanted,
  { made, verified }: { readonly made: readonly Made[]; readonly verified: boolean | null },
): Allowance {
  const limits = verified === true ? [ofAll] : [ofAll, ...ofUnverified]
  const reached = limits.map((limit) => reachedBy(wanted, made, limit)).filter((one) => one !== null)
  const certain = reached.filter(({ limit }) => limit.isCertain && (limit === ofAll || verified === false))
  const [first] = (certain.length > 0 ? certain : reached).toSorted(latestFirst)
  if (first === undefined) return { kind: 'enough' }
  return { kind: certain.length > 0 ? 'short' : 'doubtful', fact: first.fact, until: first.until }
}

interface Limit {
  readonly most: number
  /** What it counts, as a person says it. */
  readonly name: string
  counts(post: { readonly isReply: boolean }): boolean
  /** Whether X says so, and it is not one of two ways to read it. */
  readonly isCertain: boolean
}

const ofAll: Limit = { most: 2_400, name: 'posts', counts: () => true, isCertain: true }

const ofUnverified: readonly Limit[] = [
  { most: 50, name: 'new posts of an account without a check mark', counts: (post) => !post.isReply, isCertain: true },
  { most: 200, name: 'replies of an account without a check mark', counts: (post) => post.isReply, isCertain: true },
  { most: 50, name: 'posts of an account without a check mark', counts: () => true, isCertain: false },
]

interface Reached {
  readonly limit: Limit
  readonly fact: string
  readonly until: string | null
}

/** Null where the limit leaves room for all that is wanted. */
function reachedBy(wanted: Wanted, made: readonly Made[], limit: Limit): Reached | null {
  const more =
    (limit.counts({ isReply: false }) ? wanted.beginnings : 0) + (limit.counts({ isReply: true }) ? wanted.replies : 0)
  const times = made
    .filter(limit.counts)
    .map(({ at }) => Date.parse(at))
    .toSorted((a, b) => a - b)
  const at = wanted.at.getTime()
  const others = mostAround(at, times)
  if (more === 0 || others + more <= limit.most) return null
  const free = times.map((time) => time + day).filter((time) => time > at)
  const until = free.find((time) => mostAround(time, times) + more <= limit.most)
  return {
    limit,
    fact: `X takes ${limit.most} ${limit.name} in 24 hours, and these would be ${others + more}`,
    until: until === undefined ? null : new Date(until).toISOString(),
  }
}

/** The most of `times`, which are in their order, that any 24 hours hold in which `time` lies. */
function mostAround(time: number, times: readonly number[]): number {
  const ends = [time, ...times.slice(upTo(time, times), upTo(time + day - 1, times))]
  return Math.max(...ends.map((end) => upTo(end, times) - upTo(end - day, times)))
}

/** How many of `times` are not after `time`. */
function upTo(time: number, times: readonly number[]): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? Infinity) <= time) low = middle + 1
    else high = middle
  }
  return low
}

function latestFirst(a: Reached, b: Reached): number {
  return (b.until ?? '~').localeCompare(a.until ?? '~')
}
