import { describe, expect, test } from 'vitest'
import { classify as classifyAt, type RawAnswer } from '../../../src/core/publication/classify.ts'
import { at } from '../../builders.ts'

const answer = (status: number | null, body: unknown = null, more: Partial<RawAnswer> = {}): RawAnswer => ({
  status,
  body,
  headers: {},
  failure: null,
  ...more,
})
const classify = (raw: RawAnswer) => classifyAt(raw, at('2026-11-22T08:50'))
const problem = (type: string, title: string, detail: string) => ({
  type: `https://any.host/2/problems/${type}`,
  title,
  detail,
})

describe('classify()', () => {
  test('takes a 201 with an id as applied', () => {
    expect(classify(answer(201, { data: { id: '123', text: 'x' } }))).toEqual({ kind: 'applied', id: '123' })
  })

  test.each([
    ['a 201 with no body', answer(201)],
    ['a 201 without an id', answer(201, { data: {} })],
    ['a 201 whose id is no number', answer(201, { data: { id: 'soon' } })],
    ['a 201 that was cut off', answer(201, null, { failure: 'its answer was cut off' })],
    ['a 302', answer(302)],
    ['a 500', answer(500, problem('server-error', 'Internal Error', 'x'))],
    ['a 503 page', answer(503, '<html>')],
    ['a 408', answer(408)],
    ['no answer', answer(null, null, { failure: 'no answer came in time' })],
    ['a status nobody foresaw', answer(418)],
  ])('takes %s as unknown', (_, raw) => {
    expect(classify(raw)).toMatchObject({ kind: 'unknown' })
  })

  test.each([
    ['400', answer(400, problem('invalid-request', 'Invalid Request', 'Your media IDs are invalid.')), 'rejected'],
    ['401', answer(401, { title: 'Unauthorized', status: 401 }), 'auth'],
    ['402', answer(402, problem('credits', 'CreditsDepleted', 'Your account has no credits.')), 'credits'],
    ['403 spend cap', answer(403, problem('spend-cap-reached', 'SpendCapReached', 'The cap is reached.')), 'credits'],
    [
      '403 duplicate',
      answer(403, { detail: 'You are not allowed to create a Tweet with duplicate content.', title: 'Forbidden' }),
      'duplicate',
    ],
    [
      '403 reply rule',
      answer(403, { detail: 'You can only reply to or quote posts where you are mentioned or are the author.' }),
      'reply-rule',
    ],
    [
      '403 invisible',
      answer(403, { detail: 'You attempted to reply to a Tweet that is deleted or not visible to you.' }),
      'invisible',
    ],
    ['403 of another kind', answer(403, { detail: 'You are not permitted to perform this action.' }), 'rejected'],
    ['403 cut off', answer(403, null, { failure: 'its answer was cut off' }), 'rejected'],
    ['429', answer(429), 'limit'],
  ])('takes a %s as refused', (_, raw, reason) => {
    expect(classify(raw)).toMatchObject({ kind: 'refused', reason })
  })

  test('waits for the reset of the quarter of an hour', () => {
    const headers = { 'x-rate-limit-reset': '1795338000' }
    expect(classify(answer(429, null, { headers }))).toMatchObject({ until: '2026-11-22T09:00:00.000Z' })
  })

  test("waits for the day's reset first while the day's limit is used up", () => {
    const headers = {
      'x-rate-limit-reset': '1795338000',
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': '1795424400',
    }
    expect(classify(answer(429, null, { headers }))).toMatchObject({ until: '2026-11-23T09:00:00.000Z' })
  })

  test('waits for the date on which a spend cap ends', () => {
    const body = { ...problem('spend-cap-reached', 'SpendCapReached', 'x'), reset_date: '2026-12-01' }
    expect(classify(answer(403, body))).toMatchObject({ until: '2026-12-01T00:00:00.000Z' })
  })

  test.each([
    ['in milliseconds', '1795338000000'],
    ['larger than any date', '1e20'],
    ['that is no number', 'soon'],
    ['that is past', '1795337000'],
    ['that is not there', undefined],
  ])('takes a reset %s for none', (_, reset) => {
    const headers = reset === undefined ? {} : { 'x-rate-limit-reset': reset }
    expect(classify(answer(429, null, { headers }))).toMatchObject({ reason: 'limit', until: null })
  })

  test('takes the end of a spend cap for none where it lies further off than a month', () => {
    const body = { ...problem('spend-cap-reached', 'SpendCapReached', 'x'), reset_date: '+058863-01-01' }
    expect(classify(answer(403, body))).toMatchObject({ reason: 'credits', until: null })
    const year = { ...body, reset_date: '2027-12-01' }
    expect(classify(answer(403, year))).toMatchObject({ reason: 'credits', until: null })
  })
})
