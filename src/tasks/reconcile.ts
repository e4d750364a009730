import { WorldError } from '../core/problem.ts'
import type { Intent, Journal, Outcome } from '../core/publication/journal.ts'
import type { LivePost } from '../core/publication/live-post.ts'
import { matchesOf } from '../core/publication/match.ts'
import { looksWithin, provingLooks } from '../core/publication/settle.ts'
import { liveIds } from '../core/publication/step.ts'
import type { Held, Job } from '../core/queue/job.ts'
import type { Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'

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
  let empty = 0
  for (const look of [...(endedAt === null || duplicate ? [0] : []), ...looksWithin(window)]) {
    ports.progress.say(`looking whether post ${intent.n} is live`)
    await clock.sleep(Math.max(0, start + look - clock.monotonic()), signal)
    const live = await read(intent, { account, job: job.id }, ports)
    if (live === null) continue
    const claimed = idsOf([journal, ...(await journalsOfOthers(job, ports))])
    const matches = matchesOf(
      wantedOf(intent, job),
      live.filter(({ id }) => !claimed.has(id)),
    )
    if (matches.length > 1)
      return { kind: 'ask', held: ask(intent, `${matches.length} posts on the timeline could be it`) }
    if (matches[0]) return { kind: 'outcome', outcome: { kind: 'found', id: matches[0].id } }
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
    await charge(ports, { call: 'owned-read', job, count: live.length })
    return live
  } catch (cause) {
    ports.log.warn({ job, n: intent.n, fact: (cause as Error).message }, 'could not read the timeline back')
    return null
  }
}

function wantedOf({ n, replyTo, mediaKeys }: Intent, job: Job): Parameters<typeof matchesOf>[0] {
  return { text: job.posts[n - 1]?.text ?? '', replyTo, mediaKeys }
}

/** The posts that are accounted for: one that is another post, of this job or of another, cannot be this one. */
function idsOf(journals: readonly Journal[]): ReadonlySet<string> {
  return new Set(journals.flatMap((journal) => [...liveIds(journal).values()]))
}

async function journalsOfOthers(job: Job, { store }: Pick<Ports, 'store'>): Promise<readonly Journal[]> {
  const others = (await store.jobs()).filter(({ id }) => id !== job.id)
  return Promise.all(others.map(({ id }) => store.journal(id)))
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
