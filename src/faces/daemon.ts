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
  let beating = Promise.resolve()
  let isBeating = false
  const beat = () => {
    // A beat that lasts longer than a minute is not overtaken by the next.
    if (isBeating) return
    isBeating = true
    beating = doWhatIsDue(desk, shop, signal).finally(() => {
      isBeating = false
    })
  }
  shop.log.info({}, 'the scheduler started')
  const stop = shop.everyMinute(beat)
  beat()
  if (!signal.aborted) await once(signal, 'abort')
  await stop()
  await beating
  await held.release()
  shop.log.info({}, 'the scheduler stopped')
}

async function doWhatIsDue(desk: Desk, { log }: Workshop, signal: AbortSignal): Promise<void> {
  try {
    const { failure } = await desk.run('tick', {}, signal)
    if (failure === null && !signal.aborted) await desk.run('measure', {})
  } catch (cause) {
    log.error({ fact: (cause as Error).message }, 'a beat failed; the next minute tries again')
  }
}

function alreadyRuns(): WorldError {
  const words = {
    message: 'Cannot start the scheduler: another Broadside holds the store',
    hint: 'One is enough. Stop the other one first if you want this one.',
  }
  return new WorldError('locked', words, { exitCode: 75 })
}
