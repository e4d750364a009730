import { once } from 'node:events'
import { WorldError } from '../core/problem.ts'
import type { Workshop } from '../ports.ts'
import { openDesk, type Desk } from '../tasks/desk.ts'

/**
 * The scheduler: holds the store, does what is due each minute, and serves what other commands ask, until `signal` aborts;
 * a post under way is finished first.
 * @throws WorldError when another process holds the store.
 */
export async function runDaemon(shop: Workshop, signal: AbortSignal): Promise<void> {
  const desk = openDesk(shop)
  const held = await shop.lock.take(desk.serve)
  if (held.kind === 'anothers') throw alreadyRuns()
  const broken = new AbortController()
  const over = AbortSignal.any([signal, broken.signal])
  let beating = Promise.resolve()
  let isBeating = false
  const beat = () => {
    // A beat that lasts longer than a minute is not overtaken by the next.
    if (isBeating) return
    isBeating = true
    beating = doWhatIsDue(desk, shop, over).then((failure) => {
      isBeating = false
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

type Failure = Pick<WorldError, 'code' | 'message' | 'hint'>

/** One beat. What fails is logged and tried again at the next; it gives back what it was. */
async function doWhatIsDue(desk: Desk, { log }: Workshop, signal: AbortSignal): Promise<Failure | null> {
  try {
    const { failure } = await desk.run('tick', {}, signal)
    if (failure !== null || signal.aborted) return failure
    await desk.run('measure', {})
    return null
  } catch (cause) {
    log.error({ fact: (cause as Error).message }, 'a beat failed; the next minute tries again')
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
