import type { Held, HeldReason } from '../queue/job.ts'
import type { Refused } from './answer.ts'
import type { Intent, Journal } from './journal.ts'

/** How often the same post may be tried when X proves each time that it was not written. */
const mostAttempts = 3

/** How long to wait when X does not see yet the post that this one answers. Milliseconds. */
const visibleAfter = 5_000

/** What to do next for a job. */
export type Step =
  | { readonly kind: 'finish' }
  | {
      readonly kind: 'post'
      readonly n: number
      readonly attempt: number
      readonly replyTo: string | null
      readonly after: number
    }
  /**
   * Read the timeline back: `intent` may have been applied. `duplicate`: X said it is a duplicate of something.
   * `released`: the owner looked since, and lets it be sent again where it is not found.
   */
  | { readonly kind: 'reconcile'; readonly intent: Intent; readonly duplicate: boolean; readonly released: boolean }
  | { readonly kind: 'hold'; readonly n: number; readonly held: Held }

/** What tells the next step beside the journal. */
export interface Facts {
  /** How many posts the job has. */
  readonly total: number
  /** What X refused before this instant the owner has seen to, and it may be tried again. */
  readonly releasedAt: string | null
  /** The nonce of an intent that X called a duplicate, and that was read back and not found since the owner's release. */
  readonly cleared?: string | null
}

/** The next step of a job, told by its journal. */
export function nextStep(journal: Journal, { total, ...facts }: Facts): Step {
  let replyTo: string | null = null
  for (let n = 1; n <= total; n++) {
    const entries = journal.filter((entry) => entry.intent.n === n)
    const id = idOf(entries)
    if (id === null) return stepOf(n, entries, { replyTo, ...facts })
    replyTo = id
  }
  return { kind: 'finish' }
}

/** The ids of the posts that are live, by their number; nothing where a post is not proven live. */
export function liveIds(journal: Journal): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  for (const { intent, receipt } of journal) {
    if (receipt?.outcome.kind === 'applied' || receipt?.outcome.kind === 'found') ids.set(intent.n, receipt.outcome.id)
  }
  return ids
}

function idOf(entries: Journal): string | null {
  return liveIds(entries).values().next().value ?? null
}

function stepOf(
  n: number,
  entries: Journal,
  { replyTo, releasedAt, cleared }: Omit<Facts, 'total'> & { replyTo: string | null },
): Step {
  const open = entries.find((entry) => entry.receipt === null)
  const isReleased = (since: string) => releasedAt !== null && since < releasedAt
  if (open) {
    return { kind: 'reconcile', intent: open.intent, duplicate: false, released: isReleased(open.intent.at) }
  }
  const last = entries.at(-1)
  const again = (after = 0): Step => ({ kind: 'post', n, attempt: (last?.intent.attempt ?? 0) + 1, replyTo, after })
  if (!last?.receipt) return again()
  const { outcome, at } = last.receipt
  const tries = entries.filter(
    ({ receipt }) => receipt?.outcome.kind === outcome.kind && (releasedAt ?? '') < receipt.at,
  )
  if (outcome.kind === 'refused' && outcome.reason === 'duplicate' && last.intent.nonce !== cleared) {
    return { kind: 'reconcile', intent: last.intent, duplicate: true, released: isReleased(at) }
  }
  // A job that is held and let go on in one millisecond was let go on all the same.
  const isSeenTo = isReleased(at) || at === releasedAt
  if (outcome.kind === 'removed') return hold(n, 'owner', 'you took it back')
  if (isSeenTo) return again()
  switch (outcome.kind) {
    case 'refused':
      return outcome.reason === 'invisible' && tries.length < mostAttempts ? again(visibleAfter) : holdFor(n, outcome)
    case 'absent':
      return tries.length < mostAttempts
        ? again()
        : hold(n, 'unknown', `its answer was lost ${tries.length} times over`)
    default:
      return again()
  }
}

function holdFor(n: number, { reason, detail, until }: Refused): Step {
  const held: HeldReason = reason === 'duplicate' || reason === 'invisible' ? 'rejected' : reason
  return { kind: 'hold', n, held: { reason: held, fact: `X refused post ${n}: ${detail}`, until } }
}

function hold(n: number, reason: HeldReason, fact: string): Step {
  return { kind: 'hold', n, held: { reason, fact: `Post ${n}: ${fact}`, until: null } }
}
