import { expect, test } from 'vitest'
import { freshState } from '../../src/sandbox/fresh.ts'
import { meter } from '../../src/sandbox/limits.ts'
import { Endpoint, type State } from '../../src/sandbox/state.ts'
import { aClock, aSandbox, at } from './caller.ts'

const limits = { create: 100, delete: 50, upload: 500, metadata: 500, me: 75, timeline: 900, lookup: 900 }

test.each(Endpoint.options)(
  'meter() lets as many calls of %s through in a quarter of an hour as X does',
  (endpoint) => {
    let state: State = freshState()
    let through = 0
    for (let n = 0; n <= 1000; n += 1) {
      const metered = meter(state, endpoint, at('2026-11-22T09:00:00Z'))
      state = metered.state
      if (metered.refusal === null) through += 1
    }
    expect(through).toBe(limits[endpoint])
    expect(meter(state, endpoint, at('2026-11-22T09:15:00Z')).refusal).toBeNull()
  },
)

test('every answer says how much of a limit is left and when it begins anew', async () => {
  const clock = aClock('2026-11-22T09:00:00Z')
  const { call } = await aSandbox({ now: clock.now })
  await call('POST', '/2/tweets', { text: 'One' })
  clock.move(60_000)
  const { headers } = await call('POST', '/2/tweets', { text: 'Two' })
  expect(headers.get('x-rate-limit-limit')).toBe('100')
  expect(headers.get('x-rate-limit-remaining')).toBe('98')
  expect(headers.get('x-rate-limit-reset')).toBe(String(Date.parse('2026-11-22T09:15:00Z') / 1000))
  expect(headers.get('x-user-limit-24hour-remaining')).toBe('9998')
  expect(headers.get('date')).toBe('Sun, 22 Nov 2026 09:01:00 GMT')
})

test('the 76th look at the own account in a quarter of an hour is refused with 429', async () => {
  const { call } = await aSandbox({ now: aClock('2026-11-22T09:00:00Z').now })
  for (let n = 0; n < 75; n += 1) await call('GET', '/2/users/me')
  const { status, headers, body } = await call('GET', '/2/users/me')
  expect([status, headers.get('x-rate-limit-remaining'), body['title']]).toEqual([429, '0', 'Too Many Requests'])
})
