import { expect, test } from 'vitest'
import type { RunningSandbox } from '../../src/sandbox/server.ts'
import { aSandbox, signature } from './caller.ts'

async function page({ url }: RunningSandbox, path = '/'): Promise<string> {
  return (await fetch(`${url}${path}`)).text()
}

function submit(
  { url }: RunningSandbox,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { origin: url, 'sec-fetch-site': 'same-origin' }
  return fetch(`${url}${path}`, { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' })
}

function engagementOf(sandbox: RunningSandbox, id: string) {
  return sandbox.posts().find((post) => post.id === id)?.engagement
}

test('the timeline says that it is not X, and needs no script', async () => {
  const { sandbox } = await aSandbox()
  const html = await page(sandbox)
  expect(html).toMatch(/^<!doctype html><html lang="en">/)
  expect(html).toContain('This is Broadside’s sandbox, not X.')
  expect(html).toContain('Nothing is posted yet.')
  expect(html).not.toMatch(/<script|style=|<style|onclick/)
})

test('the timeline allows itself its own styles and pictures, and nothing else', async () => {
  const { sandbox } = await aSandbox()
  const { headers } = await fetch(sandbox.url)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self';/)
  const styles = await fetch(`${sandbox.url}/styles/timeline.css`)
  expect([styles.status, styles.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  expect((await fetch(`${sandbox.url}/styles/preview.css`)).status).toBe(404)
})

test('the timeline shows a thread in its order, its posts joined, and the newest thread first', async () => {
  const { post, sandbox } = await aSandbox()
  const root = await post('First of the old thread')
  await post('Second of the old thread', root)
  await post('The new post')
  const html = await page(sandbox)
  const order = ['The new post', 'First of the old thread', 'Second of the old thread'].map((text) =>
    html.indexOf(text),
  )
  expect(order.every((place) => place > 0)).toBe(true)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(html.match(/post--chained/g)).toHaveLength(1)
  expect(html).toContain('aria-label="A thread of 2 posts"')
})

test('the timeline shows text as text, links short, and pictures with their alternative text', async () => {
  const { call, upload, sandbox } = await aSandbox()
  const picture = await upload()
  await call('POST', '/2/media/metadata', { id: picture, metadata: { alt_text: { text: 'A "quote" card' } } })
  const text = '<b>bold</b> & https://www.example.com/a/very/long/path/to/something for @someone'
  await call('POST', '/2/tweets', { text, media: { media_ids: [picture] } })
  const html = await page(sandbox)
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; ')
  expect(html).toContain('>example.com/a/very/long/pa…</a>')
  expect(html).toContain('href="https://www.example.com/a/very/long/path/to/something"')
  expect(html).toContain('<span class="post-link">@someone</span>')
  expect(html).toContain(`<img src="/media/${picture}" alt="A &quot;quote&quot; card"`)
})

test('showing a post counts an impression of it, and of no post that is not shown', async () => {
  const { post, sandbox } = await aSandbox()
  const [one, other] = [await post('One'), await post('Other')]
  await page(sandbox)
  await page(sandbox, `/sandbox_owner/status/${one}`)
  expect(engagementOf(sandbox, one)?.impressions).toBe(2)
  expect(engagementOf(sandbox, other)?.impressions).toBe(1)
})

test('a post has a page of its own, with its thread', async () => {
  const { post, sandbox } = await aSandbox()
  const root = await post('The root')
  const second = await post('The second', root)
  await post('Another thread')
  const html = await page(sandbox, `/i/status/${second}`)
  expect(html).toContain('The root')
  expect(html).not.toContain('Another thread')
  expect((await fetch(`${sandbox.url}/i/status/1`)).status).toBe(404)
})

test.each([
  ['like', 'likes'],
  ['repost', 'reposts'],
] as const)('a visitor can %s a post and take it back', async (act, figure) => {
  const { post, sandbox } = await aSandbox()
  const id = await post('Like me')
  const answer = await submit(sandbox, `/posts/${id}/${act}`, { here: `/sandbox_owner/status/${id}` })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/sandbox_owner/status/${id}#${id}`])
  expect(engagementOf(sandbox, id)?.[figure]).toBe(1)
  expect(await page(sandbox)).toContain(`class="act act--${act}" type="submit" aria-pressed="true"`)
  await submit(sandbox, `/posts/${id}/${act}`)
  expect(engagementOf(sandbox, id)?.[figure]).toBe(0)
})

test('a visitor can reply, and the reply is no post of the account', async () => {
  const { call, post, sandbox } = await aSandbox()
  const id = await post('Reply to me')
  expect((await submit(sandbox, `/posts/${id}/reply`, { text: 'Well said', here: '/' })).status).toBe(303)
  expect(await page(sandbox)).toContain('Well said')
  const { body } = await call('GET', `/2/users/${sandbox.account.id}/tweets?tweet.fields=public_metrics`)
  expect(body['data']).toHaveLength(1)
  expect(body['data']?.[0]?.['public_metrics']?.['reply_count']).toBe(1)
})

test.each([
  ['empty', ' '],
  ['too long', 'a'.repeat(281)],
])('a reply that is %s is refused', async (_, text) => {
  const { post, sandbox } = await aSandbox()
  const id = await post('Reply to me')
  expect((await submit(sandbox, `/posts/${id}/reply`, { text })).status).toBe(400)
  expect(sandbox.posts()).toHaveLength(1)
})

test('a form leads back to a page of the sandbox, and nowhere else', async () => {
  const { post, sandbox } = await aSandbox()
  const id = await post('Like me')
  const answer = await submit(sandbox, `/posts/${id}/like`, { here: '//elsewhere.example/' })
  expect(answer.headers.get('location')).toBe(`/#${id}`)
})

test.each([
  ['another origin', { origin: 'https://elsewhere.example' }],
  ['an origin that is hidden', { origin: 'null' }],
  ['another site, by its fetch metadata', { 'sec-fetch-site': 'cross-site' }],
])('a form or a call from %s changes nothing', async (_, headers) => {
  const { post, sandbox } = await aSandbox()
  const id = await post('Like me')
  const paths = [`/posts/${id}/like`, `/sandbox/posts/${id}/like`]
  const answers = await Promise.all(paths.map((path) => fetch(`${sandbox.url}${path}`, { method: 'POST', headers })))
  expect(answers.map(({ status }) => status)).toEqual([403, 403])
  expect(engagementOf(sandbox, id)?.likes).toBe(0)
})

test('a deleted post is gone from the timeline, and the rest of its thread is not', async () => {
  const { call, post, sandbox } = await aSandbox()
  const root = await post('The root')
  await post('The second', root)
  await call('DELETE', `/2/tweets/${root}`)
  const html = await page(sandbox)
  expect(html).not.toContain('The root')
  expect(html).toContain('The second')
})

test('a call of the API without a signature, or with a bearer token, is refused as X does', async () => {
  const { sandbox } = await aSandbox()
  const ask = (authorization?: string) =>
    fetch(`${sandbox.url}/2/users/me`, authorization === undefined ? {} : { headers: { authorization } })
  const answers = await Promise.all([ask(), ask('OAuth nothing="1"'), ask('Bearer abc'), ask(signature)])
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 403, 200])
  expect(await answers[0]?.json()).toEqual({
    title: 'Unauthorized',
    type: 'about:blank',
    status: 401,
    detail: 'Unauthorized',
  })
})

test('a call that X does not have is answered 404', async () => {
  const { call } = await aSandbox()
  expect((await call('GET', '/2/nothing')).status).toBe(404)
})
