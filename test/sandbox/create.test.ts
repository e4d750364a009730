import { expect, test } from 'vitest'
import { aClock, aSandbox } from './caller.ts'

const day = 24 * 3_600_000

test('POST /2/tweets answers 201 with the id and the text as X shows it', async () => {
  const { call, sandbox } = await aSandbox()
  const { status, body } = await call('POST', '/2/tweets', { text: 'Tea & <toast> at example.com' })
  expect(status).toBe(201)
  expect(body['data']?.['text']).toMatch(/^Tea &amp; &lt;toast&gt; at https:\/\/t\.co\/\w{10}$/)
  expect(sandbox.posts().map((post) => [post.id, post.text])).toEqual([
    [body['data']?.['id'], 'Tea & <toast> at example.com'],
  ])
})

test('POST /2/tweets gives ids that grow, even when the clock stands still', async () => {
  const { post } = await aSandbox({ now: aClock('2026-11-22T09:00:00Z').now })
  const ids = [await post('One'), await post('Two'), await post('Three')].map(BigInt)
  expect(ids[0]! < ids[1]! && ids[1]! < ids[2]!).toBe(true)
})

test('POST /2/tweets writes all of several that come at once', async () => {
  const { post, sandbox } = await aSandbox()
  await Promise.all(Array.from({ length: 20 }, (_, n) => post(`Post ${n}`)))
  expect(new Set(sandbox.posts().map(({ id }) => id)).size).toBe(20)
})

test.each([
  ['a body that is no JSON object', [], 400, '$'],
  ['no text and no picture', { text: ' ' }, 400, 'You must provide text or media'],
  ['a text that weighs 281', { text: 'a'.repeat(281) }, 400, 'Your Tweet text is too long.'],
  ['a text of 141 letters that weigh 2', { text: '字'.repeat(141) }, 400, 'Your Tweet text is too long.'],
  ['a picture that was never uploaded', { text: 'a', media: { media_ids: ['1'] } }, 400, 'Your media IDs are invalid.'],
  ['five pictures', { text: 'a', media: { media_ids: ['1', '2', '3', '4', '5'] } }, 400, '$.media.media_ids'],
  [
    'a post that is not there',
    { text: 'a', reply: { in_reply_to_tweet_id: '1' } },
    403,
    'deleted or not visible to you',
  ],
  ['two cashtags', { text: '$ABC and $XYZ' }, 403, 'only one cashtag'],
  ['a parameter that X does not have', { text: 'a', mood: 'glad' }, 400, 'mood'],
])('POST /2/tweets refuses %s', async (_, body, status, words) => {
  const { call, sandbox } = await aSandbox()
  const answer = await call('POST', '/2/tweets', body)
  expect(answer.status).toBe(status)
  expect(JSON.stringify(answer.body)).toContain(words)
  expect(sandbox.posts()).toEqual([])
  expect(sandbox.cost()).toBe(0)
})

test('POST /2/tweets takes a text that weighs 280, or what a Premium account may write', async () => {
  const plain = await aSandbox()
  expect((await plain.call('POST', '/2/tweets', { text: 'a'.repeat(280) })).status).toBe(201)
  const premium = await aSandbox({ limit: 25_000 })
  const id = await premium.post('a'.repeat(400))
  const { body } = await premium.call('GET', `/2/tweets/${id}?tweet.fields=note_tweet`)
  expect(body['data']?.['text']).toMatch(/^a+…$/)
  expect(body['data']?.['note_tweet']?.['text']).toBe('a'.repeat(400))
})

test('POST /2/tweets refuses the same text within a day, and takes it after, or once the first is deleted', async () => {
  const clock = aClock('2026-11-22T09:00:00Z')
  const { call, post } = await aSandbox({ now: clock.now })
  const first = await post('The same words')
  const second = await call('POST', '/2/tweets', { text: 'The same words ' })
  expect(second.status).toBe(403)
  expect(second.body).toEqual({
    title: 'Forbidden',
    type: 'about:blank',
    status: 403,
    detail: 'You are not allowed to create a Tweet with duplicate content.',
  })
  await call('DELETE', `/2/tweets/${first}`)
  expect((await call('POST', '/2/tweets', { text: 'The same words' })).status).toBe(201)
  clock.move(day)
  expect((await call('POST', '/2/tweets', { text: 'The same words' })).status).toBe(201)
})

test('POST /2/tweets takes the same text twice where duplicates are allowed', async () => {
  const { post, sandbox } = await aSandbox({ duplicates: 'allow' })
  await post('The same words')
  await post('The same words')
  expect(sandbox.posts()).toHaveLength(2)
})

test('POST /2/tweets puts a picture on a post, for a day after its upload', async () => {
  const clock = aClock('2026-11-22T09:00:00Z')
  const { call, upload } = await aSandbox({ now: clock.now })
  const media = { media_ids: [await upload()] }
  const { body } = await call('POST', '/2/tweets', { text: 'With a card', media })
  expect(body['data']?.['text']).toMatch(/^With a card https:\/\/t\.co\/\w{10}$/)
  clock.move(day)
  expect((await call('POST', '/2/tweets', { text: 'Too late', media })).status).toBe(400)
})

test('the sandbox charges a post, a post with a link, an alternative text and a deletion as X does', async () => {
  const { call, post, upload, sandbox } = await aSandbox()
  const id = await post('No link here')
  await post('A link: example.com')
  await call('POST', '/2/media/metadata', { id: await upload(), metadata: { alt_text: { text: 'A card' } } })
  await call('DELETE', `/2/tweets/${id}`)
  expect(sandbox.cost()).toBe(0.23)
  expect(sandbox.calls()).toEqual({ create: 2, upload: 1, metadata: 1, delete: 1 })
})

test('DELETE /2/tweets/:id deletes a post once', async () => {
  const { call, post, sandbox } = await aSandbox()
  const id = await post('Gone soon')
  expect(await call('DELETE', `/2/tweets/${id}`)).toMatchObject({ status: 200, body: { data: { deleted: true } } })
  expect(sandbox.posts()).toEqual([])
  expect((await call('DELETE', `/2/tweets/${id}`)).status).toBe(404)
})

test('a reply to a deleted post is refused', async () => {
  const { call, post } = await aSandbox()
  const id = await post('Gone soon')
  await call('DELETE', `/2/tweets/${id}`)
  const answer = await call('POST', '/2/tweets', { text: 'A reply', reply: { in_reply_to_tweet_id: id } })
  expect(answer.status).toBe(403)
  expect(answer.body['detail']).toBe('You attempted to reply to a Tweet that is deleted or not visible to you.')
})
