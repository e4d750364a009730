import type { QueueRow } from './rows.ts'

/** What the owner is told when a job is done or cannot go on: a row of the queue, and where its first post is. */
export interface Notice extends QueueRow {
  readonly title: string
  readonly url: string | null
}
