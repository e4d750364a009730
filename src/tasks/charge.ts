import type { LedgerLine } from '../core/publication/ledger.ts'
import { prices, sum } from '../core/thread/price.ts'
import type { Ports } from '../ports.ts'

const each: Readonly<Record<Exclude<LedgerLine['call'], 'post'>, number>> = {
  'alt-text': prices.altText,
  delete: prices.delete,
  read: prices.read,
  'owned-read': prices.ownedRead,
  upload: prices.upload,
}

/**
 * Writes a read of the own timeline into the ledger: each post is paid for once a UTC day, and free when it is read again.
 */
export async function chargeOwnedReads(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  { read, paid, job }: { read: readonly string[]; paid: ReadonlySet<string>; job: string | null },
): Promise<void> {
  if (read.length === 0) return
  const ids = read.filter((id) => !paid.has(id))
  const [count, free] = [ids.length, read.length - ids.length]
  const usd = sum([count * prices.ownedRead])
  await store.charge([{ at: clock.now().toISOString(), call: 'owned-read', job, count, usd, ids, free }])
}

/** Writes a paid call into the ledger; a post's price is its own, for it depends on its links. */
export async function charge(
  ports: Pick<Ports, 'store' | 'clock'>,
  { call, job, count = 1, usd }: { call: LedgerLine['call']; job: string | null; count?: number; usd?: number },
): Promise<void> {
  if (count === 0) return
  const price = usd ?? (call === 'post' ? prices.post : each[call]) * count
  await ports.store.charge([{ at: ports.clock.now().toISOString(), call, job, count, usd: sum([price]) }])
}
