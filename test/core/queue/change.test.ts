import { expect, test } from 'vitest'
import { change, releasedAt } from '../../../src/core/queue/change.ts'
import { aJob, at } from '../../builders.ts'

test('change() never lets a job’s history run backwards, though the clock was set back', () => {
  const held = { reason: 'auth', fact: 'X refused post 1', until: null } as const
  const stopped = change(aJob(), { state: 'held', held }, at('2026-11-22T10:00'))
  const released = change(stopped, { state: 'queued' }, at('2026-11-22T09:00'))
  const times = released.history.map((entry) => entry.at)
  expect(times).toEqual(times.toSorted())
  expect(releasedAt(released)).toBe('2026-11-22T10:00:00.000Z')
})
