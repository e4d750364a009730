import { InputError } from '../errors.ts'

/** A recurring time on the owner's clock. */
export interface Slot {
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  /** Only on these days of the month, and only in these months; where absent, on all and in all. */
  readonly days?: readonly number[]
  readonly months?: readonly number[]
}

/** The words that cannot be read, why, and what to write instead. */
export function badSlots(shown: string, fact: string, hint: string): InputError {
  return new InputError('slots-bad', { message: `Cannot read BROADSIDE_SLOTS at “${shown}”: ${fact}`, hint })
}
