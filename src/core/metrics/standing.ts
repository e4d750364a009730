import type { Metrics, Sample } from './sample.ts'
import { metricNames } from './sample.ts'

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
  const newest = newestById(samples)
  const newestLive = newestById(samples.filter(({ deleted }) => !deleted))
  return new Map([...newest].map(([id, sample]) => [id, standing(newestLive.get(id) ?? sample, sample.deleted)]))
}

function standing(sample: Sample, deleted: boolean): Standing {
  const metrics = Object.fromEntries(metricNames.map((name) => [name, sample[name]])) as Metrics
  return { metrics, measuredAt: sample.at, deleted }
}

function newestById(samples: readonly Sample[]): ReadonlyMap<string, Sample> {
  const newest = new Map<string, Sample>()
  for (const sample of samples) {
    const known = newest.get(sample.id)
    if (known === undefined || Date.parse(known.at) <= Date.parse(sample.at)) newest.set(sample.id, sample)
  }
  return newest
}
