import { z } from 'zod'
import { Intent, Receipt } from '../../core/publication/journal.ts'
import { Instant, Job } from '../../core/queue/job.ts'
import type { Versioned } from './versioned.ts'

const About = z.object({
  schema: z.literal(1),
  storeId: z.string(),
  /** Null until the store first published. */
  accountId: z.string().nullable(),
  createdAt: Instant,
})

/**
 * Every kind of JSON file in the store. A new schema is a new shape and one more migration to it; the stores that each
 * Broadside wrote are kept in test/golden/stores, and must be read for ever.
 */
export const schemas = {
  about: { shape: About, schema: 1, migrations: [] },
  job: { shape: Job, schema: 1, migrations: [] },
  intent: { shape: Intent, schema: 1, migrations: [] },
  receipt: { shape: Receipt, schema: 1, migrations: [] },
} as const satisfies Record<string, Versioned<unknown>>

export type About = z.infer<typeof About>
