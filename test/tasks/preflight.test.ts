import { describe, expect, test } from 'vitest'
import { whyHeld } from '../../src/core/queue/remedy.ts'
import type { Network } from '../../src/ports.ts'
import { preflight } from '../../src/tasks/preflight.ts'
import { publish } from '../../src/tasks/publish.ts'
import { hold, release } from '../../src/tasks/steer.ts'
import { aJob, aPost } from '../builders.ts'
import { aScene, png, type Scene } from './scene.ts'

const aCard = (sha256: string, alt = 'A point') => ({ sha256, type: 'image/png', alt, quote: 'A point' }) as const

/** The scene as if it were X, whose clock is `ahead` of this machine's. */
function onX({ ports }: Scene, ahead: number): Scene['ports'] {
  const network: Network = { ...ports.network, name: 'x', skew: () => ahead }
  return { ...ports, network }
}

describe('preflight()', () => {
  test.each([
    [-7 * 60_000, '7 minutes ahead of that of X'],
    [6 * 60_000, '6 minutes behind that of X'],
  ])('publishes nothing by a clock that is wrong by %d ms', async (ahead, fact) => {
    const scene = await aScene([])
    await expect(publish(scene.job, onX(scene, ahead))).rejects.toThrow(fact)
    expect(scene.sandbox.posts()).toEqual([])
  })

  test('bears a clock that is a little wrong', async () => {
    const scene = await aScene([])
    expect(await preflight(scene.job, onX(scene, 4_000))).toMatchObject({ kind: 'ready' })
  })

  test.each([
    ['the sandbox', 'sandbox', 'x', 'It was approved for the sandbox, and would now go to X'],
    ['X', 'x', 'sandbox', 'It was approved for X, and would now go to the sandbox'],
  ] as const)('holds what was approved for %s and would go elsewhere, and asks for nothing', async (...row) => {
    const [, network, name, fact] = row
    const scene = await aScene([])
    const job = { ...aJob({ id: 'elsewhere' }), network }
    await scene.store.add(job)
    const there: Network = { ...scene.ports.network, name }
    const held = await publish(job, { ...scene.ports, network: there })
    expect(held).toMatchObject({ state: 'held', held: { reason: 'network', until: null } })
    expect(whyHeld(held)).toContain(fact)
    expect(whyHeld(held)).toContain('"broadside cancel elsewhere" and queue the piece again')
    const again = await publish(await release('elsewhere', scene.ports), { ...scene.ports, network: there })
    expect(again).toMatchObject({ state: 'held', held: { reason: 'network' }, network })
    expect(scene.sandbox.calls()).toEqual({})
    expect(await scene.store.account()).toBeNull()
  })

  test('tells of the network also where it waited for something else', async () => {
    const scene = await aScene([])
    const held = { reason: 'limit', fact: 'Too Many Requests', until: '2026-11-22T10:00:00.000Z' } as const
    const job = { ...aJob({ id: 'elsewhere' }), network: 'x', state: 'held', held } as const
    await scene.store.add(job)
    expect(await publish(job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'network', until: null } })
  })

  test('knows the skew of the network after its first answer', async () => {
    const { ports } = await aScene([])
    expect(ports.network.skew()).toBeNull()
    await ports.network.me()
    expect(Math.abs(ports.network.skew() ?? Infinity)).toBeLessThan(5_000)
  })

  test('holds a thread that says the same twice', async () => {
    const posts = [aPost(1), aPost(2), aPost(3, { text: 'Post number 1.' })]
    const scene = await aScene([], { posts })
    const fact = 'Post 3 says the same as post 1, and X refuses the same words twice within a day'
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'rejected', fact } })
    expect(scene.sandbox.posts()).toEqual([])
  })

  test('holds a thread that says what another one said today, until X has forgotten it', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    const second = { ...aJob({ id: 'another-one' }), posts: [aPost(1, { text: 'Something new.' }), aPost(2)] }
    await scene.store.add(second)
    const held = await publish(second, scene.ports)
    expect(held).toMatchObject({
      state: 'held',
      held: {
        reason: 'limit',
        fact: expect.stringContaining('Post 2 says the same as post 2 of fair-use-k3f9') as unknown,
      },
    })
    const until = held.state === 'held' ? Date.parse(held.held.until ?? '') : 0
    expect(until - Date.now()).toBeGreaterThan(23 * 3_600_000)
    await expect(release('another-one', scene.ports)).rejects.toThrow('post 2 says the same as post 2 of fair-use-k3f9')
    await scene.ports.clock.sleep(until - Date.now() + 60_000)
    expect(await publish(held, scene.ports)).toMatchObject({ state: 'posted' })
  })

  test('holds it again though its owner held it and let it go on', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    const second = { ...aJob({ id: 'another-one' }), posts: [aPost(1, { text: 'Something new.' }), aPost(2)] }
    await scene.store.add(second)
    await hold('another-one', scene.ports)
    const released = await release('another-one', scene.ports)
    expect(await publish(released, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'limit' } })
    expect(scene.sandbox.posts().length).toBe(3)
  })

  test('holds a thread with a post that weighs more than the account may post', async () => {
    const scene = await aScene([], { posts: [aPost(1), aPost(2, { text: 'word '.repeat(60).trim() })] })
    expect(await publish(scene.job, scene.ports)).toMatchObject({
      held: { fact: 'Post 2 weighs 299, and the account may post 280 (BROADSIDE_LIMIT)' },
    })
  })

  test.each([
    ['', 'A picture of post 1 has no alternative text'],
    ['a'.repeat(1_001), 'An alternative text of post 1 has 1001 characters, and X takes 1000'],
  ])('holds a thread whose card is described in no way that X takes', async (alt, fact) => {
    const scene = await aScene([])
    const sha256 = await scene.store.keep(png, 'image/png')
    const job = { ...aJob({ id: 'described' }), posts: [aPost(1, { card: aCard(sha256, alt) })] }
    await scene.store.add(job)
    expect(await publish(job, scene.ports)).toMatchObject({ held: { reason: 'rejected', fact } })
  })

  test('holds the one job whose card is gone from the store', async () => {
    const scene = await aScene([], { posts: [aPost(1, { card: aCard('0'.repeat(64)) })] })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'store' } })
  })

  test('does not begin what X would not take to its end today, and goes on when X takes it', async () => {
    const scene = await aScene([])
    const { network, store } = scene.ports
    const me = async () => ({ ...(await network.me()), verified: false })
    const ports = { ...scene.ports, network: { ...network, me } }
    await publish(scene.job, ports)
    const long = {
      ...aJob({ id: 'a-long-one' }),
      posts: Array.from({ length: 200 }, (_, n) => aPost(n + 1, { text: `${n}.` })),
    }
    await store.add(long)
    expect(await publish(long, ports)).toMatchObject({
      state: 'held',
      held: {
        reason: 'limit',
        fact: 'X takes 200 replies of an account without a check mark in 24 hours, and these would be 201',
        until: expect.stringMatching(/Z$/) as unknown,
      },
    })
    expect(scene.sandbox.posts().length).toBe(3)
  })

  test('begins a thread of which X may refuse a part, for X may also take it', async () => {
    const scene = await aScene([], { posts: Array.from({ length: 60 }, (_, n) => aPost(n + 1, { text: `${n}.` })) })
    const me = async () => ({ ...(await scene.ports.network.me()), verified: false })
    const ports = { ...scene.ports, network: { ...scene.ports.network, me } }
    expect(await publish(scene.job, ports)).toMatchObject({ state: 'posted' })
  })

  test('asks of a held job no more than its rest costs', async () => {
    const settings = { BROADSIDE_MONTHLY_BUDGET: '0.05' }
    const scene = await aScene([{ on: 'create', nth: 2, do: 'reply-rule' }], { settings })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ held: { reason: 'reply-rule' } })
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
  })
})

describe('a card', () => {
  const posts = (sha256: string) => [aPost(1), aPost(2, { card: aCard(sha256) })]

  async function withCard(...faults: Parameters<typeof aScene>[0]): Promise<Scene> {
    const scene = await aScene(faults)
    const sha256 = await scene.store.keep(png, 'image/png')
    const job = { ...aJob({ id: 'with-a-card' }), posts: posts(sha256) }
    await scene.store.add(job)
    return { ...scene, job }
  }

  test('that X took is not sent again with the next attempt at its post', async () => {
    const scene = await withCard({ on: 'create', nth: 2, do: 'invisible', times: 2 })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 4, upload: 1, metadata: 1 })
    expect(scene.sandbox.posts()[1]?.pictures.length).toBe(1)
  })

  test('that X took is not sent again by another process that goes on', async () => {
    const scene = await withCard({ on: 'create', nth: 2, do: 'credits' })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held' })
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 3, upload: 1, metadata: 1 })
    expect((await scene.store.ledger()).filter(({ call }) => call === 'alt-text').length).toBe(1)
  })

  test('is sent anew when X has forgotten it, or will soon', async () => {
    const scene = await withCard({ on: 'create', nth: 2, do: 'credits' })
    await publish(scene.job, scene.ports)
    await scene.ports.clock.sleep(23.5 * 3_600_000)
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 3, upload: 2 })
  })

  test('is sent anew when X refused the post that was to show it', async () => {
    const scene = await withCard()
    const { network } = scene.ports
    const detail = 'Your media IDs are invalid.'
    const refused = { kind: 'refused', reason: 'rejected', detail, until: null } as const
    const picky: Network = {
      ...network,
      publish: async (post) => (post.mediaIds.length > 0 ? refused : network.publish(post)),
    }
    expect(await publish(scene.job, { ...scene.ports, network: picky })).toMatchObject({ held: { reason: 'rejected' } })
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 2, upload: 2 })
  })

  test('whose upload was lost is sent again, and its post once', async () => {
    const scene = await withCard({ on: 'upload', do: 'reset-after', times: 2 })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 2, upload: 3 })
  })

  test('and the images after it are shown in their order, each with its own words', async () => {
    const scene = await aScene([])
    const sha256 = await scene.store.keep(png, 'image/png')
    const images = ['A map', 'A view'].map((alt) => ({ sha256, type: 'image/png' as const, alt }))
    const job = { ...aJob({ id: 'illustrated' }), posts: [aPost(1, { card: aCard(sha256), images, price: 0.03 })] }
    await scene.store.add(job)
    expect(await publish(job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.posts()[0]?.pictures.length).toBe(3)
    expect(scene.sandbox.calls()).toMatchObject({ create: 1, upload: 3, metadata: 3 })
    const paid = (await scene.store.ledger()).map(({ usd }) => usd)
    expect(paid.reduce((total, one) => total + one, 0)).toBeCloseTo(0.03)
  })

  test('that cannot be uploaded stops the tick, and nothing is shown without it', async () => {
    const scene = await withCard({ on: 'upload', do: 'reset-before', times: 9 })
    await expect(publish(scene.job, scene.ports)).rejects.toThrow('Cannot upload picture 1 of post 2')
    expect(scene.sandbox.posts().length).toBe(1)
  })
})
