import { z } from 'zod'
import { Instant } from '../queue/job.ts'

/** One paid call: `data/ledger/<yyyy-mm>.jsonl`. */
export const LedgerLine = z.object({
  at: Instant,
  call: z.enum(['post', 'alt-text', 'delete', 'read', 'owned-read', 'upload']),
  /** The job it was made for; null for what serves no one job. */
  job: z.string().nullable(),
  /** How many things were paid for: posts read, for instance. */
  count: z.number().int().nonnegative(),
  /** Owned reads: the posts paid for. The same post again within a UTC day is free. */
  ids: z.array(z.string()).optional(),
  /** Owned reads: how many more were free. */
  free: z.number().int().nonnegative().optional(),
  /** US dollars. */
  usd: z.number().nonnegative(),
})
export type LedgerLine = z.infer<typeof LedgerLine>
