import { WorldError } from '../core/errors.ts'
import type { Ports } from '../ports.ts'

/** A post is measured hourly at most, and looking for what is due reads every thread there ever was. Milliseconds. */
const betweenLooks = 5 * 60_000

/**
 * Measures as `measure` does, for a scheduler that asks each minute, every few minutes: that the budget is spent is logged
 * once a UTC day, and is no failure of the beat. Any other failure is passed on.
 */
export function measuringQuietly(
  measure: () => Promise<unknown>,
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
): () => Promise<void> {
  let saidOn: string | null = null
  let lookedAt = -Infinity
  return async () => {
    if (clock.monotonic() - lookedAt < betweenLooks) return
    lookedAt = clock.monotonic()
    try {
      await measure()
    } catch (cause) {
      if (!(cause instanceof WorldError) || cause.code !== 'budget') throw cause
      const day = clock.now().toISOString().slice(0, 10)
      if (saidOn !== day) log.warn({ fact: cause.message, remedy: cause.hint }, 'nothing is measured')
      saidOn = day
    }
  }
}
