import { Temporal } from 'temporal-polyfill'
import { InputError } from '../errors.ts'
import { meantBy, refusePast, type Asking, type Meant } from './meant.ts'

/** A time that was found in words like "on next Tuesday at 18:00". */
export interface Phrase {
  /** The words that say it: "next Tuesday at 18:00". */
  readonly words: string
  /** What the clock on the owner's wall shows then: "2026-11-24T18:00:00". */
  readonly local: string
  /** How long from now it is, where it was said so ("in 2 hours"), in milliseconds; else null. */
  readonly fromNow: number | null
  /** What was said, and need not be guessed. */
  readonly says: { readonly day: boolean; readonly time: boolean; readonly halfOfDay: boolean }
  /** What makes it no one time of the owner's clock: an end, a zone, a date of figures alone; null: nothing does. */
  readonly doubt: 'end' | 'zone' | 'figures' | null
}

/** The words in which a time is asked for, by which the owner's clock shows `now`. */
export type ReadPhrases = (words: string, now: string) => Promise<readonly Phrase[]>

/**
 * What an owner means by words in which `phrases` were found.
 * @throws InputError when they do not say one time, or say more than a time, or the time lies in the past.
 */
export function phrasedTime(said: string, phrases: readonly Phrase[], asking: Asking): Meant {
  const doubt = doubtOf(said, phrases, asking)
  const [phrase] = phrases
  if (doubt !== null || phrase === undefined) {
    throw new InputError('time-bad', {
      message: `Cannot read the time "${said}": ${doubt}`,
      hint: 'Write now, 09:00, "tomorrow 9am", "next Tuesday 18:00", "in 2 hours", 2026-12-01T09:00 (in your time zone) or 2026-12-01T09:00Z.',
    })
  }
  return refusePast(said, meaningOf(phrase, asking), asking)
}

function meaningOf({ fromNow, local }: Phrase, { now, timezone }: Asking): Meant {
  if (fromNow !== null) return { at: new Date(now.getTime() + fromNow), remark: null }
  return meantBy(Temporal.PlainDateTime.from(local), timezone)
}

/** Why the words do not say one time; null when they do. */
function doubtOf(said: string, phrases: readonly Phrase[], { timezone }: Asking): string | null {
  const [phrase, second] = phrases
  if (phrase === undefined) return 'nothing in it was understood'
  const { words, says, doubt } = phrase
  if (doubt === 'end') return `“${words}” is a stretch of time, and not one time`
  if (doubt === 'zone') return `times are read in ${timezone}, and “${words}” names another zone`
  if (doubt === 'figures') return `“${words}” may be read with the day or with the month first`
  if (second !== undefined) return `“${words}” and “${second.words}” are two times`
  const vague = /\b(?:last|past|previous|weekends?|weekdays?)\b/i.exec(words)
  if (vague !== null) return `“${vague[0]}” does not say which day to come`
  const rest = said.replace(words, '…').trim()
  if (!/^(?:(?:on|at)\s+)?…[\s,.!]*$/i.test(rest))
    return `“${words}” was understood, “${rest.replace(/^…\s*|\s*…$/g, '')}” was not`
  if (!says.time) return `“${words}” says the day, and not at what time`
  if (!says.day) return `“${words}” does not say on which day`
  return says.halfOfDay ? null : `“${words}” may be in the morning or in the evening`
}
