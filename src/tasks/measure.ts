import { WorldError } from '../core/errors.ts'
import { paidToday } from '../core/metrics/paid.ts'
import { cheapestReading, type Reading } from '../core/metrics/reach.ts'
import type { RollUp } from '../core/metrics/rollup.ts'
import type { Audience, Sample } from '../core/metrics/sample.ts'
import { dueOf, type Measurable as Post } from '../core/metrics/schedule.ts'
import { clicksOf, metricsOf } from '../core/metrics/vocabulary.ts'
import type { LivePost } from '../core/publication/live-post.ts'
import { sum, usd } from '../core/thread/price.ts'
import type { Network, Ports } from '../ports.ts'
import { charge, chargeOwnedReads } from './charge.ts'
import { takenOf } from './recount.ts'

/** X tells the author's own figures for 30 days; an hour less, for clocks that differ. Milliseconds. */
const clicksFor = 30 * 86_400_000 - 3_600_000
const idsAtOnce = 100

/** One live post that may be measured. */
interface Measurable extends Post {
  readonly job: string
  readonly n: number
}

type Needs = Pick<Ports, 'clock' | 'store' | 'network' | 'progress' | 'settings' | 'log'>

/**
 * Samples the posts that are due, at the lowest price, and gives back the samples it wrote; once a UTC day the followers
 * too, whether or not a post is due. Asks the network for nothing when nothing is due.
 * @throws WorldError when the month's budget would not pay for it: nothing is read then.
 */
export async function measure(ports: Needs): Promise<readonly Sample[]> {
  const { clock, store, settings } = ports
  const now = clock.now()
  const [live, { rollUp }] = [await measurables(ports), await store.measured()]
  const posts = dueOf(live, sampledIn(rollUp), { now, schedule: settings.measure })
  if (posts.length === 0) return countFollowers(live, rollUp, ports)
  const ledger = await store.ledger()
  const paid = paidToday(ledger, now)
  const reading = cheapestReading(posts, { live, paid })
  const month = now.toISOString().slice(0, 7)
  const spent = sum(ledger.filter(({ at }) => at.startsWith(month)).map((line) => line.usd))
  if (reading.usd > 0 && spent + reading.usd > (settings.monthlyBudget ?? Infinity)) throw overdrawn(spent, ports)
  ports.progress.say(`measuring ${posts.length} posts`)
  const network = await ports.network()
  const audience = await follow(rollUp, network, ports)
  const found = await look(posts, { reading, paid }, { ...ports, network })
  const measuredAt = clock.now()
  const measured = posts.map((post) => sampleOf(post, found.get(post.id), measuredAt))
  await store.record([...measured, ...audience])
  return measured
}

/** On a day on which no post is due, the followers are: their curve has no gaps. */
async function countFollowers(live: readonly Measurable[], rollUp: RollUp, ports: Needs): Promise<readonly Sample[]> {
  const isMeasured = ports.settings.measure.length > 0 && live.some(({ id }) => !rollUp.posts.get(id)?.deleted)
  if (isMeasured && isFollowDue(rollUp, ports)) {
    await ports.store.record(await follow(rollUp, await ports.network(), ports))
  }
  return []
}

function isFollowDue({ audience }: RollUp, { clock }: Pick<Needs, 'clock'>): boolean {
  const day = clock.now().toISOString().slice(0, 10)
  return !audience.some(({ at }) => at.startsWith(day))
}

function sampledIn({ posts }: RollUp): Parameters<typeof dueOf>[1] {
  return new Map([...posts].map(([id, { at, written, deleted }]) => [id, { at: [at, written], deleted }]))
}

function sampleOf({ job, n, id, publishedAt }: Measurable, live: LivePost | undefined, now: Date): Sample {
  const age = Math.max(0, Math.round((now.getTime() - Date.parse(publishedAt)) / 1000))
  const figures = live?.figures ?? {}
  const told = { ...metricsOf(figures), ...clicksOf(figures) }
  return { at: now.toISOString(), job, n, id, deleted: live === undefined, age, ...told }
}

async function measurables({ store }: Pick<Ports, 'store'>): Promise<readonly Measurable[]> {
  const posts = (await store.jobs()).map(async (job) =>
    (await takenOf(job, { store })).map(({ n, id, at }) => ({ job: job.id, n, id, publishedAt: at })),
  )
  return (await Promise.all(posts)).flat()
}

/** How many follow the account: asked once a UTC day, with the day's first measurement. */
async function follow(rollUp: RollUp, network: Network, ports: Pick<Needs, 'clock'>): Promise<readonly Audience[]> {
  if (!isFollowDue(rollUp, ports)) return []
  const { followers = null } = await network.me()
  return [{ at: ports.clock.now().toISOString(), followers }]
}

/** Reads the own timeline as far as it is cheap, and looks up by id what it does not show. */
async function look(
  posts: readonly Measurable[],
  { reading, paid }: { readonly reading: Reading; readonly paid: ReadonlySet<string> },
  ports: Omit<Needs, 'network'> & { readonly network: Network },
): Promise<ReadonlyMap<string, LivePost>> {
  const { network, store, clock } = ports
  const found = new Map<string, LivePost>()
  if (reading.since !== null) {
    const account = (await store.account()) ?? (await network.me()).id
    const oldest = new Date(Date.parse(reading.since) - 60_000)
    const edge = new Date(clock.now().getTime() - clicksFor)
    const isRecent = posts.some(({ publishedAt }) => Date.parse(publishedAt) > edge.getTime())
    // X may refuse the author's own figures for posts past their time: these are read without, and again for free.
    const old = oldest < edge ? await network.timeline(account, oldest) : []
    const since = oldest < edge ? edge : oldest
    const recent = isRecent ? await withClicks(account, since, ports) : []
    for (const post of [...old, ...recent]) found.set(post.id, post)
    await chargeOwnedReads(ports, { read: [...found.keys()], paid, job: null })
  }
  const missing = posts.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  for (let from = 0; from < missing.length; from += idsAtOnce) {
    const live = await network.lookup(missing.slice(from, from + idsAtOnce))
    await charge(ports, { call: 'read', job: null, count: live.length })
    for (const post of live) found.set(post.id, post)
  }
  return found
}

/** Whoever may not have the author's own figures still has the public ones. */
async function withClicks(
  account: string,
  since: Date,
  { network, log }: Pick<Ports, 'log'> & { readonly network: Network },
): Promise<readonly LivePost[]> {
  try {
    return await network.timeline(account, since, { clicks: true })
  } catch (cause) {
    log.warn({ fact: (cause as Error).message }, 'could not read the clicks; reading without them')
    return network.timeline(account, since)
  }
}

function overdrawn(spent: number, { settings: { monthlyBudget } }: Needs): WorldError {
  return new WorldError('budget', {
    message: `Cannot measure: ${usd(spent)} is spent this month, and the budget is ${usd(monthlyBudget ?? 0)}`,
    hint: 'Raise BROADSIDE_MONTHLY_BUDGET, or wait for the next month; what X counted meanwhile is not lost.',
  })
}
