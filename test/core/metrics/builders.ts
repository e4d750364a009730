import { encodeBatch } from '../../../src/core/metrics/batch.ts'
import type { Sample } from '../../../src/core/metrics/sample.ts'

/** What `encodeBatch` writes, as text. */
export function batchText(...batch: Parameters<typeof encodeBatch>): string {
  return new TextDecoder().decode(encodeBatch(...batch))
}

const unknown = { impressions: null, likes: null, reposts: null, replies: null, quotes: null, bookmarks: null }

/** A sample of which nothing is known but what is given. */
export function aSample(given: Partial<Sample> = {}): Sample {
  return { at: '2026-11-22T09:00:00.000Z', job: 'job', n: 1, id: '1', deleted: false, ...unknown, ...given }
}
