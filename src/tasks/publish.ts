import { WorldError } from '../core/errors.ts'
import type { Journal } from '../core/publication/journal.ts'
import { resultsOf } from '../core/publication/results.ts'
import { nextStep, type Step } from '../core/publication/step.ts'
import { change, releasedAt } from '../core/queue/change.ts'
import type { Held, Job } from '../core/queue/job.ts'
import type { Account, Network, Ports } from '../ports.ts'
import { charge } from './charge.ts'
import { postOnce, postPriceOf } from './post-once.ts'
import { preflight } from './preflight.ts'
import { reconcile } from './reconcile.ts'

/** X counts what it is asked for in windows of a quarter of an hour. Milliseconds. */
const limitWindow = 15 * 60_000

type Needs = Omit<Ports, 'network' | 'pieces'> & { network: Network }

/**
 * Publishes a job post by post until it is posted or held, and gives back the job as it is then. When `signal` aborts it
 * stops between two posts; the job stays as it is and the next run goes on.
 * @throws WorldError when the network or the store cannot be relied on; nothing is lost, and the next run goes on.
 */
export async function publish(due: Job, ports: Needs, signal?: AbortSignal): Promise<Job> {
  const current = await ports.store.job(due.id)
  if (current !== null && !isUntouched(current, due)) return current
  const ready = await preflight(due, ports)
  if (ready.kind === 'hold') return hold(due, ready.held, ports)
  const begun = await begin(due, ports)
  const run = new Run(begun, await ports.store.journal(begun.id), ready.account)
  for (;;) {
    const job = (await ports.store.job(begun.id)) ?? begun
    if (job.state !== 'posting') return job
    const { cleared } = run
    const step = nextStep(run.journal, { total: job.posts.length, releasedAt: releasedAt(job), cleared })
    if (step.kind === 'finish') return finish(job, run.journal, ports)
    if (step.kind === 'hold') return hold(job, step.held, ports)
    const held = await take(step, run, ports, signal).catch(unlessStopped(signal))
    if (held === 'stopped') return job
    if (held !== null) return hold(job, held, ports)
  }
}

/** What one run knows beyond the journal on the disk. */
class Run {
  readonly job: Job
  readonly account: Account
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
  const { id: job, slug, posts } = run.job
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
  progress.say(`posting ${slug}: ${step.n} of ${posts.length}`)
  const done = await postOnce(step, run.job, ports)
  run.journal = await store.journal(job)
  run.endedAt = clock.monotonic()
  if (done.kind === 'hold') return done.held
  if (done.kind === 'stopped') return null
  log.info({ job, n: step.n, attempt: step.attempt, answer: done.answer }, 'asked for a post')
  return null
}

/** A job that may go on by itself after a limit is queued first, so that what was refused then counts as seen to. */
async function begin(due: Job, ports: Needs): Promise<Job> {
  const now = ports.clock.now()
  return ports.store.update(due.id, (job) => {
    if (!isUntouched(job, due) || job.state === 'posting') return job
    const queued = job.state === 'held' ? change(job, { state: 'queued' }, now) : job
    return change(queued, { state: 'posting' }, now)
  })
}

function hold(job: Job, held: Held, ports: Needs): Promise<Job> {
  const { reason, fact, until } = held
  ports.log.warn({ job: job.id, reason, fact, until }, 'held a job')
  // A limit passes by itself, also where X did not say when.
  const passes = new Date(ports.clock.now().getTime() + limitWindow).toISOString()
  return turn(job, { state: 'held', held: reason === 'limit' ? { ...held, until: until ?? passes } : held }, ports)
}

async function finish(job: Job, journal: Journal, ports: Needs): Promise<Job> {
  const results = resultsOf(journal, { total: job.posts.length })
  return turn(job, results === null ? { state: 'posted' } : { state: 'posted', results }, ports)
}

/** The owner may have changed the job since it was read; then theirs stands. */
function turn(before: Job, to: Parameters<typeof change>[1], { clock, store }: Needs): Promise<Job> {
  return store.update(before.id, (job) => (isUntouched(job, before) ? change(job, to, clock.now()) : job))
}

/** Whether a job stands as it did: each change of it, a move too, is in its history. */
function isUntouched(job: Job, before: Job): boolean {
  return job.state === before.state && job.at === before.at && job.history.length === before.history.length
}

function unlessStopped(signal: AbortSignal | undefined): (cause: unknown) => 'stopped' {
  return (cause) => {
    if (signal?.aborted && !(cause instanceof WorldError)) return 'stopped'
    throw cause
  }
}
