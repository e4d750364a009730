import type { Held, Job } from '../core/queue/job.ts'
import { sum, usd } from '../core/thread/price.ts'
import type { Account, Network, Ports } from '../ports.ts'

export type Ready =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'hold'; readonly held: Held }

/**
 * Looks at everything that could stop a thread half-way, before it begins: the account, the cards, the budget.
 * @throws WorldError when the network does not answer, or the store belongs to another account.
 */
export async function preflight(
  job: Job,
  ports: Pick<Ports, 'clock' | 'settings' | 'store'> & { network: Network },
): Promise<Ready> {
  const account = await ports.network.me()
  await ports.store.bind(account.id)
  for (const { card } of job.posts) if (card !== null) await ports.store.image(card)
  const overdrawn = job.state === 'posting' ? null : await overdraft(job, ports)
  if (overdrawn !== null) return { kind: 'hold', held: { reason: 'budget', fact: overdrawn, until: null } }
  return { kind: 'ready', account }
}

/** Why the thread cannot be paid from this month's budget; null when it can. */
export async function overdraft(
  { posts }: Pick<Job, 'posts'>,
  { clock, settings, store }: Pick<Ports, 'clock' | 'settings' | 'store'>,
): Promise<string | null> {
  if (settings.monthlyBudget === null) return null
  const month = clock.now().toISOString().slice(0, 7)
  const spent = sum((await store.ledger()).filter(({ at }) => at.startsWith(month)).map((line) => line.usd))
  const price = sum(posts.map((post) => post.price))
  if (spent + price <= settings.monthlyBudget) return null
  return `the thread costs ${usd(price)}, ${usd(spent)} is spent this month, and the budget is ${usd(settings.monthlyBudget)}`
}
