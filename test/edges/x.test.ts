import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { metricsOf } from '../../src/core/metrics/vocabulary.ts'
import { matchesOf } from '../../src/core/publication/match.ts'
import { openX } from '../../src/edges/x.ts'
import type { Network } from '../../src/ports.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { startSandbox, type RunningSandbox } from '../../src/sandbox/server.ts'

const credentials = {
  appKey: 'app-key-1234',
  appSecret: 'app-secret-1234',
  accessToken: 'access-token-1234',
  accessSecret: 'access-secret-1234',
}
// One pixel.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const start = new Date(Date.now() - 3_600_000)

async function aNetwork(
  ...faults: readonly Fault[]
): Promise<{ network: Network; sandbox: RunningSandbox; me: string }> {
  const sandbox = await startSandbox({ statePath: null, faults })
  onTestFinished(() => sandbox.close())
  const network = openX({ name: 'sandbox', credentials, apiUrl: sandbox.url, deadline: 1_000 })
  return { network, sandbox, me: sandbox.account.id }
}

const plain = (text: string) => ({ text, replyTo: null, mediaIds: [] })

describe('the X edge, over HTTP', () => {
  test('knows whose keys it has', async () => {
    const { network, sandbox } = await aNetwork()
    expect(await network.me()).toEqual(sandbox.account)
  })

  test('knows whether the account bears a check mark, where X says so', async () => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, response) => {
      asked.push(url)
      const data = {
        id: '7',
        username: 'owner',
        name: 'Owner',
        verified: true,
        public_metrics: { followers_count: 12 },
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => void server.close())
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const account = { id: '7', handle: '@owner', name: 'Owner', verified: true, followers: 12 }
    expect(await openX({ name: 'sandbox', credentials, apiUrl }).me()).toEqual(account)
    expect(asked).toEqual(['/2/users/me?user.fields=public_metrics%2Cverified'])
  })

  test('publishes a thread with a card, and reads it back as it was written', async () => {
    const { network, me } = await aNetwork()
    const uploaded = await network.upload(png, { type: 'image/png', alt: 'A single point' })
    if (uploaded.kind !== 'uploaded') throw new Error(uploaded.detail)
    const text = 'Tom & "Jerry" <3: see https://example.org/a?b=1&c=2 or example.com.\n\n1/2 😉🪽'
    const first = await network.publish({ text, replyTo: null, mediaIds: [uploaded.media.id] })
    if (first.kind !== 'applied') throw new Error(first.kind)
    const second = await network.publish({ text: 'And on.\n\n2/2', replyTo: first.id, mediaIds: [] })
    if (second.kind !== 'applied') throw new Error(second.kind)
    const live = await network.timeline(me, start)
    expect(live.map(({ id }) => id)).toEqual([second.id, first.id])
    expect(live[0]).toMatchObject({ text: 'And on.\n\n2/2', replyTo: first.id, mediaKeys: [] })
    expect(live[1]).toMatchObject({ replyTo: null, mediaKeys: [uploaded.media.key] })
    const wanted = { text, replyTo: null, mediaKeys: [] }
    expect(matchesOf(wanted, live).map(({ id }) => id)).toEqual([first.id])
  })

  test('reads every page of a long timeline', async () => {
    let minutes = 0
    // A minute passes with each look at the clock, so that no rate limit is met.
    const now = () => new Date(start.getTime() + 60_000 * minutes++)
    const sandbox = await startSandbox({ statePath: null, now })
    onTestFinished(() => sandbox.close())
    const network = openX({ name: 'sandbox', credentials, apiUrl: sandbox.url })
    for (let n = 1; n <= 120; n++) await network.publish(plain(`Post ${n} of many.`))
    const live = await network.timeline(sandbox.account.id, start)
    expect(new Set(live.map(({ text }) => text)).size).toBe(120)
    expect(sandbox.calls().timeline).toBe(2)
  })

  test('reads figures, and lookup() leaves out what is gone', async () => {
    const { network } = await aNetwork()
    const first = await network.publish(plain('Only this.'))
    if (first.kind !== 'applied') throw new Error(first.kind)
    const live = await network.lookup([first.id, '999'])
    expect(live.map(({ id }) => id)).toEqual([first.id])
    expect(metricsOf(live[0]?.figures ?? {})).toMatchObject({ likes: 0, reposts: 0, replies: 0 })
  })

  test.each<[Fault['do'], object]>([
    ['unauthorized', { kind: 'refused', reason: 'auth' }],
    ['credits', { kind: 'refused', reason: 'credits' }],
    ['spend-cap', { kind: 'refused', reason: 'credits', until: expect.any(String) as unknown }],
    ['duplicate', { kind: 'refused', reason: 'duplicate' }],
    ['reply-rule', { kind: 'refused', reason: 'reply-rule' }],
    ['invisible', { kind: 'refused', reason: 'invisible' }],
    ['rate-limit', { kind: 'refused', reason: 'limit', until: expect.any(String) as unknown }],
    ['rate-limit-day', { kind: 'refused', reason: 'limit', until: expect.any(String) as unknown }],
    ['reset-before', { kind: 'unknown' }],
    ['unavailable-before', { kind: 'unknown' }],
    ['html', { kind: 'unknown' }],
    ['redirect', { kind: 'unknown' }],
  ])('publish() takes %s for what it is, and nothing is live', async (fault, answer) => {
    const { network, sandbox } = await aNetwork({ on: 'create', do: fault } as Fault)
    expect(await network.publish(plain('Once.'))).toMatchObject(answer)
    expect(sandbox.posts()).toEqual([])
  })

  test.each<Fault['do']>(['reset-after', 'hang-after', 'truncated-after', 'empty-after', 'error-after'])(
    'publish() takes %s as unknown, though the post is live',
    async (fault) => {
      const { network, sandbox } = await aNetwork({ on: 'create', do: fault } as Fault)
      expect(await network.publish(plain('Once.'))).toMatchObject({ kind: 'unknown' })
      expect(sandbox.posts().map(({ text }) => text)).toEqual(['Once.'])
    },
  )

  test.each([
    ['publish() of a post', (network: Network) => network.publish(plain('Once.')), { kind: 'refused', until: null }],
    [
      'upload() of a picture',
      (network: Network) => network.upload(png, { type: 'image/png', alt: 'A point' }),
      { kind: 'uploaded', media: { id: '7', expiresAt: expect.stringMatching(/^20/) as unknown } },
    ],
  ])('%s never rejects, however odd the time that X names', async (_, ask, answer) => {
    const data = { id: '7', media_key: '3_7', expires_after_secs: 1e20 }
    const server = createServer(({ url = '' }, response) => {
      const headers = { 'content-type': 'application/json', 'x-rate-limit-reset': '1e20' }
      response.writeHead(url.endsWith('/tweets') ? 429 : 200, headers).end(JSON.stringify({ data }))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => void server.close())
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await ask(openX({ name: 'sandbox', credentials, apiUrl }))).toMatchObject(answer)
  })

  test('publish() asks once, whatever the answer', async () => {
    const { network, sandbox } = await aNetwork({ on: 'create', do: 'error-after', times: 5 })
    await network.publish(plain('Once.'))
    expect(sandbox.calls().create).toBe(1)
  })

  test('uploads a card in one request and describes it in another', async () => {
    const { network, sandbox } = await aNetwork()
    await network.upload(png, { type: 'image/png', alt: 'A single point' })
    expect(sandbox.calls()).toMatchObject({ upload: 1, metadata: 1 })
  })

  test('upload() that is refused or lost is no upload', async () => {
    const { network } = await aNetwork({ on: 'upload', do: 'credits' }, { on: 'metadata', do: 'unavailable-before' })
    const about = { type: 'image/png', alt: 'A single point' } as const
    expect(await network.upload(png, about)).toMatchObject({ kind: 'refused', reason: 'credits' })
    expect(await network.upload(png, about)).toMatchObject({ kind: 'unknown' })
  })

  test('timeline() rejects when the network does not answer, and when the answer makes no sense', async () => {
    const { network, me } = await aNetwork({ on: 'timeline', do: 'html' })
    await expect(network.timeline(me, start)).rejects.toThrow('Cannot read the timeline')
    const nowhere = openX({ name: 'sandbox', credentials, apiUrl: 'http://127.0.0.1:1' })
    await expect(nowhere.timeline('1', start)).rejects.toThrow('the connection was lost (ECONNREFUSED)')
  })

  test('a deadline is kept even while bytes trickle in', async () => {
    const server = createServer((_, response) => {
      response.writeHead(201, { 'content-type': 'application/json' })
      const drip = setInterval(() => response.write(' '), 50)
      response.once('close', () => clearInterval(drip))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      server.close()
      server.closeAllConnections()
    })
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const network = openX({ name: 'sandbox', credentials, apiUrl, deadline: 300 })
    expect(await network.publish(plain('Once.'))).toMatchObject({ kind: 'unknown' })
  })

  test('no error tells a key', async () => {
    const { network } = await aNetwork({ on: 'me', do: 'unauthorized' })
    const error = await network.me().catch((cause: unknown) => cause)
    const { inspect } = await import('node:util')
    for (const key of Object.values(credentials))
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(key)
  })
})
