import type { Sample } from '../../../src/core/metrics/sample.ts'

const unknown = { impressions: null, likes: null, reposts: null, replies: null, quotes: null, bookmarks: null }

/** A sample of which nothing is known but what is given. */
export function aSample(given: Partial<Sample> = {}): Sample {
  return { at: '2026-11-22T09:00:00.000Z', job: 'job', n: 1, id: '1', deleted: false, ...unknown, ...given }
}
