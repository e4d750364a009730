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
  /** Read the timeline back: `intent` may have been applied. `refused`: X said it is a duplicate of something. */
  | { readonly kind: 'reconcile'; readonly intent: Intent; readonly duplicate: boolean }
  | { readonly kind: 'hold'; readonly n: number; readonly held: Held }

/**
 * The next step of a job of `total` posts, told by its journal alone. `releasedAt`: what X refused before this instant
 * the owner has seen to, and it may be tried again.
 */
export function nextStep(journal: Journal, { total, releasedAt }: { total: number; releasedAt: string | null }): Step {
  let replyTo: string | null = null
  for (let n = 1; n <= total; n++) {
    const entries = journal.filter((entry) => entry.intent.n === n)
    const id = idOf(entries)
    if (id === null) return stepOf(n, entries, { replyTo, releasedAt })
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
  { replyTo, releasedAt }: { replyTo: string | null; releasedAt: string | null },
): Step {
  const open = entries.find((entry) => entry.receipt === null)
  if (open) return { kind: 'reconcile', intent: open.intent, duplicate: false }
  const last = entries.at(-1)
  const again = (after = 0): Step => ({ kind: 'post', n, attempt: (last?.intent.attempt ?? 0) + 1, replyTo, after })
  if (!last?.receipt) return again()
  const { outcome, at } = last.receipt
  const isSettled = releasedAt !== null && at < releasedAt
  const tries = entries.filter(
    ({ receipt }) => receipt?.outcome.kind === outcome.kind && (releasedAt ?? '') < receipt.at,
  )
  if (outcome.kind === 'unsent' || isSettled) return again()
  if (outcome.kind === 'absent') {
    return tries.length < mostAttempts ? again() : hold(n, 'unknown', `its answer was lost ${tries.length} times over`)
  }
  if (outcome.kind !== 'refused') return again()
  if (outcome.reason === 'duplicate') return { kind: 'reconcile', intent: last.intent, duplicate: true }
  if (outcome.reason === 'invisible' && tries.length < mostAttempts) return again(visibleAfter)
  return holdFor(n, outcome)
}

function holdFor(n: number, { reason, detail, until }: Refused): Step {
  const held: HeldReason = reason === 'duplicate' || reason === 'invisible' ? 'rejected' : reason
  return { kind: 'hold', n, held: { reason: held, fact: `X refused post ${n}: ${detail}`, until } }
}

function hold(n: number, reason: HeldReason, fact: string): Step {
  return { kind: 'hold', n, held: { reason, fact: `Post ${n}: ${fact}`, until: null } }
}
