import { describe, expect, test } from 'vitest'
import { change, releasedAt } from '../../../src/core/queue/change.ts'
import { due } from '../../../src/core/queue/due.ts'
import { aJob, at } from '../../builders.ts'

const grace = { grace: 2 * 3_600_000 }
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
    const begun = change(
      aJob({ id: 'begun', at: '2026-11-22T09:30:00.000Z' }),
      { state: 'posting' },
      at('2026-11-22T09:30'),
    )
    const jobs = [aJob({ id: 'second', at: '2026-11-22T09:20:00.000Z' }), begun, aJob({ id: 'first' })]
    expect(due(jobs, at('2026-11-22T10:00'), grace).map(({ job }) => job.id)).toEqual(['begun', 'first', 'second'])
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
