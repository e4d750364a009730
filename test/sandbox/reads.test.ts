import { expect, test } from 'vitest'
import { aClock, aSandbox, type Caller } from './caller.ts'

const minute = 60_000

function ids({ body }: Awaited<ReturnType<Caller['call']>>): readonly string[] {
  return (body['data'] ?? []).map((post) => String(post['id']))
}

test('GET /2/users/me says whose account it is', async () => {
  const { call, sandbox } = await aSandbox({ account: { handle: '@thebroadside', name: 'The Broadside' } })
  const { body } = await call('GET', '/2/users/me')
  expect(body['data']).toEqual({ id: sandbox.account.id, name: 'The Broadside', username: 'thebroadside' })
  expect(sandbox.account.handle).toBe('@thebroadside')
})

test('GET /2/users/:id/tweets gives the own posts, newest first, page by page', async () => {
  const { call, post, sandbox } = await aSandbox()
  const posted: string[] = []
  for (let n = 1; n <= 12; n += 1) posted.push(await post(`Post ${n}`))
  const path = `/2/users/${sandbox.account.id}/tweets?max_results=5`
  const first = await call('GET', path)
  const second = await call('GET', `${path}&pagination_token=${first.body['meta']?.['next_token']}`)
  const third = await call('GET', `${path}&pagination_token=${second.body['meta']?.['next_token']}`)
  expect([...ids(first), ...ids(second), ...ids(third)]).toEqual(posted.toReversed())
  expect(third.body['meta']).toEqual({ result_count: 2, newest_id: posted[1], oldest_id: posted[0] })
})

test('GET /2/users/:id/tweets says only that there is nothing where there is nothing', async () => {
  const { call, sandbox } = await aSandbox()
  expect((await call('GET', `/2/users/${sandbox.account.id}/tweets`)).body).toEqual({ meta: { result_count: 0 } })
})

test('GET /2/users/:id/tweets keeps to since_id, until_id, start_time and end_time', async () => {
  const clock = aClock('2026-11-22T09:00:00.700Z')
  const { call, post, sandbox } = await aSandbox({ now: clock.now })
  const posted: string[] = []
  for (let n = 0; n < 3; n += 1) {
    posted.push(await post(`Post ${n}`))
    clock.move(minute)
  }
  const read = async (query: string) => ids(await call('GET', `/2/users/${sandbox.account.id}/tweets?${query}`))
  expect(await read(`since_id=${posted[0]}`)).toEqual([posted[2], posted[1]])
  expect(await read(`until_id=${posted[2]}`)).toEqual([posted[1], posted[0]])
  expect(await read('start_time=2026-11-22T09:01:00.900Z')).toEqual([posted[2], posted[1]])
  expect(await read('end_time=2026-11-22T09:02:00Z')).toEqual([posted[1], posted[0]])
})

test('GET /2/users/:id/tweets leaves replies out where it is asked to, a thread’s own posts among them', async () => {
  const { call, post, sandbox } = await aSandbox()
  const root = await post('The first')
  await post('The second', root)
  expect(ids(await call('GET', `/2/users/${sandbox.account.id}/tweets?exclude=replies`))).toEqual([root])
})

test.each([
  'max_results=4',
  'max_results=101',
  'since_id=x',
  'start_time=today',
  'pagination_token=%25',
  'tweet.fields=mood',
])('GET /2/users/:id/tweets refuses %s', async (query) => {
  const { call, sandbox } = await aSandbox()
  const { status, body } = await call('GET', `/2/users/${sandbox.account.id}/tweets?${query}`)
  expect([status, body['title']]).toEqual([400, 'Invalid Request'])
})

test('GET /2/users/:id/tweets shows the fields that were asked for', async () => {
  const clock = aClock('2026-11-22T09:00:00.700Z')
  const { call, post, upload, sandbox } = await aSandbox({ now: clock.now })
  const root = await post('The first')
  const picture = await upload()
  await call('POST', '/2/tweets', {
    text: '1 < 2 & see https://example.com/a for @someone',
    reply: { in_reply_to_tweet_id: root },
    media: { media_ids: [picture] },
  })
  const fields =
    'attachments,author_id,conversation_id,created_at,entities,public_metrics,referenced_tweets,source,non_public_metrics'
  const query = `tweet.fields=${fields}&expansions=attachments.media_keys,author_id`
  const { body } = await call('GET', `/2/users/${sandbox.account.id}/tweets?${query}`)
  const [newest, oldest] = body['data'] ?? []
  expect(newest).toMatchObject({
    attachments: { media_keys: [`3_${picture}`] },
    author_id: sandbox.account.id,
    conversation_id: root,
    created_at: '2026-11-22T09:00:00.000Z',
    referenced_tweets: [{ type: 'replied_to', id: root }],
    source: 'Broadside',
    public_metrics: {
      like_count: 0,
      retweet_count: 0,
      reply_count: 0,
      quote_count: 0,
      bookmark_count: 0,
      impression_count: 0,
    },
    non_public_metrics: { url_link_clicks: 0, user_profile_clicks: 0, engagements: 0 },
  })
  expect(oldest?.['public_metrics']?.['reply_count']).toBe(1)
  expect(body['includes']?.['media']).toEqual([{ media_key: `3_${picture}`, type: 'photo' }])
  expect(body['includes']?.['users']?.[0]?.['username']).toBe('sandbox_owner')
})

test('entities name the very places of the text, in code points', async () => {
  const { call, post } = await aSandbox()
  const id = await post('🪽 R&D: example.com, @someone #fairuse')
  const { body } = await call('GET', `/2/tweets/${id}?tweet.fields=entities`)
  const text = Array.from(body['data']?.['text'] ?? '')
  const entities = body['data']?.['entities']
  const cut = (one: { readonly [name: string]: unknown } | undefined) =>
    text.slice(Number(one?.['start']), Number(one?.['end'])).join('')
  expect(cut(entities?.['urls']?.[0])).toBe(entities?.['urls']?.[0]?.['url'])
  expect(cut(entities?.['mentions']?.[0])).toBe('@someone')
  expect(cut(entities?.['hashtags']?.[0])).toBe('#fairuse')
  expect(entities?.['urls']?.[0]).toMatchObject({ expanded_url: 'http://example.com', display_url: 'example.com' })
})

test('non_public_metrics are shown for thirty days', async () => {
  const clock = aClock('2026-11-22T09:00:00Z')
  const { call, post } = await aSandbox({ now: clock.now })
  const id = await post('Old news')
  clock.move(31 * 24 * 60 * minute)
  const { body } = await call('GET', `/2/tweets/${id}?tweet.fields=non_public_metrics,public_metrics`)
  expect(Object.keys(body['data'] ?? {})).toEqual(['id', 'text', 'edit_history_tweet_ids', 'public_metrics'])
})

test('GET /2/tweets gives what is live, and what is gone among the errors', async () => {
  const { call, post } = await aSandbox()
  const [live, gone] = [await post('Live'), await post('Gone')]
  await call('DELETE', `/2/tweets/${gone}`)
  const answer = await call('GET', `/2/tweets?ids=${live},${gone}`)
  expect(answer.status).toBe(200)
  expect(ids(answer)).toEqual([live])
  expect(answer.body['errors']).toMatchObject([{ resource_id: gone, parameter: 'ids', title: 'Not Found Error' }])
})

test('GET /2/tweets refuses no ids, more than 100, and what is none', async () => {
  const { call } = await aSandbox()
  const many = Array.from({ length: 101 }, (_, n) => n + 1).join(',')
  const answers = await Promise.all(['', many, 'x'].map((list) => call('GET', `/2/tweets?ids=${list}`)))
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
})

test('an own post is paid for once on a UTC day, and a lookup each time', async () => {
  const clock = aClock('2026-11-22T23:50:00Z')
  const { call, post, sandbox } = await aSandbox({ now: clock.now })
  const id = await post('Read me')
  const read = () => call('GET', `/2/users/${sandbox.account.id}/tweets`)
  await read()
  await read()
  expect(sandbox.cost()).toBe(0.016)
  clock.move(20 * minute)
  await read()
  expect(sandbox.cost()).toBe(0.017)
  await call('GET', `/2/tweets?ids=${id}`)
  await call('GET', `/2/tweets?ids=${id}`)
  expect(sandbox.cost()).toBe(0.027)
})
