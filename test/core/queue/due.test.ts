import { describe, expect, test } from 'vitest'
import { change, releasedAt } from '../../../src/core/queue/change.ts'
import { due, type Due, type Rules } from '../../../src/core/queue/due.ts'
import type { Job } from '../../../src/core/queue/job.ts'
import { moved } from '../../../src/core/queue/move.ts'
import { readSlots } from '../../../src/core/queue/read-slots.ts'
import { aJob, at } from '../../builders.ts'

const hour = 3_600_000
const grace: Rules = { grace: 2 * hour, distance: 2 * hour, slots: [], timezone: 'Europe/Berlin' }
const held = { reason: 'limit', fact: 'X said wait', until: '2026-11-22T10:00:00.000Z' } as const

describe('due()', () => {
  test.each([
    ['a minute early', '2026-11-22T08:59', []],
    ['on time', '2026-11-22T09:00', ['publish']],
    ['within the grace', '2026-11-22T11:00', ['publish']],
    ['after the grace', '2026-11-22T11:01', ['hold']],
  ])('of a job %s', (_, now, kinds) => {
    expect(due([aJob()], at(now), grace).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('publishes late where the owner said so', () => {
    expect(due([aJob({ late: 'publish' })], at('2026-11-23T09:00'), grace)).toMatchObject([{ kind: 'publish' }])
  })

  test('goes on with a thread that was begun, for a day', () => {
    const begun = change(aJob(), { state: 'posting' }, at('2026-11-22T09:00'))
    expect(due([begun], at('2026-11-23T09:00'), grace)).toMatchObject([{ kind: 'publish' }])
    expect(due([begun], at('2026-11-23T09:01'), grace)).toMatchObject([{ kind: 'hold', held: { reason: 'late' } }])
  })

  test('takes a held job up again when its wait is over, and not before', () => {
    const job = change(
      change(aJob(), { state: 'posting' }, at('2026-11-22T09:00')),
      { state: 'held', held },
      at('2026-11-22T09:01'),
    )
    expect(due([job], at('2026-11-22T09:59'), grace)).toEqual([])
    expect(due([job], at('2026-11-22T10:00'), grace)).toMatchObject([{ kind: 'publish' }])
  })

  test('leaves a job alone that only the owner can let go on', () => {
    const job = change(aJob(), { state: 'held', held: { ...held, until: null } }, at('2026-11-22T09:00'))
    expect(due([job], at('2026-11-29T09:00'), grace)).toEqual([])
  })

  test('puts threads that were begun first, then the oldest', () => {
    const begun = change(aJob({ id: 'begun' }), { state: 'posting' }, at('2026-11-22T09:00'))
    const jobs = [
      aJob({ id: 'second', at: '2026-11-22T09:58:00.000Z' }),
      begun,
      aJob({ id: 'first', at: '2026-11-22T09:55:00.000Z' }),
    ]
    expect(due(jobs, at('2026-11-22T10:00'), grace).map(({ job }) => job.id)).toEqual(['begun', 'first', 'second'])
  })
})

/** Does what is due minute by minute, each thread in no time, as a machine would that wakes at `from`. */
function live(
  jobs: readonly Job[],
  from: string,
  minutes: number,
  rules = grace,
): readonly (readonly [string, string])[] {
  const now = new Map(jobs.map((job) => [job.id, job]))
  const did: (readonly [string, string])[] = []
  for (let past = 0; past < minutes; past++) {
    const instant = new Date(at(from).getTime() + past * 60_000)
    for (const next of due([...now.values()], instant, rules)) {
      did.push([`${next.kind} ${next.job.id}`, instant.toISOString().slice(11, 16)])
      now.set(next.job.id, done(next, instant))
    }
  }
  return did
}

function done(next: Due, now: Date): Job {
  if (next.kind === 'hold') return change(next.job, { state: 'held', held: next.held }, now)
  if (next.kind === 'move') return moved(next.job, { ...next, now })
  return change(change(next.job, { state: 'posting' }, now), { state: 'posted' }, now)
}

const on22 = (id: string, time: string, late: Job['late'] = 'hold') =>
  aJob({ id, late, at: `2026-11-22T${time}:00.000Z` })

describe('due() after eight hours of sleep', () => {
  test('lets overdue jobs go one by one, the oldest first, with a distance between them', () => {
    const jobs = [on22('c', '12:00', 'publish'), on22('a', '08:00', 'publish'), on22('b', '10:00', 'publish')]
    expect(live(jobs, '2026-11-22T15:00', 600)).toEqual([
      ['publish a', '15:00'],
      ['publish b', '17:00'],
      ['publish c', '19:00'],
    ])
  })

  test('holds what is too late at once, and lets what waits for its turn not become late by waiting', () => {
    const jobs = [on22('a', '08:00', 'publish'), on22('b', '09:00'), on22('c', '14:00')]
    expect(live(jobs, '2026-11-22T15:00', 600)).toEqual([
      ['hold b', '15:00'],
      ['publish a', '15:00'],
      ['publish c', '17:00'],
    ])
  })

  test('gives each late job a slot of its own where the owner said so', () => {
    const rules = { ...grace, slots: readSlots('17:00 18:00 21:30') }
    const jobs = [on22('a', '08:00', 'next'), on22('b', '09:00', 'next'), on22('c', '19:30')]
    expect(live(jobs, '2026-11-22T15:00', 900, rules)).toEqual([
      ['move a', '15:00'],
      ['move b', '15:00'],
      ['publish a', '16:00'],
      ['publish c', '19:30'],
    ])
  })

  test('without slots, the next one is the same time of the next day by the owner’s clock', () => {
    const job = aJob({ late: 'next', at: '2026-03-28T08:00:00.000Z' })
    const [next] = due([job], at('2026-03-28T15:00'), grace)
    expect(next).toMatchObject({ kind: 'move', at: at('2026-03-29T07:00') })
  })

  test('does not let a job that is on time wait for one that was late', () => {
    const jobs = [on22('a', '08:00', 'publish'), on22('b', '15:30')]
    expect(live(jobs, '2026-11-22T15:00', 60)).toEqual([
      ['publish a', '15:00'],
      ['publish b', '15:30'],
    ])
  })

  test('does all at once that was queued for just now', () => {
    const jobs = [on22('a', '14:55'), on22('b', '14:58')]
    expect(live(jobs, '2026-11-22T15:00', 1).map(([what]) => what)).toEqual(['publish a', 'publish b'])
  })
})

describe('due() of the parts of a series', () => {
  const part = (n: number, time: string, late: Job['late']) => ({ ...on22(`p${n}`, time, late), part: { n, of: 2 } })

  test('lets none go out before the one before it is out', () => {
    const held1 = change(
      part(1, '14:50', 'hold'),
      { state: 'held', held: { ...held, until: null } },
      at('2026-11-22T14:00'),
    )
    expect(live([held1, part(2, '15:00', 'hold')], '2026-11-22T15:00', 200)).toEqual([['hold p2', '17:01']])
    const posted = done({ kind: 'publish', job: part(1, '14:50', 'hold') }, at('2026-11-22T14:50'))
    expect(live([posted, part(2, '15:00', 'hold')], '2026-11-22T15:00', 200)).toEqual([['publish p2', '15:00']])
  })

  test('keeps them in their order where the first was late and takes the next slot', () => {
    const rules = { ...grace, slots: readSlots('17:00 20:00') }
    expect(live([part(1, '08:00', 'next'), part(2, '16:00', 'next')], '2026-11-22T15:00', 360, rules)).toEqual([
      ['move p1', '15:00'],
      ['move p2', '18:01'],
      ['publish p1', '19:00'],
    ])
  })
})

describe('due() by a clock that is wrong', () => {
  test('publishes nothing again and nothing early when it is set back', () => {
    const posted = done({ kind: 'publish', job: on22('a', '09:00') }, at('2026-11-22T09:00'))
    expect(live([posted, on22('b', '12:00')], '2026-11-22T07:00', 240)).toEqual([])
  })

  test('does not wait for a thread that was begun by a clock set back since', () => {
    const ahead = done({ kind: 'publish', job: on22('a', '09:00') }, at('2026-11-25T09:00'))
    const overdue = on22('b', '12:00')
    expect(live([ahead, overdue], '2026-11-22T12:30', 1)).toEqual([['publish b', '12:30']])
  })

  test.each(['publish', 'next', 'hold'] as const)('asks when it is set far forward, also with --late %s', (late) => {
    const [next] = due([on22('a', '09:00', late)], at('2026-12-01T09:00'), { ...grace, slots: readSlots('10:00') })
    expect(next).toMatchObject({
      kind: 'hold',
      held: { reason: 'late', fact: expect.stringContaining('is the clock') as unknown },
    })
  })
})

describe('moved()', () => {
  test('keeps the move in the history, and counts as no release', () => {
    const job = moved(aJob(), { at: at('2026-11-23T09:00'), why: 'the owner moved it', now: at('2026-11-22T10:00') })
    expect(job).toMatchObject({ state: 'queued', at: '2026-11-23T09:00:00.000Z' })
    expect(job.history.at(-1)).toEqual({
      at: '2026-11-22T10:00:00.000Z',
      state: 'moved',
      why: 'from 2026-11-22T09:00:00.000Z to 2026-11-23T09:00:00.000Z: the owner moved it',
    })
    expect(releasedAt(job)).toBeNull()
  })

  test('queues what was held for being late, and leaves held what the owner held', () => {
    const options = { at: at('2026-11-23T09:00'), why: 'the owner moved it', now: at('2026-11-22T12:00') }
    const heldFor = (reason: 'late' | 'owner') =>
      change(aJob(), { state: 'held', held: { ...held, reason, until: null } }, at('2026-11-22T11:01'))
    expect(moved(heldFor('late'), options)).toMatchObject({ state: 'queued' })
    expect(moved(heldFor('late'), options)).not.toHaveProperty('held')
    expect(moved(heldFor('owner'), options)).toMatchObject({ state: 'held', held: { reason: 'owner' } })
  })
})

describe('change()', () => {
  test('writes every change into the history', () => {
    const job = change(aJob(), { state: 'held', held }, at('2026-11-22T09:01'))
    expect(job).toMatchObject({ state: 'held', held })
    expect(job.history.at(-1)).toEqual({ at: '2026-11-22T09:01:00.000Z', state: 'held', why: 'limit: X said wait' })
  })

  test('drops why a job was held when it goes on', () => {
    const job = change(
      change(aJob(), { state: 'held', held }, at('2026-11-22T09:01')),
      { state: 'queued' },
      at('2026-11-22T09:02'),
    )
    expect(job).not.toHaveProperty('held')
    expect(releasedAt(job)).toBe('2026-11-22T09:02:00.000Z')
  })

  test.each(['posted', 'cancelled'] as const)('lets nothing follow a job that is %s', (state) => {
    expect(() => change(aJob({ state }), { state: 'posting' }, at('2026-11-22T09:00'))).toThrow(`it is ${state}`)
  })

  test('releasedAt() does not take the approval for a release', () => {
    expect(releasedAt(aJob())).toBeNull()
  })
})
