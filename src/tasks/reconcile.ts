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

export interface Lost {
  readonly intent: Intent
  /** When its request ended, on the monotonic clock; null when an earlier process made it. */
  readonly endedAt: number | null
  /** X refused it as a duplicate: it may be an earlier attempt that was applied, and is never sent again by itself. */
  readonly duplicate: boolean
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
  { intent, endedAt, duplicate }: Lost,
  { job, journal, account }: { job: Job; journal: Journal; account: string },
  ports: Pick<Ports, 'clock' | 'log' | 'progress' | 'settings' | 'store'> & { network: Network },
  signal?: AbortSignal,
): Promise<Settled> {
  const { clock, settings } = ports
  const mayResend = settings.settle !== 'ask' && !duplicate
  const window = settings.settle === 'ask' ? lookBeforeAsking : settings.settle
  const start = endedAt ?? clock.monotonic()
  let empty = 0
  for (const look of [...(endedAt === null || duplicate ? [0] : []), ...looksWithin(window)]) {
    ports.progress.say(`looking whether post ${intent.n} is live`)
    await clock.sleep(Math.max(0, start + look - clock.monotonic()), signal)
    const live = await read(intent, { account, job: job.id }, ports)
    if (live === null) continue
    const matches = matchesOf(wantedOf(intent, job), unclaimed(live, journal))
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
    const live = await ports.network.timeline(account, new Date(Date.parse(intent.at) - skew))
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

/** A post that the journal already counts as another one cannot be this one. */
function unclaimed(live: readonly LivePost[], journal: Journal): readonly LivePost[] {
  const claimed = new Set(liveIds(journal).values())
  return live.filter(({ id }) => !claimed.has(id))
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
