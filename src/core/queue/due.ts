import type { Held, Job } from './job.ts'
import { waitsForPart } from './parts.ts'
import type { Slot } from './slot.ts'
import { nextFreeSlot } from './slots.ts'
import { begunAt, takenBy } from './taken.ts'
import { hourOf } from './wall-clock.ts'

const hour = 3_600_000
/** A started thread goes on by itself for this long. */
const goesOnFor = 24 * hour
/** A job is overdue, and waits for its turn, when another thread was begun this long after its time. */
const punctual = 10 * 60_000
/** Later than this no policy goes by itself: the machine was off for long, or its clock is wrong. */
const tooLongAgo = 7 * 24 * hour

/** What to do about a job now. */
export type Due =
  | { readonly kind: 'publish'; readonly job: Job }
  | { readonly kind: 'hold'; readonly job: Job; readonly held: Held }
  | { readonly kind: 'move'; readonly job: Job; readonly at: Date; readonly why: string }

/** What the owner set about time. Milliseconds. */
export interface Rules {
  /** How late a job may be and still go out by itself. */
  readonly grace: number
  /** How far threads are apart that are given a slot, or were late. */
  readonly distance: number
  readonly slots: readonly Slot[]
  readonly timezone: string
}

/**
 * What is due at `now`, in the order in which to do it: first what is too late to be published, then threads that were
 * begun, then the others, the oldest first. Jobs that are overdue (the machine slept) go one by one, `distance` apart; a
 * job that waits for its turn is not late meanwhile. No part of a series goes out before the one before it is out.
 */
export function due(jobs: readonly Job[], now: Date, rules: Rules): readonly Due[] {
  const ripe = ripeOf(jobs, now.toISOString())
  if (ripe.length === 0) return []
  const last = lastBegun(jobs, now)
  const late = ripe.filter((job) => isLate(job, { now, last }, rules))
  const onTime = ripe.filter((job) => !late.includes(job) && !waitsForPart(job, jobs))
  return [...givenUp(late, jobs, now, rules), ...inTurn(onTime, { now, last }, rules)]
}

/** The jobs whose time has come, in the order in which to see to them. */
function ripeOf(jobs: readonly Job[], now: string): readonly Job[] {
  return jobs
    .filter((job) => job.at <= now && isOpen(job, now))
    .toSorted((a, b) => Number(isBegun(b)) - Number(isBegun(a)) || compare(a.at, b.at) || compare(a.id, b.id))
}

function isOpen(job: Job, now: string): boolean {
  if (job.state === 'held') return job.held.until !== null && job.held.until <= now
  return job.state === 'queued' || job.state === 'posting'
}

interface Moment {
  readonly now: Date
  /** When a thread was last begun; -Infinity: never. */
  readonly last: number
}

function isLate(job: Job, { now, last }: Moment, { grace, distance }: Rules): boolean {
  const late = now.getTime() - Date.parse(job.at)
  switch (job.state) {
    case 'queued':
      return late > tooLongAgo || (job.late !== 'publish' && now.getTime() - turnOf(job, last, distance) > grace)
    case 'posting':
      return now.getTime() - (begunAt(job) ?? Date.parse(job.at)) > goesOnFor
    default:
      return false
  }
}

/** What becomes of the late ones by their policies. */
function givenUp(late: readonly Job[], jobs: readonly Job[], now: Date, rules: Rules): readonly Due[] {
  const taken = late.length === 0 ? [] : [...takenBy(jobs)]
  return late.map((job) => {
    if (job.state === 'posting') return tooLate(job, 'it was begun more than 24 hours ago')
    if (now.getTime() - Date.parse(job.at) > tooLongAgo) {
      return tooLate(job, `its time was ${job.at}, more than a week ago; is the clock of this machine right?`)
    }
    const at = job.late === 'next' ? nextFreeSlot(slotsFor(job, rules), { ...rules, now, taken }) : null
    if (at === null) return tooLate(job, `its time was ${job.at}`)
    taken.push(at)
    return { kind: 'move', job, at, why: 'it was late' }
  })
}

/** Without slots, the next day has one at the job's own time. */
function slotsFor(job: Job, { slots, timezone }: Rules): readonly Slot[] {
  if (slots.length > 0) return slots
  const own = hourOf(new Date(job.at), timezone)
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...own }))
}

/** Those that may be published now: a thread that was begun and a job on time at once, of those overdue one. */
function inTurn(jobs: readonly Job[], { now, last }: Moment, { distance }: Rules): readonly Due[] {
  let begun = last
  return jobs.flatMap((job): readonly Due[] => {
    if (job.state === 'queued' && turnOf(job, begun, distance) > now.getTime()) return []
    begun = now.getTime()
    return [{ kind: 'publish', job }]
  })
}

/** When a job may begin, where the thread before it was begun at `last`. */
function turnOf(job: Job, last: number, distance: number): number {
  const at = Date.parse(job.at)
  return last - at > punctual ? last + distance : at
}

/** What was begun after `now` was begun by a clock that has been set back since. */
function lastBegun(jobs: readonly Job[], now: Date): number {
  return jobs.reduce((last, job) => {
    const begun = begunAt(job) ?? -Infinity
    return begun > last && begun <= now.getTime() ? begun : last
  }, -Infinity)
}

function tooLate(job: Job, fact: string): Due {
  return { kind: 'hold', job, held: { reason: 'late', fact, until: null } }
}

function isBegun(job: Job): boolean {
  return job.state === 'posting' || job.state === 'held'
}

/** Instants sort as text. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
