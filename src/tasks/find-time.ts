import { InputError } from '../core/errors.ts'
import type { Meant } from '../core/queue/meant.ts'
import { phrasedTime } from '../core/queue/phrase.ts'
import { nextFreeSlot } from '../core/queue/slots.ts'
import { takenBy } from '../core/queue/taken.ts'
import { timeOf } from '../core/queue/time.ts'
import { clockIn } from '../core/queue/wall-clock.ts'
import type { Workshop } from '../ports.ts'

type Needs = Pick<Workshop, 'clock' | 'settings' | 'store'>

/**
 * The time that somebody means by "now", "2026-12-01T09:00" or "next Tuesday 18:00", in the owner's time zone.
 * @throws InputError when it is not understood as a whole, or lies in the past.
 */
export async function readTime(said: string, ports: Pick<Workshop, 'clock' | 'settings' | 'phrases'>): Promise<Meant> {
  const asking = { now: ports.clock.now(), timezone: ports.settings.timezone }
  const time = timeOf(said, asking)
  if (time !== null) return time
  return phrasedTime(said, await ports.phrases(said, clockIn(asking.timezone, asking.now)), asking)
}

/**
 * The next slot, or the first one that is not before `after`, that is far enough from every thread, but for `except`, the job
 * that is to have it.
 * @throws InputError when no slots are set.
 */
export async function freeSlot(
  { clock, settings, store }: Needs,
  except?: string,
  { after }: { readonly after?: Date } = {},
): Promise<Date> {
  const taken = takenBy(await store.jobs(), except)
  const now = after === undefined ? clock.now() : new Date(after.getTime() - 1)
  const slot = nextFreeSlot(settings.slots, { ...settings, now, taken })
  if (slot !== null) return slot
  throw new InputError('no-slots', {
    message: 'Cannot find the next slot: none are set',
    hint: 'Set BROADSIDE_SLOTS, like "Mon-Fri 09:00 17:30; Sat 10:00", or give a time.',
  })
}
