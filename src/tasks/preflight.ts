import { WorldError } from '../core/problem.ts'
import { unfit } from '../core/publication/fit.ts'
import { liveIds } from '../core/publication/step.ts'
import { releasedAt } from '../core/queue/change.ts'
import type { Held, Job } from '../core/queue/job.ts'
import { sum, usd } from '../core/thread/price.ts'
import type { Account, Network, Ports } from '../ports.ts'
import { repeats } from './repeats.ts'

/** How far this machine's clock and X's may be apart: past it, times are wrong and signatures are refused. Milliseconds. */
export const mostSkew = 5 * 60_000

export type Ready =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'hold'; readonly held: Held }

type Needs = Pick<Ports, 'clock' | 'settings' | 'store'> & { network: Network }

/**
 * Looks at everything that could stop a thread half-way, before it begins: the account, the clock, every post, the cards,
 * what was said before, the budget.
 * @throws WorldError when the network does not answer, the clock is wrong, or the store belongs to another account.
 */
export async function preflight(job: Job, ports: Needs): Promise<Ready> {
  const account = await ports.network.me()
  await ports.store.bind(account.id)
  refuseSkew(ports.network)
  const held = (await unreadable(job, ports)) ?? (job.state === 'posting' ? null : await unready(job, ports))
  return held === null ? { kind: 'ready', account } : { kind: 'hold', held }
}

function refuseSkew({ name, skew }: Network): void {
  const ahead = skew()
  // The sandbox may keep a time of its own.
  if (name !== 'x' || ahead === null || Math.abs(ahead) <= mostSkew) return
  throw new WorldError('clock', {
    message: `Cannot publish: the clock of this machine is ${skewOf(ahead)}`,
    hint: 'Set the clock by the internet; nothing is lost, and the next tick goes on.',
  })
}

/** "7 minutes behind that of X". */
export function skewOf(ahead: number): string {
  const [count, unit] = Math.abs(ahead) < 120_000 ? [1_000, 'seconds'] : [60_000, 'minutes']
  return `${Math.round(Math.abs(ahead) / count)} ${unit} ${ahead > 0 ? 'behind' : 'ahead of'} that of X`
}

/** A card that is damaged holds its own job, not the others. */
async function unreadable({ posts }: Job, { store }: Needs): Promise<Held | null> {
  try {
    for (const { card } of posts) if (card !== null) await store.image(card)
    return null
  } catch (cause) {
    if (!(cause instanceof WorldError) || cause.code !== 'store-damaged') throw cause
    return { reason: 'store', fact: cause.message, until: null }
  }
}

/** Why a thread should not begin, or go on after it was held. */
async function unready(job: Job, ports: Needs): Promise<Held | null> {
  const published = liveIds(await ports.store.journal(job.id))
  const rest = job.posts.filter(({ n }) => !published.has(n))
  const wrong = rest.map((post) => unfit(post, ports.settings)).find((fact) => fact !== null)
  if (wrong !== undefined) return { reason: 'rejected', fact: wrong, until: null }
  const repeated = releasedAt(job) === null ? await repeatOf(job, rest, ports) : null
  if (repeated !== null) return repeated
  const short = await overdraft({ posts: rest }, ports)
  return short === null ? null : { reason: 'budget', fact: short, until: null }
}

/** A job that the owner let go on says it again knowingly. */
async function repeatOf(job: Job, rest: Job['posts'], ports: Needs): Promise<Held | null> {
  const [first] = await repeats(rest, { at: ports.clock.now(), job: job.id }, ports)
  if (first === undefined) return null
  const fact = `Post ${first.n} says the same as ${first.of}, and X refuses the same words twice within a day`
  return { reason: 'rejected', fact, until: first.until }
}

/** Why the thread cannot be paid from this month's budget; null when it can. */
export async function overdraft(
  { posts }: { readonly posts: readonly { readonly price: number }[] },
  { clock, settings, store }: Pick<Ports, 'clock' | 'settings' | 'store'>,
): Promise<string | null> {
  if (settings.monthlyBudget === null) return null
  const month = clock.now().toISOString().slice(0, 7)
  const spent = sum((await store.ledger()).filter(({ at }) => at.startsWith(month)).map((line) => line.usd))
  const price = sum(posts.map((post) => post.price))
  if (spent + price <= settings.monthlyBudget) return null
  return `the thread costs ${usd(price)}, ${usd(spent)} is spent this month, and the budget is ${usd(settings.monthlyBudget)}`
}
