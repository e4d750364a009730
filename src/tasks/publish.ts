import { WorldError } from '../core/problem.ts'
import type { Journal } from '../core/publication/journal.ts'
import { nextStep, type Step } from '../core/publication/step.ts'
import { change, releasedAt } from '../core/queue/change.ts'
import type { Held, Job } from '../core/queue/job.ts'
import type { Account, Media, Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { postOnce, postPriceOf } from './post-once.ts'
import { preflight } from './preflight.ts'
import { reconcile } from './reconcile.ts'

type Needs = Omit<Ports, 'network' | 'pieces'> & { network: Network }

/**
 * Publishes a job post by post until it is posted or held, and gives back the job as it is then. When `signal` aborts it
 * stops between two posts; the job stays as it is and the next run goes on.
 * @throws WorldError when the network or the store cannot be relied on; nothing is lost, and the next run goes on.
 */
export async function publish(due: Job, ports: Needs, signal?: AbortSignal): Promise<Job> {
  const ready = await preflight(due, ports)
  if (ready.kind === 'hold') return hold(due.id, ready.held, ports)
  const begun = await begin(due.id, ports)
  const run = new Run(begun, await ports.store.journal(begun.id), ready.account)
  for (;;) {
    const job = (await ports.store.job(begun.id)) ?? begun
    if (job.state !== 'posting') return job
    const { cleared } = run
    const step = nextStep(run.journal, { total: job.posts.length, releasedAt: releasedAt(job), cleared })
    if (step.kind === 'finish') return turn(job.id, { state: 'posted' }, ports)
    if (step.kind === 'hold') return hold(job.id, step.held, ports)
    const held = await take(step, run, ports, signal).catch(unlessStopped(signal))
    if (held === 'stopped') return job
    if (held !== null) return hold(job.id, held, ports)
  }
}

/** What one run knows beyond the journal on the disk. */
class Run {
  readonly job: Job
  readonly account: Account
  /** The cards that X has taken, by the number of their post. */
  readonly uploads = new Map<number, Media>()
  journal: Journal
  /** When the request of the last intent ended, on the monotonic clock; null when an earlier run made it. */
  endedAt: number | null = null
  /** The nonce of the intent that X called a duplicate, once it was looked for again and not found. */
  cleared: string | null = null
  constructor(job: Job, journal: Journal, account: Account) {
    this.job = job
    this.journal = journal
    this.account = account
  }
}

/** One step: null when the job goes on. */
async function take(
  step: Extract<Step, { kind: 'post' | 'reconcile' }>,
  run: Run,
  ports: Needs,
  signal?: AbortSignal,
): Promise<Held | null> {
  const { clock, store, settings, log, progress } = ports
  const { id: job, posts } = run.job
  if (step.kind === 'reconcile') {
    const { intent, duplicate, released } = step
    const lost = { intent, endedAt: run.endedAt, duplicate, released }
    const settled = await reconcile(
      lost,
      { job: run.job, journal: run.journal, account: run.account.id },
      ports,
      signal,
    )
    if (settled.kind === 'ask') return settled.held
    const { n, attempt, nonce } = intent
    log.info({ job, n, attempt, outcome: settled.outcome.kind }, 'settled a lost answer')
    if (duplicate && settled.outcome.kind === 'absent') {
      run.cleared = nonce
      return null
    }
    await store.receive({ schema: 1, job, n, attempt, at: clock.now().toISOString(), outcome: settled.outcome })
    if (settled.outcome.kind === 'found')
      await charge(ports, { call: 'post', job, usd: postPriceOf(run.job.posts[n - 1]) })
    run.journal = await store.journal(job)
    return null
  }
  const isFirst = run.journal.every(({ receipt }) => receipt === null)
  await clock.sleep(Math.max(isFirst ? 0 : settings.pace, step.after), signal)
  progress.say(`publishing post ${step.n} of ${posts.length}`)
  const done = await postOnce(step, run, ports)
  run.journal = await store.journal(job)
  run.endedAt = clock.monotonic()
  if (done.kind === 'hold') return done.held
  log.info({ job, n: step.n, attempt: step.attempt, answer: done.answer }, 'asked for a post')
  return null
}

/** A job that may go on by itself after a limit is queued first, so that what was refused then counts as seen to. */
async function begin(id: string, ports: Needs): Promise<Job> {
  const now = ports.clock.now()
  return ports.store.update(id, (job) => {
    const queued = job.state === 'held' && job.held.until !== null ? change(job, { state: 'queued' }, now) : job
    return queued.state === 'queued' ? change(queued, { state: 'posting' }, now) : queued
  })
}

function hold(id: string, held: Held, ports: Needs): Promise<Job> {
  ports.log.warn({ job: id, reason: held.reason, fact: held.fact }, 'held a job')
  return turn(id, { state: 'held', held }, ports)
}

/** The owner may have changed the job meanwhile; then theirs stands. */
function turn(id: string, to: Parameters<typeof change>[1], { clock, store }: Needs): Promise<Job> {
  return store.update(id, (job) =>
    job.state === 'posting' || job.state === 'queued' ? change(job, to, clock.now()) : job,
  )
}

function unlessStopped(signal: AbortSignal | undefined): (cause: unknown) => 'stopped' {
  return (cause) => {
    if (signal?.aborted && !(cause instanceof WorldError)) return 'stopped'
    throw cause
  }
}
