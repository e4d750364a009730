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
  readonly state: 'live' | 'unknown' | 'waiting'
  readonly id: string | null
  readonly url: string | null
}

export type StatusRow = Omit<QueueRow, 'posts'> & { readonly posts: readonly StatusPost[] }

/** What the journal proves of a job's posts: the ids of those that are live, and the numbers of those that may be. */
export interface Progress {
  readonly live: ReadonlyMap<number, string>
  readonly unknown: ReadonlySet<number>
}

export function queueRow(job: Job, { live }: Progress): QueueRow {
  const { id, slug, state, at, posts } = job
  return { id, slug, state, at, posts: posts.length, published: live.size, why: whyHeld(job) }
}

export function statusRow(job: Job, progress: Progress, linkTo: (id: string) => string): StatusRow {
  return {
    ...queueRow(job, progress),
    posts: job.posts.map(({ n, text }) => {
      const id = progress.live.get(n) ?? null
      const state = id !== null ? 'live' : progress.unknown.has(n) ? 'unknown' : 'waiting'
      return { n, text, state, id, url: id === null ? null : linkTo(id) }
    }),
  }
}
