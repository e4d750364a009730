import { WorldError } from '../core/errors.ts'
import { paidToday } from '../core/metrics/paid.ts'
import type { Intent, Journal, Outcome } from '../core/publication/journal.ts'
import type { LivePost } from '../core/publication/live-post.ts'
import { matchesOf, matchOf } from '../core/publication/match.ts'
import { looksWithin, provingLooks } from '../core/publication/settle.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Held, Job } from '../core/queue/job.ts'
import type { Network, Ports } from '../ports.ts'
import { charge, chargeOwnedReads } from './charge.ts'
import { recount } from './recount.ts'

/** How far the clocks of this machine and of X may be apart. Milliseconds. */
const skew = 10 * 60_000

/** Where the owner settles every lost answer: how long we look before asking. Milliseconds. */
const lookBeforeAsking = 60_000
const lookBeforeSending = 10 * 60_000

export interface Lost {
  readonly intent: Intent
  /** When its request ended, on the monotonic clock; null when an earlier process made it. */
  readonly endedAt: number | null
  /** X refused it as a duplicate: it may be an earlier attempt that was applied, and is never sent again by itself. */
  readonly duplicate: boolean
  /** The owner looked since, and lets it be sent again where it is not found. */
  readonly released: boolean
}

export type Settled =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'ask'; readonly held: Held }

/**
 * Reads the own timeline back until it is certain what became of a post whose answer was lost: found there, proven
 * absent, or for the owner to decide.
 * @throws WorldError when the timeline could not be read well enough to be certain; the outcome stays unknown.
 */
export async function reconcile(
  { intent, endedAt, duplicate, released }: Lost,
  { job, journal, account }: { job: Job; journal: Journal; account: string },
  ports: Pick<Ports, 'clock' | 'log' | 'progress' | 'settings' | 'store'> & { network: Network },
  signal?: AbortSignal,
): Promise<Settled> {
  const { clock, settings } = ports
  const mayResend = released || (settings.settle !== 'ask' && !duplicate)
  const window = settings.settle !== 'ask' ? settings.settle : released ? lookBeforeSending : lookBeforeAsking
  const start = endedAt ?? clock.monotonic()
  const wanted = { text: job.posts[intent.n - 1]?.text ?? '', replyTo: intent.replyTo, mediaKeys: intent.mediaKeys }
  const claimed = new Set([...liveIds(journal).values(), ...(await idsOfOthers(job, ports))])
  let empty = 0
  const until = new Date(clock.now().getTime() + window).toISOString()
  ports.log.info(
    { job: job.id, n: intent.n, until },
    'an answer was lost: reading the timeline back, until then at most',
  )
  for (const look of [...(endedAt === null || duplicate ? [0] : []), ...looksWithin(window)]) {
    ports.progress.say(`looking whether post ${intent.n} is live`)
    await clock.sleep(Math.max(0, start + look - clock.monotonic()), signal)
    const live = await read(intent, { account, job: job.id }, ports)
    if (live === null) continue
    const matches = matchesOf(
      wanted,
      live.filter(({ id }) => !claimed.has(id)),
    )
    const app = await ourApp(matches, { live, claimed, job: job.id }, ports)
    const match = matchOf(wanted, matches, app)
    if (match.kind === 'ask') return { kind: 'ask', held: ask(intent, match.fact) }
    if (match.kind === 'one') return { kind: 'outcome', outcome: { kind: 'found', id: match.id } }
    if (look >= window) empty++
  }
  if (empty < provingLooks) throw cannotTell(intent)
  if (mayResend) return { kind: 'outcome', outcome: { kind: 'absent' } }
  return {
    kind: 'ask',
    held: ask(intent, duplicate ? 'X calls it a duplicate of a post that is not found' : 'it is not found'),
  }
}

async function read(
  intent: Intent,
  { account, job }: { account: string; job: string },
  ports: Pick<Ports, 'clock' | 'log' | 'store'> & { network: Network },
): Promise<readonly LivePost[] | null> {
  try {
    // This machine's clock may have been mended since the intent was written.
    const asked = Math.min(Date.parse(intent.at), ports.clock.now().getTime())
    const live = await ports.network.timeline(account, new Date(asked - skew))
    const paid = paidToday(await ports.store.ledger(), ports.clock.now())
    await chargeOwnedReads(ports, { read: live.map(({ id }) => id), paid, job })
    return live
  } catch (cause) {
    ports.log.warn({ job, n: intent.n, fact: (cause as Error).message }, 'could not read the timeline back')
    return null
  }
}

/** The posts of other jobs are accounted for: none of them can be this one. */
async function idsOfOthers(job: Job, ports: Pick<Ports, 'store'>): Promise<readonly string[]> {
  const others = (await ports.store.jobs()).filter(({ id }) => id !== job.id)
  const counts = await Promise.all(others.map((other) => recount(other, ports)))
  return counts.flatMap(({ live }) => [...live.values()])
}

/** How X names our app, told by a post that is known to be ours; null where that is not asked for, or not told. */
async function ourApp(
  matches: readonly LivePost[],
  { live, claimed, job }: { live: readonly LivePost[]; claimed: ReadonlySet<string>; job: string },
  ports: Pick<Ports, 'clock' | 'store'> & { network: Network },
): Promise<string | null> {
  if (matches.every(({ replyTo, source }) => replyTo !== null || source === null)) return null
  const known = live.find(({ id, source }) => claimed.has(id) && source !== null)
  if (known !== undefined) return known.source
  const newest = [...claimed].reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b), '0')
  if (newest === '0') return null
  const found = await ports.network.lookup([newest]).catch(() => [])
  await charge(ports, { call: 'read', job, count: found.length })
  return found[0]?.source ?? null
}

function ask({ n }: Intent, fact: string): Held {
  return { reason: 'unknown', fact: `Post ${n} may be live or not: its answer was lost, and ${fact}`, until: null }
}

function cannotTell({ n }: Intent): WorldError {
  return new WorldError('network', {
    message: `Cannot go on: whether post ${n} is live is not known, and the timeline could not be read`,
    hint: 'Nothing is sent until it is known; the next tick looks again.',
  })
}
