import { describe, expect, test } from 'vitest'
import type { Network } from '../../src/ports.ts'
import { preflight } from '../../src/tasks/preflight.ts'
import { publish } from '../../src/tasks/publish.ts'
import { release } from '../../src/tasks/steer.ts'
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
      held: { fact: expect.stringContaining('Post 2 says the same as post 2 of fair-use-k3f9') as unknown },
    })
    const until = held.state === 'held' ? Date.parse(held.held.until ?? '') : 0
    expect(until - Date.now()).toBeGreaterThan(23 * 3_600_000)
    expect(await publish(await release('another-one', scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
  })

  test('holds a thread with a post that weighs more than the account may post', async () => {
    const scene = await aScene([], { posts: [aPost(1), aPost(2, { text: 'word '.repeat(60).trim() })] })
    expect(await publish(scene.job, scene.ports)).toMatchObject({
      held: { fact: 'Post 2 weighs 299, and the account may post 280 (BROADSIDE_LIMIT)' },
    })
  })

  test.each([
    ['', 'The card of post 1 has no alternative text'],
    ['a'.repeat(1_001), 'The alternative text of post 1 has 1001 characters, and X takes 1000'],
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

  test('whose upload was lost is sent again, and its post once', async () => {
    const scene = await withCard({ on: 'upload', do: 'reset-after', times: 2 })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.sandbox.calls()).toMatchObject({ create: 2, upload: 3 })
  })

  test('that cannot be uploaded stops the tick, and nothing is shown without it', async () => {
    const scene = await withCard({ on: 'upload', do: 'reset-before', times: 9 })
    await expect(publish(scene.job, scene.ports)).rejects.toThrow('Cannot upload the card of post 2')
    expect(scene.sandbox.posts().length).toBe(1)
  })
})
