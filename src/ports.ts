import type { Logo } from './core/card/logo.ts'
import type { Picture } from './core/card/picture.ts'
import type { Rgb } from './core/card/reduce.ts'
import type { Shaper } from './core/card/shaper.ts'
import type { Theme } from './core/card/theme.ts'
import type { Month } from './core/metrics/rollup-file.ts'
import type { MetricsRecord, Sample } from './core/metrics/sample.ts'
import type { Answer } from './core/publication/answer.ts'
import type { Intent, Journal, Receipt } from './core/publication/journal.ts'
import type { LedgerLine } from './core/publication/ledger.ts'
import type { LivePost } from './core/publication/live-post.ts'
import type { Notice } from './core/publication/notice.ts'
import type { Upload } from './core/publication/upload.ts'
import type { Job, NetworkName } from './core/queue/job.ts'
import type { ReadPhrases } from './core/queue/phrase.ts'
import type { DigestNotice } from './core/report/digest.ts'
import type { Settings } from './core/settings.ts'

/** What tasks rely on. Each port is the least that a task needs; an edge is a function that returns one. */

export interface Clock {
  now(): Date
  /** Milliseconds that never run backwards, from an arbitrary start. */
  monotonic(): number
  /** Resolves after `ms`; rejects when `signal` aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** Numbers nobody can guess, and the hash that tells two texts apart. */
export interface Chance {
  /** Hexadecimal SHA-256 of the bytes, or of the text in UTF-8. */
  sha256(content: string | Uint8Array): string
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
  /** Where the file is, for showing to a person. */
  path(slug: string, file: string): string
}

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp'

/** Says to whoever watches what is being done; silent where nobody does. */
export interface Progress {
  say(what: string): void
  /** Says it also where nobody watches as it goes; absent where nobody reads it. */
  note?(what: string): void
}

/** The JSON store: `data/`. Whoever changes it holds the lock. */
export interface Store {
  /** What copies its folder elsewhere while it is written, or keeps it elsewhere; null where nothing is known to. */
  synced(): Promise<string | null>
  /** Binds the store to one account, once; rejects when it belongs to another. */
  bind(accountId: string, network: NetworkName): Promise<void>
  /** Every job; with `endedSince`, but for those that were over before it: these cost next to nothing then. */
  jobs(asked?: { readonly endedSince: Date }): Promise<readonly Job[]>
  /** How many there are, with those that are over. */
  countJobs(): Promise<number>
  /** Null when there is none of that name. */
  job(id: string): Promise<Job | null>
  /** Adds a job under a name that no other has. Durable when it resolves. */
  add(job: Job): Promise<void>
  /** Replaces a job by what `change` makes of it as it stands; changes wait for each other, and one that throws is none. */
  update(id: string, change: (job: Job) => Job): Promise<Job>
  /** Every intent of a job with its receipt, in the order in which they were written. */
  journal(job: string): Promise<Journal>
  /** Exclusive and durable, folder included: rejects when this attempt was written before. */
  intend(intent: Intent): Promise<void>
  /** Write-once; that a post was found after all, or taken back, is kept beside what it outweighs. */
  receive(receipt: Receipt): Promise<void>
  /** What X keeps of a post's picture, as far as was written down; null where nothing was. */
  upload(picture: Pick<Upload, 'job' | 'n' | 'place'>): Promise<Upload | null>
  /** Writes down that X took a picture, in place of what was known of it. Durable when it resolves. */
  keepUpload(upload: Upload): Promise<void>
  /** Keeps a picture as approved under the SHA-256 of its bytes, which it gives back. */
  keep(image: Uint8Array, type: ImageType): Promise<string>
  /** The bytes as approved; rejects when they are not what their hash says. */
  image(card: { readonly sha256: string; readonly type: ImageType }): Promise<Uint8Array>
  charge(lines: readonly LedgerLine[]): Promise<void>
  ledger(): Promise<readonly LedgerLine[]>
  /** The same, with a sentence for each stretch of the ledger that could not be trusted. */
  books(): Promise<{ readonly lines: readonly LedgerLine[]; readonly leftOut: readonly string[] }>
  /** The account the store belongs to; null until it first published. */
  account(): Promise<string | null>
  record(records: readonly MetricsRecord[]): Promise<void>
  /** What all samples come to, from the roll-ups that are kept beside them. */
  measured(): Promise<Month>
  samples(): Promise<{ readonly samples: readonly Sample[]; readonly leftOut: readonly string[] }>
  /** The Monday whose digest was told last, like 2026-11-23; null before the first. */
  lastDigest(): Promise<string | null>
  noteDigest(day: string): Promise<void>
}

export interface Account {
  readonly id: string
  /** With the @. */
  readonly handle: string
  readonly name: string
  /** Where the network tells it. */
  readonly followers?: number
  /** Whether it bears the network's check mark, where the network tells it. */
  readonly verified?: boolean
}

/** A picture that the network took and will show on a post. */
export interface Media {
  readonly id: string
  readonly key: string
  readonly expiresAt: string
}

export type Uploaded = { readonly kind: 'uploaded'; readonly media: Media } | Exclude<Answer, { kind: 'applied' }>

export interface Outgoing {
  readonly text: string
  readonly replyTo: string | null
  readonly mediaIds: readonly string[]
}

/** Where a job goes: X, or the sandbox. Every call has a true deadline, and none is tried again by itself. */
export interface Network {
  readonly name: NetworkName
  me(): Promise<Account>
  /** One picture, with its alternative text. Nothing is public before a post shows it. Never rejects. */
  upload(image: Uint8Array, about: { readonly type: ImageType; readonly alt: string }): Promise<Uploaded>
  /** Asks once; an answer that proves neither a post nor a refusal is `unknown`. Never rejects. */
  publish(post: Outgoing): Promise<Answer>
  /**
   * The account's own posts since `since`, newest first; rejects when they could not all be read. X tells the figures
   * for the author alone (`clicks`) of its last 30 days only.
   */
  timeline(account: string, since: Date, asking?: { readonly clicks: boolean }): Promise<readonly LivePost[]>
  /** What is live of `ids`, at most 100; a post that is gone is absent from the answer. */
  lookup(ids: readonly string[]): Promise<readonly LivePost[]>
  /** Takes one of the account's own posts back; false when there was none to take. Rejects when it may still be live. */
  remove(id: string): Promise<boolean>
  /** By how many milliseconds the network's clock is ahead of this machine's, as its last answer said; null before any. */
  skew(): number | null
}

/** Draws: a picture in, bytes of a file out; rejects with `UnfitPictureError` where the owner's photo is unfit. */
export interface Painter {
  paint(picture: Picture, as: 'png' | 'jpeg'): Promise<Uint8Array>
  /** The drawing of an emoji as SVG, or null where there is none. */
  emoji(character: string): Promise<string | null>
  /** How much of a logo each of its colours takes; rejects with `UnfitPictureError` where it cannot be read. */
  colours(logo: Logo): Promise<ReadonlyMap<Rgb, number>>
}

/** Tells the owner, where they asked for it, that a job is done or held, and on Mondays how the week was. */
export interface Notices {
  /** Never rejects: a notice that is lost costs no work. */
  tell(notice: Notice | DigestNotice): Promise<void>
}

/** Something one process asks of another: a task's name and its arguments, as JSON. */
export interface Request {
  readonly task: string
  readonly args: unknown
}

export type Held =
  | { readonly kind: 'mine'; release(): Promise<void> }
  /** Asks the holder, and rejects with exit code 75 when it does not answer. */
  | { readonly kind: 'anothers'; ask(request: Request): Promise<unknown> }

/** Lets one process write the store. The kernel frees it when its holder dies. */
export interface Lock {
  /** Takes it and serves what others ask meanwhile, or gives the means to ask its holder. */
  take(serve: (request: Request) => Promise<unknown>): Promise<Held>
}

/** Everything that tasks may rely on, put together by `wire.ts`; each task names the part it needs. */
export interface Ports {
  readonly settings: Settings
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly progress: Progress
  readonly pieces: Pieces
  readonly store: Store
  readonly lock: Lock
  readonly notices: Notices
  readonly painter: Painter
  /** The fonts, read when first needed. */
  shaper(): Promise<Shaper>
  /** The card themes by name, read when first needed. */
  themes(): Promise<ReadonlyMap<string, Theme>>
  /** Whether no keys are set and the sandbox stands in for X. */
  readonly sandboxed: boolean
  /** Opened when first needed: the sandbox is started then, if it is to stand in for X. */
  network(): Promise<Network>
}

/** A stand-in for X that runs here. */
export interface Sandbox {
  /** Where its API and its timeline page are: http://127.0.0.1:port. */
  readonly url: string
  close(): Promise<void>
}

export interface SandboxOptions {
  /** 0: any free one. */
  readonly port: number
  /** The faults file as it was read, and its name for telling what is wrong with it; null: no faults. */
  readonly faults: { readonly json: string; readonly file: string } | null
}

/** What the system's supervisor is to run, and what it is told. */
export interface ServicePlan {
  /** "systemd", "launchd", "the task scheduler". */
  readonly supervisor: string
  readonly name: string
  /** The file that describes it to the supervisor, and what stands in it. */
  readonly file: string
  readonly text: string
  /** What else the owner may want to do by hand. */
  readonly advice: string
}

/** `outdated`: what is written there is not what would be written now; another Node, or another place of the program. */
export type ServiceState = 'absent' | 'outdated' | 'stopped' | 'running'

/** The system's own way of running the scheduler of this home. */
export interface Service {
  /** @throws InputError on a system whose supervisor is not known. */
  plan(): ServicePlan
  /** Writes it and starts it anew; rejects when it does not run then. */
  install(): Promise<void>
  /** Stops it and takes it away; false when there was none. */
  remove(): Promise<boolean>
  state(): Promise<ServiceState>
}

/** What a home stands on. */
export interface Ground {
  /** Where the store is, or will be. */
  readonly data: string
  /** Bytes that are free on its disk. */
  readonly free: number
  readonly hasStore: boolean
  readonly isWritable: boolean
  /** Whether others on this machine may look into it. */
  readonly opens: { readonly data: boolean; readonly settings: boolean }
}

/** A server on this machine alone. */
export interface Listening {
  /** http://127.0.0.1:port */
  readonly url: string
  close(): Promise<void>
}

/** The log, also for whoever watches. */
export interface Echo {
  /** For a person, or a line of JSON each. */
  readonly as: 'words' | 'json'
  /** Given whole lines. */
  write(lines: string): void
}

/** All ports of one home, and the way to leave it. */
export interface Workshop extends Ports {
  /** Understands times as people say them. */
  readonly phrases: ReadPhrases
  readonly service: Service
  ground(): Promise<Ground>
  /**
   * Answers requests that name this machine, and comes from it, on `port` (0: any free one).
   * @throws WorldError when the port cannot be listened on.
   */
  listen(answer: (request: globalThis.Request) => Response | Promise<Response>, port: number): Promise<Listening>
  /** Calls `beat` at the start of every minute; gives back the way to stop. */
  everyMinute(beat: () => void): () => Promise<void>
  /** Runs the sandbox of this home, as `broadside sandbox` does, until it is closed. */
  openSandbox(options: SandboxOptions): Promise<Sandbox>
  close(): Promise<void>
}

/** How a face enters a home: `environment` is laid over its `.env`. */
export type Open = (
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
  faces: { readonly progress: Progress; readonly echo?: Echo | null },
) => Promise<Workshop>
