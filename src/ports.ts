import type { Metrics, Sample } from './core/metrics/sample.ts'
import type { Answer } from './core/publication/answer.ts'
import type { Intent, Journal, Receipt } from './core/publication/journal.ts'
import type { LedgerLine } from './core/publication/ledger.ts'
import type { Job } from './core/queue/job.ts'

/** What tasks rely on. Each port is the least that a task needs; an edge is a function that returns one. */

export interface Clock {
  now(): Date
  /** Milliseconds that never run backwards, from an arbitrary start. */
  monotonic(): number
  /** Resolves after `ms`; rejects when `signal` aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

export interface Chance {
  /** A fresh identifier that nobody can guess, for an intent. */
  nonce(): string
  /** `length` letters and digits that are easy to type, for a job's name. */
  letters(length: number): string
}

export type LogFields = Readonly<Record<string, unknown>>

export interface Log {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

/** The owner's folder of pieces: `posts/<slug>/`. */
export interface Pieces {
  list(): Promise<readonly string[]>
  /** Null when the file is not there. */
  read(slug: string, file: string): Promise<Uint8Array | null>
  /** Writes what differs from what is there, each file at once or not at all; gives back the names of the files written. */
  write(slug: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<readonly string[]>
  remove(slug: string, file: string): Promise<void>
  /** Where the file is, for showing to a person. */
  path(slug: string, file: string): string
}

/** The JSON store: `data/`. Whoever changes it holds the lock. */
export interface Store {
  /** Binds the store to one account, once; rejects when it belongs to another. */
  bind(accountId: string): Promise<void>
  jobs(): Promise<readonly Job[]>
  /** Durable when it resolves. */
  save(job: Job): Promise<void>
  /** Every intent of a job with its receipt, in the order in which they were written. */
  journal(job: string): Promise<Journal>
  /** Exclusive and durable, folder included: rejects when this attempt was written before. */
  intend(intent: Intent): Promise<void>
  receive(receipt: Receipt): Promise<void>
  /** Keeps a card as approved under the SHA-256 of its bytes, which it gives back. */
  keep(image: Uint8Array): Promise<string>
  image(sha256: string): Promise<Uint8Array>
  charge(lines: readonly LedgerLine[]): Promise<void>
  ledger(): Promise<readonly LedgerLine[]>
  record(samples: readonly Sample[]): Promise<void>
  samples(): Promise<{ readonly samples: readonly Sample[]; readonly leftOut: readonly string[] }>
}

export interface Account {
  readonly id: string
  /** With the @. */
  readonly handle: string
  readonly name: string
}

/** A picture that the network took and will show on a post. */
export interface Media {
  readonly id: string
  readonly key: string
  readonly expiresAt: string
}

export interface Outgoing {
  readonly text: string
  readonly replyTo: string | null
  readonly mediaIds: readonly string[]
}

/** A post as the network shows it, its text with links expanded and entities unescaped. */
export interface LivePost {
  readonly id: string
  readonly text: string
  readonly createdAt: string
  readonly replyTo: string | null
  readonly mediaKeys: readonly string[]
  /** The name of the app that posted it, where the network says so. */
  readonly source: string | null
  readonly metrics: Metrics
}

/** Where a job goes: X, or the sandbox. Every call has a true deadline, and none is tried again by itself. */
export interface Network {
  readonly name: 'x' | 'sandbox'
  /** Where a person sees a post. */
  linkTo(id: string, handle: string | null): string
  me(): Promise<Account>
  /** One picture, with its alternative text. */
  upload(image: Uint8Array, about: { readonly type: string; readonly alt: string }): Promise<Media>
  /** Asks once; an answer that proves neither a post nor a refusal is `unknown`. Never rejects. */
  publish(post: Outgoing): Promise<Answer>
  /** The account's own posts since `since`, newest first; rejects when they could not all be read. */
  timeline(account: string, since: Date): Promise<readonly LivePost[]>
  /** What is live of `ids`, at most 100; a post that is gone is absent from the answer. */
  lookup(ids: readonly string[]): Promise<readonly LivePost[]>
}

/** Draws: SVG in, bytes of a picture out. */
export interface Painter {
  paint(svg: string, as: 'png' | 'jpeg'): Promise<Uint8Array>
}

/** The one writer of a store. */
export interface Lock {
  /** Gives the store back to whoever comes next. */
  release(): Promise<void>
}
