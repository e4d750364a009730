import { expect, test } from 'vitest'
import { aSandbox, type Answer, type Caller } from './caller.ts'

async function aThread({ post }: Caller, length: number): Promise<readonly string[]> {
  const ids: string[] = []
  for (let n = 1; n <= length; n += 1) ids.push(await post(`Post ${n} of a thread`, ids.at(-1)))
  return ids
}

function impressions({ body }: Answer): readonly number[] {
  return (body['posts'] ?? []).map((post) => Number(post['engagement']?.['impressions']))
}

test('POST /sandbox/readers lets every reader see the first post, and ever fewer the next', async () => {
  const caller = await aSandbox()
  const [conversation] = await aThread(caller, 5)
  const answer = await caller.call('POST', '/sandbox/readers', { conversation, readers: 1000 })
  const seen = impressions(answer)
  expect(answer.body['simulated']).toBe(true)
  expect(seen[0]).toBe(1000)
  expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  expect(new Set(seen).size).toBe(5)
})

test('POST /sandbox/readers does the same for the same seed, and something else for another', async () => {
  const runs = [7, 7, 8].map(async (seed) => {
    const caller = await aSandbox()
    const [conversation] = await aThread(caller, 4)
    return impressions(await caller.call('POST', '/sandbox/readers', { conversation, readers: 500, seed }))
  })
  const [first, again, other] = await Promise.all(runs)
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
})

test.each([
  ['view', 'impression_count'],
  ['like', 'like_count'],
  ['repost', 'retweet_count'],
  ['reply', 'reply_count'],
  ['quote', 'quote_count'],
  ['bookmark', 'bookmark_count'],
])('POST /sandbox/posts/:id/%s adds to %s, as X tells it', async (act, metric) => {
  const { call, post } = await aSandbox()
  const id = await post('Count me')
  await call('POST', `/sandbox/posts/${id}/${act}`, { count: 3 })
  await call('POST', `/sandbox/posts/${id}/${act}`)
  const { body } = await call('GET', `/2/tweets/${id}?tweet.fields=public_metrics`)
  expect(body['data']?.['public_metrics']?.[metric]).toBe(4)
})

test('a simulated reader can reply in words', async () => {
  const { call, post, sandbox } = await aSandbox()
  const id = await post('Reply to me')
  await call('POST', `/sandbox/posts/${id}/reply`, { text: 'Well said' })
  expect(sandbox.posts().map(({ text, replyTo }) => [text, replyTo])).toEqual([
    ['Reply to me', null],
    ['Well said', id],
  ])
  expect(sandbox.posts()[0]?.engagement.replies).toBe(1)
})

test.each([
  ['/sandbox/readers', { conversation: '1', readers: 10 }, 404],
  ['/sandbox/readers', { conversation: '1', readers: 0 }, 400],
  ['/sandbox/posts/1/like', {}, 404],
  ['/sandbox/faults', [{ on: 'create', do: 'explode' }], 400],
])('POST %s refuses %j with %i', async (path, body, status) => {
  const { call } = await aSandbox()
  const answer = await call('POST', path, body)
  expect([answer.status, typeof answer.body['error']]).toEqual([status, 'string'])
})

test('POST /sandbox/faults adds faults, and GET /sandbox shows what is kept', async () => {
  const { call, post } = await aSandbox()
  const id = await post('Look at me')
  await call('POST', '/sandbox/faults', [{ on: 'create', do: 'credits' }])
  expect((await call('POST', '/2/tweets', { text: 'Refused' })).status).toBe(402)
  const { body } = await call('GET', '/sandbox')
  expect(body).toMatchObject({
    posts: [{ id }],
    calls: { create: 2 },
    cost: 0.015,
    account: { handle: 'sandbox_owner' },
  })
})
