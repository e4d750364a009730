import { expect, test } from 'vitest'
import { aSandbox, png } from './caller.ts'

const category = 'tweet_image'

function aForm(fields: Readonly<Record<string, string>>, bytes: Uint8Array = png): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('media', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'card.png')
  return form
}

test.each([
  ['a form', aForm({ media_category: category })],
  ['JSON', { media: png.toString('base64'), media_category: category }],
])('POST /2/media/upload takes a picture as %s and shows it again', async (_, body) => {
  const { call, sandbox } = await aSandbox()
  const answer = await call('POST', '/2/media/upload', body)
  const id = answer.body['data']?.['id']
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({ data: { id, media_key: `3_${id}`, size: png.length, expires_after_secs: 86_400 } })
  const shown = await fetch(`${sandbox.url}/media/${id}`)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png)
})

test.each([
  ['without a category', aForm({})],
  ['of another category', aForm({ media_category: 'dm_image' })],
  ['that is no picture', aForm({ media_category: category }, Buffer.from('plain words'))],
  ['without bytes', { media_category: category }],
  ['of more than 5 MB', aForm({ media_category: category }, Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]))],
])('POST /2/media/upload refuses a file %s', async (_, body) => {
  const { call } = await aSandbox()
  const answer = await call('POST', '/2/media/upload', body)
  expect(answer.status).toBe(400)
  expect(answer.body['type']).toMatch(/\/invalid-request$/)
})

test('initialize, append and finalize make one picture of its segments, in their order', async () => {
  const { call, sandbox } = await aSandbox()
  const begun = await call('POST', '/2/media/upload/initialize', {
    media_type: 'image/png',
    total_bytes: png.length,
    media_category: category,
  })
  const id = begun.body['data']?.['id']
  await call('POST', `/2/media/upload/${id}/append`, aForm({ segment_index: '1' }, png.subarray(5)))
  await call('POST', `/2/media/upload/${id}/append`, aForm({ segment_index: '0' }, png.subarray(0, 5)))
  const early = await call('POST', '/2/tweets', { text: 'Too early', media: { media_ids: [id] } })
  const done = await call('POST', `/2/media/upload/${id}/finalize`)
  expect(early.status).toBe(400)
  expect(done).toMatchObject({ status: 200, body: { data: { id, media_key: `3_${id}`, size: png.length } } })
  expect(Buffer.from(await (await fetch(`${sandbox.url}/media/${id}`)).arrayBuffer())).toEqual(png)
})

test('finalize refuses a picture of which a segment is missing', async () => {
  const { call } = await aSandbox()
  const body = { media_type: 'image/png', total_bytes: 100, media_category: category }
  const id = (await call('POST', '/2/media/upload/initialize', body)).body['data']?.['id']
  await call('POST', `/2/media/upload/${id}/append`, aForm({ segment_index: '0' }))
  expect((await call('POST', `/2/media/upload/${id}/finalize`)).status).toBe(400)
})

test('POST /2/media/metadata keeps an alternative text of up to 1,000 characters', async () => {
  const { call, upload } = await aSandbox()
  const id = await upload()
  const say = (text: string) => call('POST', '/2/media/metadata', { id, metadata: { alt_text: { text } } })
  expect(await say('🪽'.repeat(1000))).toMatchObject({ status: 200, body: { data: { id } } })
  expect((await say('a'.repeat(1001))).status).toBe(400)
  await call('POST', '/2/tweets', { text: 'A card', media: { media_ids: [id] } })
  const query = '?expansions=attachments.media_keys&media.fields=alt_text'
  const { body } = await call('GET', `/2/users/1460000000000000001/tweets${query}`)
  expect(body['includes']?.['media']?.[0]?.['alt_text']).toBe('🪽'.repeat(1000))
})
