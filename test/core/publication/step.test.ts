import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../src/core/publication/journal.ts'
import { liveIds, nextStep } from '../../../src/core/publication/step.ts'
import { aJournal } from '../../builders.ts'

const applied = (id: string): Outcome => ({ kind: 'applied', id })
const refused = (reason: Extract<Outcome, { kind: 'refused' }>['reason'], until: string | null = null): Outcome => ({
  kind: 'refused',
  reason,
  detail: 'X said no',
  until,
})
const absent: Outcome = { kind: 'absent' }
const two = { total: 2, releasedAt: null }

describe('nextStep()', () => {
  test('begins with post 1, which answers nothing', () => {
    expect(nextStep([], two)).toEqual({ kind: 'post', n: 1, attempt: 1, replyTo: null, after: 0 })
  })

  test('answers the post before it', () => {
    expect(nextStep(aJournal([1, 1, applied('7')]), two)).toMatchObject({ kind: 'post', n: 2, replyTo: '7' })
  })

  test('answers a post that was read back as one that was confirmed', () => {
    const journal = aJournal([1, 1, absent], [1, 2, { kind: 'found', id: '8' }])
    expect(nextStep(journal, two)).toMatchObject({ kind: 'post', n: 2, attempt: 1, replyTo: '8' })
  })

  test('is done when every post is live', () => {
    expect(nextStep(aJournal([1, 1, applied('7')], [2, 1, applied('8')]), two)).toEqual({ kind: 'finish' })
  })

  test('reads back before anything else when an intent has no receipt', () => {
    const journal = aJournal([1, 1, applied('7')], [2, 1, null])
    expect(nextStep(journal, two)).toMatchObject({ kind: 'reconcile', intent: { n: 2, attempt: 1 }, duplicate: false })
  })

  test('reads an early intent back even though a later attempt was refused', () => {
    expect(nextStep(aJournal([1, 1, null], [1, 2, refused('rejected')]), two)).toMatchObject({
      kind: 'reconcile',
      intent: { n: 1, attempt: 1 },
    })
  })

  test('tries again, as another attempt, what was proven absent or never sent', () => {
    expect(nextStep(aJournal([1, 1, absent]), two)).toMatchObject({ kind: 'post', n: 1, attempt: 2 })
    expect(nextStep(aJournal([1, 1, { kind: 'unsent' }]), two)).toMatchObject({ kind: 'post', n: 1, attempt: 2 })
  })

  test('asks the owner after three attempts that were proven absent', () => {
    const journal = aJournal([1, 1, absent], [1, 2, absent], [1, 3, absent])
    expect(nextStep(journal, two)).toMatchObject({ kind: 'hold', held: { reason: 'unknown' } })
  })

  test('reads back what X calls a duplicate', () => {
    expect(nextStep(aJournal([1, 1, refused('duplicate')]), two)).toMatchObject({ kind: 'reconcile', duplicate: true })
  })

  test('waits five seconds when X does not see the post before it yet, at most three times', () => {
    const seen = refused('invisible')
    expect(nextStep(aJournal([1, 1, seen], [1, 2, seen]), two)).toMatchObject({
      kind: 'post',
      attempt: 3,
      after: 5_000,
    })
    expect(nextStep(aJournal([1, 1, seen], [1, 2, seen], [1, 3, seen]), two)).toMatchObject({
      kind: 'hold',
      held: { reason: 'rejected' },
    })
  })

  test.each(['auth', 'credits', 'limit', 'rejected', 'reply-rule'] as const)(
    'holds what X refused for %s',
    (reason) => {
      const until = '2026-11-22T10:00:00.000Z'
      expect(nextStep(aJournal([1, 1, refused(reason, until)]), two)).toMatchObject({
        kind: 'hold',
        held: { reason, until },
      })
    },
  )

  test('asks again for what X refused before the owner released the job', () => {
    const journal = aJournal([1, 1, refused('credits')])
    const released = { total: 2, releasedAt: '2026-11-22T12:00:00.000Z' }
    expect(nextStep(journal, released)).toMatchObject({ kind: 'post', n: 1, attempt: 2 })
  })

  test('takes a release in the very millisecond of the refusal for one', () => {
    const released = { total: 2, releasedAt: '2026-11-22T09:00:01.000Z' }
    expect(nextStep(aJournal([1, 1, refused('credits')]), released)).toMatchObject({ kind: 'post', n: 1, attempt: 2 })
    expect(nextStep(aJournal([1, 1, refused('duplicate')]), released)).toMatchObject({ released: false })
  })

  test('never lets a release skip reading back', () => {
    const released = { total: 2, releasedAt: '2026-11-22T12:00:00.000Z' }
    expect(nextStep(aJournal([1, 1, null]), released)).toMatchObject({ kind: 'reconcile' })
  })
})

describe('nextStep() after the owner released a job', () => {
  const released = { total: 1, releasedAt: '2026-11-22T12:00:00.000Z' }
  const journal = aJournal([1, 1, refused('duplicate')])

  test('reads back what X called a duplicate before it goes on', () => {
    expect(nextStep(journal, released)).toMatchObject({ kind: 'reconcile', duplicate: true, released: true })
  })

  test('goes on with what it looked for again and did not find', () => {
    const cleared = journal[0]?.intent.nonce ?? ''
    expect(nextStep(journal, { ...released, cleared })).toMatchObject({ kind: 'post', n: 1, attempt: 2 })
    expect(nextStep(journal, { ...released, cleared: 'another' })).toMatchObject({ kind: 'reconcile' })
  })

  test('counts a release before X said so for nothing', () => {
    const early = { total: 1, releasedAt: '2026-11-22T08:00:00.000Z' }
    expect(nextStep(journal, early)).toMatchObject({ kind: 'reconcile', released: false })
    expect(nextStep(aJournal([1, 1, null]), early)).toMatchObject({ kind: 'reconcile', released: false })
  })

  test('never posts again what the owner took back', () => {
    const taken = aJournal([1, 1, { kind: 'removed', id: '7' }])
    expect(nextStep(taken, released)).toMatchObject({ kind: 'hold', held: { reason: 'owner' } })
  })
})

test('liveIds() counts what was confirmed and what was found, nothing else', () => {
  const journal = aJournal([1, 1, applied('7')], [2, 1, absent], [2, 2, { kind: 'found', id: '9' }], [3, 1, null])
  expect([...liveIds(journal)]).toEqual([
    [1, '7'],
    [2, '9'],
  ])
})
