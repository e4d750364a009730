import { WorldError } from '../core/errors.ts'
import { unfit } from '../core/publication/fit.ts'
import { liveIds } from '../core/publication/step.ts'
import { releasedAt } from '../core/queue/change.ts'
import type { FrozenPicture, Held, Job } from '../core/queue/job.ts'
import { picturesOf } from '../core/thread/pictures.ts'
import { sum, usd } from '../core/thread/price.ts'
import type { Account, Network, Ports } from '../ports.ts'
import { allowance } from './allowance.ts'
import { lastClash, repeats } from './repeats.ts'

/** How far this machine's clock and X's may be apart: past it, times are wrong and signatures are refused. Milliseconds. */
export const mostSkew = 5 * 60_000

export type Ready =
  | { readonly kind: 'ready'; readonly account: Account }
  | { readonly kind: 'hold'; readonly held: Held }

type Needs = Pick<Ports, 'clock' | 'log' | 'settings' | 'store'> & { network: Network }

/**
 * Looks at everything that could stop a thread half-way, before it begins: the account, the clock, every post, its pictures,
 * what was said before, the budget.
 * @throws WorldError when the network does not answer, the clock is wrong, or the store belongs to another account.
 */
export async function preflight(job: Job, ports: Needs): Promise<Ready> {
  const elsewhere = bound(job, ports.network)
  if (elsewhere !== null) return { kind: 'hold', held: elsewhere }
  const account = await ports.network.me()
  await ports.store.bind(account.id, ports.network.name)
  const by = await ports.store.synced()
  if (by !== null) ports.log.warn({ by }, 'the store lies where another machine may write: keep it on this one alone')
  refuseSkew(ports.network)
  const held = (await unreadable(job, ports)) ?? (job.state === 'posting' ? null : await unready(job, account, ports))
  return held === null ? { kind: 'ready', account } : { kind: 'hold', held }
}

/** What was approved for the sandbox never goes to X, nor the other way round, though the settings have changed. */
function bound({ network }: Job, { name }: Network): Held | null {
  if (network === undefined || network === name) return null
  const fact =
    name === 'x'
      ? 'It was approved for the sandbox, and would now go to X'
      : 'It was approved for X, and would now go to the sandbox, for no keys for X are in use'
  return { reason: 'network', fact, until: null }
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

/** A picture that is damaged holds its own job, not the others. */
async function unreadable({ posts }: Job, { store }: Needs): Promise<Held | null> {
  try {
    for (const picture of posts.flatMap((post) => picturesOf<FrozenPicture>(post))) await store.image(picture)
    return null
  } catch (cause) {
    if (!(cause instanceof WorldError) || cause.code !== 'store-damaged') throw cause
    return { reason: 'store', fact: cause.message, until: null }
  }
}

/** Why a thread should not begin, or go on after it was held. */
async function unready(job: Job, account: Account, ports: Needs): Promise<Held | null> {
  const published = liveIds(await ports.store.journal(job.id))
  const rest = job.posts.filter(({ n }) => !published.has(n))
  const wrong = rest.map((post) => unfit(post, ports.settings)).find((fact) => fact !== null)
  if (wrong !== undefined) return { reason: 'rejected', fact: wrong, until: null }
  const unwise =
    (await repeatOf(job, rest, ports)) ??
    (releasedAt(job) === null ? await tooMany(job, { rest, account }, ports) : null)
  if (unwise !== null) return unwise
  const short = await overdraft({ posts: rest }, ports)
  return short === null ? null : { reason: 'budget', fact: short, until: null }
}

/** What X forgets within a day waits until then; a job that says a thing twice itself does so when its owner lets it go on. */
async function repeatOf(job: Job, rest: Job['posts'], ports: Needs): Promise<Held | null> {
  const found = await repeats(rest, { at: ports.clock.now(), job: job.id }, ports)
  const clash = lastClash(found)
  const first = clash ?? (releasedAt(job) === null ? found[0] : undefined)
  if (first === undefined) return null
  const { n, of, until } = first
  const fact = `Post ${n} says the same as ${of}, and X refuses the same words twice within a day`
  if (until === null) return { reason: 'rejected', fact, until }
  return { reason: 'limit', fact: `${fact}; queued anew with other words there it need not wait`, until }
}

/** Why X would not take the whole thread today. A job that the owner let go on tries all the same. */
async function tooMany(
  { id }: Job,
  { rest, account }: { rest: Job['posts']; account: Account },
  ports: Needs,
): Promise<Held | null> {
  const about = { at: ports.clock.now(), job: id, verified: account.verified ?? null }
  const allowed = await allowance(rest, about, ports)
  if (allowed.kind === 'enough') return null
  const { fact, until } = allowed
  if (allowed.kind === 'short') return { reason: until === null ? 'rejected' : 'limit', fact, until }
  ports.log.warn({ job: id, fact, until }, 'X may refuse a part of this thread for today; the rest would wait')
  return null
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
