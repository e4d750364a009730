import type { Temporal } from 'temporal-polyfill'
import { InputError } from '../errors.ts'
import { spell, spellDay } from './spell.ts'
import { instantIn } from './wall-clock.ts'

/** Who says a time, and when. */
export interface Asking {
  readonly now: Date
  readonly timezone: string
}

/** The instant that somebody meant. */
export interface Meant {
  readonly at: Date
  /** What is odd about it, in a sentence: a time that the clock skips, or shows twice; null: nothing is. */
  readonly remark: string | null
}

/**
 * The instant at which the owner's clock shows `local`: in a spring gap the first valid minute after it, of a time that an
 * autumn night has twice the first.
 */
export function meantBy(local: Temporal.PlainDateTime, timezone: string): Meant {
  const instant = instantIn(local, timezone)
  return { at: new Date(instant.epochMilliseconds), remark: oddityOf(local, instant.toZonedDateTimeISO(timezone)) }
}

/** @throws InputError when it lies in the past. */
export function refusePast(said: string, { at, remark }: Meant, { now, timezone }: Asking): Meant {
  if (at.getTime() >= now.getTime()) return { at, remark }
  throw new InputError('time-past', {
    message: `Cannot queue for "${said}": that was ${spell(at, timezone)}, and it is ${spell(now, timezone)} now`,
    hint: 'Give a time to come, or "now".',
  })
}

function oddityOf(local: Temporal.PlainDateTime, zoned: Temporal.ZonedDateTime): string | null {
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const shown = zoned.toPlainDateTime()
  if (!shown.equals(local)) {
    const first = shown.toPlainTime().toString({ smallestUnit: 'minute' })
    return `${time} does not come on ${spellDay(local.toPlainDate())}, when the clocks go forward: it goes out at ${first}, the first minute after`
  }
  const second = local.toZonedDateTime(zoned.timeZoneId, { disambiguation: 'later' })
  if (second.epochMilliseconds === zoned.epochMilliseconds) return null
  return `${time} comes twice on ${spellDay(local.toPlainDate())}, when the clocks go back: it goes out at the first, ${zoned.offset}`
}
