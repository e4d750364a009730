import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { openFaults, readFaults, type Fault } from '../../src/sandbox/faults.ts'
import { aClock, aSandbox, signature } from './caller.ts'

const reset = 1_795_338_000 // 2026-11-22T09:00:00Z in seconds

function struck(fault: Omit<Fault, 'on'>) {
  const faults = [{ on: 'create', ...fault } as Fault]
  return aSandbox({ faults, now: aClock('2026-11-22T09:00:00Z').now })
}

describe('a fault before writing leaves nothing written:', () => {
  test.each([
    ['unavailable-before', 503, 'Service Unavailable'],
    ['credits', 402, 'CreditsDepleted'],
    ['spend-cap', 403, 'SpendCapReached'],
    ['duplicate', 403, 'duplicate content'],
    ['reply-rule', 403, 'You can only reply to or quote posts where you are mentioned or are the author.'],
    ['invisible', 403, 'deleted or not visible to you'],
    ['rate-limit', 429, 'Too Many Requests'],
    ['rate-limit-day', 429, 'Too Many Requests'],
    ['unauthorized', 401, 'Unauthorized'],
    ['html', 503, '<!doctype html>'],
    ['redirect', 302, ''],
  ] as const)('%s answers %i', async (kind, status, words) => {
    const { call, sandbox } = await struck({ do: kind })
    const answer = await call('POST', '/2/tweets', { text: 'Hello' })
    expect(answer.status).toBe(status)
    expect(JSON.stringify(answer.body)).toContain(words)
    expect(sandbox.posts()).toEqual([])
    expect((await call('POST', '/2/tweets', { text: 'Hello' })).status).toBe(201)
  })

  test('reset-before breaks the connection off', async () => {
    const { call, post, sandbox } = await struck({ do: 'reset-before' })
    await expect(call('POST', '/2/tweets', { text: 'Hello' })).rejects.toThrow('fetch failed')
    expect(sandbox.posts()).toEqual([])
    expect(await post('Hello')).toMatch(/^\d+$/)
  })
})

describe('a fault after writing loses the answer and keeps the post:', () => {
  test.each([
    ['truncated-after', 201, /^\{"data":\{"id":"\d+","?\w*/],
    ['empty-after', 201, /^$/],
    ['error-after', 503, /Service Unavailable/],
  ] as const)('%s answers %i', async (kind, status, words) => {
    const { sandbox } = await struck({ do: kind })
    const answer = await fetch(`${sandbox.url}/2/tweets`, aPost())
    const text = await answer.text()
    expect([answer.status, text]).toEqual([status, expect.stringMatching(words)])
    expect(sandbox.posts().map((post) => post.text)).toEqual(['Hello'])
  })

  test.each(['truncated-after', 'empty-after'] as const)('%s gives no JSON', async (kind) => {
    const { sandbox } = await struck({ do: kind })
    const answer = await fetch(`${sandbox.url}/2/tweets`, aPost())
    await expect(answer.json()).rejects.toThrow(SyntaxError)
  })

  test('reset-after breaks the connection off', async () => {
    const { call, sandbox } = await struck({ do: 'reset-after' })
    await expect(call('POST', '/2/tweets', { text: 'Hello' })).rejects.toThrow('fetch failed')
    expect(sandbox.posts().map((post) => post.text)).toEqual(['Hello'])
  })

  test('severed-after breaks off in the middle of the answer', async () => {
    const { sandbox } = await struck({ do: 'severed-after' })
    const answer = await fetch(`${sandbox.url}/2/tweets`, aPost())
    expect(answer.status).toBe(201)
    await expect(answer.text()).rejects.toThrow('terminated')
    expect(sandbox.posts()).toHaveLength(1)
  })

  test('hang-after never answers, until the sandbox closes', async () => {
    const { sandbox } = await struck({ do: 'hang-after' })
    const hanging = fetch(`${sandbox.url}/2/tweets`, aPost())
    while (sandbox.posts().length === 0) await new Promise(setImmediate)
    await sandbox.close()
    await expect(hanging).rejects.toThrow('fetch failed')
  })

  test('html answers a page in place of JSON, and writes where it is told to', async () => {
    const { call, sandbox } = await struck({ do: 'html', status: 200, written: true } as Omit<Fault, 'on'>)
    const { status, headers } = await call('POST', '/2/tweets', { text: 'Hello' })
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(sandbox.posts()).toHaveLength(1)
  })
})

describe('a fault carries what X’s own answer carries:', () => {
  test('rate-limit says when it is over', async () => {
    const { call } = await struck({ do: 'rate-limit' })
    const { headers } = await call('POST', '/2/tweets', { text: 'Hello' })
    expect(headers.get('x-rate-limit-remaining')).toBe('0')
    expect(headers.get('x-rate-limit-reset')).toBe(String(reset + 900))
  })

  test('rate-limit-day says that the day is used up and the quarter of an hour is not', async () => {
    const { call } = await struck({ do: 'rate-limit-day' })
    const { headers } = await call('POST', '/2/tweets', { text: 'Hello' })
    expect(headers.get('x-user-limit-24hour-remaining')).toBe('0')
    expect(headers.get('x-user-limit-24hour-reset')).toBe(String(reset + 86_400))
    expect(headers.get('x-rate-limit-remaining')).toBe('99')
  })

  test('spend-cap names the day on which the account may spend again', async () => {
    const { call } = await struck({ do: 'spend-cap' })
    expect((await call('POST', '/2/tweets', { text: 'Hello' })).body['reset_date']).toBe('2026-12-01')
  })
})

test('a stale timeline lacks the newest posts, then has them', async () => {
  const { call, post, sandbox } = await aSandbox({ faults: [{ on: 'timeline', times: 2, do: 'stale', newest: 1 }] })
  const first = await post('One')
  const second = await post('Two')
  const read = async () => {
    const { body } = await call('GET', `/2/users/${sandbox.account.id}/tweets`)
    return (body['data'] ?? []).map((one) => one['id'])
  }
  expect([await read(), await read(), await read()]).toEqual([[first], [first], [second, first]])
})

test('a slow timeline answers in the end', async () => {
  const { call, sandbox } = await aSandbox({ faults: [{ on: 'timeline', do: 'slow', ms: 1 }] })
  expect((await call('GET', `/2/users/${sandbox.account.id}/tweets`)).status).toBe(200)
})

test('a slow call does not keep the sandbox from closing', async () => {
  const { sandbox } = await aSandbox({ faults: [{ on: 'create', do: 'slow', ms: 3_600_000 }] })
  const slow = fetch(`${sandbox.url}/2/tweets`, aPost()).catch(() => 'lost')
  while (sandbox.posts().length === 0) await new Promise(setImmediate)
  await sandbox.close()
  await slow
  expect(sandbox.posts()).toHaveLength(1)
})

test.each([
  ['upload', 'POST', '/2/media/upload'],
  ['upload', 'POST', '/2/media/upload/initialize'],
  ['metadata', 'POST', '/2/media/metadata'],
  ['timeline', 'GET', '/2/users/1/tweets'],
  ['me', 'GET', '/2/users/me'],
  ['lookup', 'GET', '/2/tweets?ids=1'],
  ['delete', 'DELETE', '/2/tweets/1'],
] as const)('a fault on %s strikes %s %s', async (on, method, path) => {
  const { call } = await aSandbox({ faults: [{ on, do: 'credits' }] })
  expect((await call(method, path)).status).toBe(402)
  expect((await call(method, path)).status).not.toBe(402)
})

test('addFaults() adds faults to a sandbox that runs', async () => {
  const { call, sandbox } = await aSandbox()
  await call('GET', '/2/users/me')
  sandbox.addFaults([{ on: 'me', do: 'unauthorized' }])
  expect((await call('GET', '/2/users/me')).status).toBe(401)
})

test('openFaults() strikes from the nth call on, as often as it is told, one fault a call', () => {
  const faults = openFaults([
    { on: 'create', nth: 3, times: 2, do: 'reset-after' },
    { on: 'create', do: 'credits' },
    { on: 'create', nth: 3, do: 'duplicate' },
  ])
  const strikes = Array.from({ length: 6 }, () => faults.next('create')?.do ?? null)
  expect(strikes).toEqual(['credits', null, 'reset-after', 'reset-after', 'duplicate', null])
  expect(faults.next('me')).toBeNull()
})

test('readFaults() fills in what was left out', () => {
  expect(readFaults('[{"on": "create", "do": "error-after"}]')).toEqual([
    { on: 'create', nth: 1, times: 1, do: 'error-after', status: 503 },
  ])
})

test.each([
  ['{', 'Cannot read faults.json: it is not JSON'],
  ['{}', 'Cannot read faults.json: it is not a list'],
  ['[7]', 'Cannot read faults.json: fault 1 is not an object'],
  ['[{"on": "create"}]', 'Cannot read faults.json: fault 1 has no "do"'],
  ['[{"do": "credits"}]', 'Cannot read faults.json: fault 1 has no "on"'],
  [
    '[{"on": "me", "do": "credits"}, {"on": "create", "do": "explode"}]',
    'Cannot read faults.json: "do" of fault 2 cannot be "explode"',
  ],
  ['[{"on": "create", "do": "credits", "nth": 0}]', 'Cannot read faults.json: "nth" of fault 1 cannot be 0'],
  ['[{"on": "create", "do": "stale"}]', 'Cannot read faults.json: "on" of fault 1 cannot be "create"'],
  [
    '[{"on": "create", "do": "credits", "mood": 1}]',
    'Cannot read faults.json: fault 1 has "mood", which is no part of it',
  ],
])('readFaults() says what is wrong with %s', (json, message) => {
  expect(() => readFaults(json, 'faults.json')).toThrow(InputError)
  expect(() => readFaults(json, 'faults.json')).toThrow(message)
})

function aPost(): RequestInit {
  const headers = { authorization: signature, 'content-type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify({ text: 'Hello' }) }
}
