import { rollUp, type PostRollUp } from './rollup.ts'
import type { Metrics, Sample } from './sample.ts'
import { nothingKnown } from './sample.ts'

/** How a post stands: its last known figures, when they were taken, and whether X no longer has the post. */
export interface Standing {
  readonly metrics: Metrics
  readonly measuredAt: string
  readonly deleted: boolean
}

/**
 * How every post stands by its id, from samples in any order: the newest sample counts, and a deleted post keeps the
 * figures it had while it was live.
 */
export function standings(samples: readonly Sample[]): ReadonlyMap<string, Standing> {
  return new Map([...rollUp(samples).posts].map(([id, post]) => [id, standingOf(post)]))
}

export function standingOf({ at, live, deleted }: Pick<PostRollUp, 'at' | 'live' | 'deleted'>): Standing {
  const { at: measuredAt, ...metrics } = live ?? { at, ...nothingKnown }
  return { metrics, measuredAt, deleted }
}
