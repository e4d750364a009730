import type { HeldReason, Job } from './job.ts'
import { spell } from './spell.ts'

const remedies: { readonly [R in HeldReason]: (id: string) => string } = {
  late: (id) =>
    `"broadside release ${id}" publishes it now, "broadside move ${id} next" in the next free slot, "broadside cancel ${id}" not at all.`,
  unknown: (id) =>
    `Look at your profile. If the post is there: "broadside adopt ${id} <n> <url>"; then, or if it is not: "broadside release ${id}", which reads the timeline back again before it sends anything.`,
  auth: (id) => `Mend the X_ keys in .env, then "broadside release ${id}".`,
  credits: (id) => `Buy credits or raise the spend cap in X's developer portal, then "broadside release ${id}".`,
  limit: () => 'It goes on by itself when the limit has passed.',
  rejected: (id) =>
    `"broadside release ${id}" asks once more; if X still refuses, "broadside cancel ${id}" and mend the piece.`,
  'reply-rule': (id) =>
    `X lets this app not answer its own posts: post the rest by hand, or ask X, then "broadside release ${id}".`,
  network: (id) =>
    `"broadside cancel ${id}" and queue the piece again for where it is to go; or set the X_ keys as they were, then "broadside release ${id}".`,
  budget: (id) => `Raise BROADSIDE_MONTHLY_BUDGET or wait for next month, then "broadside release ${id}".`,
  store: (id) => `Mend the store and "broadside release ${id}", if it is still to go out; or "broadside cancel ${id}".`,
  owner: (id) => `"broadside release ${id}" lets it go on.`,
}

/**
 * Why a job is held, when it goes on by itself, in the owner's zone, or else the one thing to do about it; null while it is
 * not held.
 */
export function whyHeld(job: Job, timezone = 'UTC'): string | null {
  if (job.state !== 'held') return null
  const { fact, reason, until } = job.held
  const remedy = remedies[reason](job.id)
  if (until === null) return `${fact}. ${remedy}`
  const goesOn = `${fact}. It goes on by itself at ${spell(new Date(later(until, job.at)), timezone)}.`
  return reason === 'limit' ? goesOn : `${goesOn} ${remedy}`
}

/** Instants sort as text. A job that was moved meanwhile waits for its new time. */
function later(a: string, b: string): string {
  return a < b ? b : a
}
