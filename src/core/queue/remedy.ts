import type { HeldReason, Job } from './job.ts'

const remedies: { readonly [R in HeldReason]: (id: string) => string } = {
  late: (id) => `"broadside release ${id}" publishes it now, "broadside cancel ${id}" does not.`,
  unknown: (id) =>
    `Look at your profile. If the post is there: "broadside adopt ${id} <n> <url>"; then, or if it is not: "broadside release ${id}", which reads the timeline back again before it sends anything.`,
  auth: (id) => `Mend the X_ keys in .env, then "broadside release ${id}".`,
  credits: (id) => `Buy credits or raise the spend cap in X's developer portal, then "broadside release ${id}".`,
  limit: () => 'It goes on by itself when the limit has passed.',
  rejected: (id) =>
    `"broadside release ${id}" asks once more; if X still refuses, "broadside cancel ${id}" and mend the piece.`,
  'reply-rule': (id) =>
    `X lets this app not answer its own posts: post the rest by hand, or ask X, then "broadside release ${id}".`,
  budget: (id) => `Raise BROADSIDE_MONTHLY_BUDGET or wait for next month, then "broadside release ${id}".`,
  store: (id) => `Mend the store, then "broadside release ${id}".`,
  owner: (id) => `"broadside release ${id}" lets it go on.`,
}

/** Why a job is held and the one thing to do about it; null while it is not held. */
export function whyHeld(job: Job): string | null {
  return job.state === 'held' ? `${job.held.fact}. ${remedies[job.held.reason](job.id)}` : null
}
