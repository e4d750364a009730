import { once } from 'node:events'
import { WorldError } from '../core/errors.ts'
import { outlookOf, type Outlook } from '../core/queue/outlook.ts'
import type { Workshop } from '../ports.ts'
import { openDesk } from '../tasks/desk.ts'
import { measuringQuietly } from '../tasks/measure-quietly.ts'
import { monday } from '../tasks/monday.ts'

/** What can be seen of a scheduler from outside. */
export interface Watched {
  readonly startedAt: Date
  /** When the minute last struck: it strikes also while a thread is being posted. */
  readonly struckAt: Date
  /** When it last saw to all that was due; null before the first time. */
  readonly lookedAt: Date | null
  /** What went wrong then; null when nothing did. */
  readonly failure: Failure | null
  readonly outlook: Outlook | null
}

type Failure = Pick<WorldError, 'code' | 'message' | 'hint'>

/**
 * The scheduler: holds the store, does what is due each minute, and serves what other commands ask, until `signal` aborts;
 * a post under way is finished first. `watch` is told whenever something changes.
 * @throws WorldError when another process holds the store.
 */
export async function runDaemon(
  shop: Workshop,
  signal: AbortSignal,
  watch: (watched: Watched) => void = () => undefined,
): Promise<void> {
  const startedAt = shop.clock.now()
  let watched: Watched = { startedAt, struckAt: startedAt, lookedAt: null, failure: null, outlook: null }
  const see = (change: Partial<Watched>) => watch((watched = { ...watched, ...change }))
  const broken = new AbortController()
  const over = AbortSignal.any([signal, broken.signal])
  const desk = openDesk(shop, over)
  const held = await shop.lock.take((request) => desk.serve(request).finally(() => void lookAhead(shop).then(see)))
  if (held.kind === 'anothers') throw alreadyRuns()
  const work = {
    tick: async () => (await desk.run('tick', {}, over)).failure,
    measure: measuringQuietly(() => desk.run('measure', {}), shop),
  }
  let beating = Promise.resolve()
  let isBeating = false
  const beat = () => {
    see({ struckAt: shop.clock.now() })
    // A beat that lasts longer than a minute is not overtaken by the next.
    if (isBeating) return
    isBeating = true
    beating = doWhatIsDue(work, shop, over).then(async (failure) => {
      isBeating = false
      see({ lookedAt: shop.clock.now(), failure, ...(await lookAhead(shop)) })
      if (failure?.code === 'disk-broken') broken.abort(new WorldError(failure.code, failure))
      return undefined
    })
  }
  shop.log.info({}, 'the scheduler started')
  const stop = shop.everyMinute(beat)
  beat()
  if (!over.aborted) await once(over, 'abort')
  await stop()
  await beating
  await held.release()
  shop.log.info({}, 'the scheduler stopped')
  // After a failed fsync nobody knows what is on the disk: whoever starts it anew reads it anew.
  broken.signal.throwIfAborted()
}

async function lookAhead({ clock, store }: Workshop): Promise<Pick<Watched, 'outlook'>> {
  return { outlook: await store.jobs({ endedSince: clock.now() }).then(outlookOf, () => null) }
}

interface Work {
  tick(): Promise<Failure | null>
  measure(): Promise<unknown>
}

/** One beat. What fails is logged and tried again at the next; it gives back what it was. */
async function doWhatIsDue({ tick, measure }: Work, shop: Workshop, signal: AbortSignal): Promise<Failure | null> {
  try {
    const failure = await tick()
    if (failure !== null || signal.aborted) return failure
    await measure()
    await monday(shop)
    return null
  } catch (cause) {
    shop.log.error({ fact: (cause as Error).message }, 'a beat failed; the next minute tries again')
    return cause as Failure
  }
}

function alreadyRuns(): WorldError {
  const words = {
    message: 'Cannot start the scheduler: another Broadside holds the store',
    hint: 'One is enough. Stop the other one first if you want this one.',
  }
  return new WorldError('locked', words, { exitCode: 75 })
}
