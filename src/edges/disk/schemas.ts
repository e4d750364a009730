import { z } from 'zod'
import { Intent, Receipt } from '../../core/publication/journal.ts'
import { Upload } from '../../core/publication/upload.ts'
import { Instant, Job, NetworkName } from '../../core/queue/job.ts'
import { restored } from '../../core/queue/restored.ts'

const About = z.object({
  schema: z.literal(1),
  storeId: z.string(),
  /** Null until the store first published. */
  accountId: z.string().nullable(),
  /** Where that account is; absent in stores that were bound before this was written down. */
  network: NetworkName.optional(),
  createdAt: Instant,
})
export type About = z.infer<typeof About>

/**
 * Every kind of JSON file in the store. A new schema is a new shape and one more migration to it; the stores that each
 * Broadside wrote are kept in test/golden/stores, and must be read for ever.
 */
export const schemas = {
  about: {
    shape: About,
    schema: 1,
    migrations: [],
    // A copy from before the store was bound would let it be bound to another account.
    restored: (about: About) => (about.accountId === null ? null : about),
  },
  job: { shape: Job, schema: 1, migrations: [], restored },
  intent: { shape: Intent, schema: 1, migrations: [] },
  receipt: { shape: Receipt, schema: 1, migrations: [] },
  upload: { shape: Upload, schema: 1, migrations: [] },
} as const
