import type { Job } from '../queue/job.ts'
import { whyHeld } from '../queue/remedy.ts'

/** One job as `queue --json` shows it. */
export interface QueueRow {
  readonly id: string
  readonly slug: string
  readonly state: Job['state']
  readonly at: string
  /** How many posts it has, and how many of them are live. */
  readonly posts: number
  readonly published: number
  readonly why: string | null
}

/** One post as `status --json` shows it. */
export interface StatusPost {
  readonly n: number
  readonly text: string
  /** `unknown`: it may be live; `removed`: it was, and was taken back; `unsent`: it is not live, and its job is over. */
  readonly state: 'live' | 'unknown' | 'waiting' | 'removed' | 'unsent'
  readonly id: string | null
  readonly url: string | null
}

export type StatusRow = Omit<QueueRow, 'posts'> & { readonly posts: readonly StatusPost[] }

/** What the journal proves of a job's posts, by their numbers. */
export interface Progress {
  /** The ids of those that are live. */
  readonly live: ReadonlyMap<number, string>
  /** Those that may be live. */
  readonly unknown: ReadonlySet<number>
  /** Those that were taken back. */
  readonly removed: ReadonlySet<number>
}

/** The row of a job. `timezone`: the owner's, in which it says when a held one goes on. */
export function queueRow(job: Job, { live }: Progress, timezone?: string): QueueRow {
  const { id, slug, state, at, posts } = job
  return { id, slug, state, at, posts: posts.length, published: live.size, why: whyHeld(job, timezone) }
}

export function statusRow(
  job: Job,
  progress: Progress,
  { linkTo, timezone }: { readonly linkTo: (id: string) => string; readonly timezone?: string },
): StatusRow {
  return {
    ...queueRow(job, progress, timezone),
    posts: job.posts.map(({ n, text }) => {
      const id = progress.live.get(n) ?? null
      return { n, text, state: stateOf(n, job, progress), id, url: id === null ? null : linkTo(id) }
    }),
  }
}

function stateOf(n: number, { state }: Job, { live, unknown, removed }: Progress): StatusPost['state'] {
  if (live.has(n)) return 'live'
  if (unknown.has(n)) return 'unknown'
  if (removed.has(n)) return 'removed'
  return state === 'cancelled' || state === 'retracted' ? 'unsent' : 'waiting'
}
