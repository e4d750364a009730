import { describe, expect, test } from 'vitest'
import { linkTo } from '../../src/core/publication/link.ts'
import { liveIds } from '../../src/core/publication/step.ts'
import { adopt } from '../../src/tasks/adopt.ts'
import { publish } from '../../src/tasks/publish.ts'
import { planRetraction, retract } from '../../src/tasks/retract.ts'
import { statusRows } from '../../src/tasks/show.ts'
import { find, release } from '../../src/tasks/steer.ts'
import { verify } from '../../src/tasks/verify.ts'
import { aScene, type Scene } from './scene.ts'

const whole = ['Post number 1.', 'Post number 2.', 'Post number 3.']
const texts = ({ sandbox }: Scene) => sandbox.posts().map(({ text }) => text)
const plain = (text: string, replyTo: string | null) => ({ text, replyTo, mediaIds: [] })

const jobOf = ({ job, ports }: Scene) => find(job.id, ports)

/** A job held at post 2, which X would not take. */
async function aHeldScene(): Promise<Scene & { first: string }> {
  const scene = await aScene([{ on: 'create', nth: 2, do: 'reply-rule' }])
  await publish(scene.job, scene.ports)
  return { ...scene, first: scene.sandbox.posts()[0]?.id ?? '' }
}

async function byHand({ ports }: Scene, text: string, replyTo: string | null): Promise<string> {
  const answer = await ports.network.publish(plain(text, replyTo))
  if (answer.kind !== 'applied') throw new Error(answer.kind)
  return answer.id
}

describe('adopt()', () => {
  test('takes a post that the owner made by hand, and the job goes on after it', async () => {
    const scene = await aHeldScene()
    const id = await byHand(scene, 'Post number 2.', scene.first)
    await adopt({ id: scene.job.id, n: 2, url: `https://x.com/me/status/${id}?s=20` }, scene.ports)
    expect(liveIds(await scene.store.journal(scene.job.id)).get(2)).toBe(id)
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
    expect(scene.sandbox.posts()[2]?.replyTo).toBe(id)
  })

  test('takes a post of which no attempt was ever made', async () => {
    const scene = await aHeldScene()
    const second = await byHand(scene, 'Post number 2.', scene.first)
    const third = await byHand(scene, 'Post number 3.', second)
    await adopt({ id: scene.job.id, n: 2, url: second }, scene.ports)
    await adopt({ id: scene.job.id, n: 3, url: `${scene.sandbox.url}/#${third}` }, scene.ports)
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test.each([
    ['no address of a post', 2, () => 'https://x.com/me', 'is not the address of a post'],
    ['a post that is not there', 2, () => '404', 'X shows no post 404'],
    [
      'other words',
      2,
      (scene: Scene, first: string) => byHand(scene, 'Post number 2!', first),
      'it says "Post number 2!"',
    ],
    ['another parent', 2, (scene: Scene) => byHand(scene, 'Post number 2.', null), 'it answers nothing instead of'],
    ['a post of this thread', 2, (_: Scene, first: string) => first, 'is another post of this thread already'],
    ['a post that is live already', 1, () => '5', 'it is live already'],
    ['a post out of its order', 3, () => '5', 'post 2 comes first'],
    ['a post that the thread does not have', 4, () => '5', 'has 3 posts'],
  ])('refuses %s', async (_, n, urlOf, fact) => {
    const scene = await aHeldScene()
    const url = await urlOf(scene, scene.first)
    await expect(adopt({ id: scene.job.id, n, url }, scene.ports)).rejects.toThrow(fact)
    expect(liveIds(await scene.store.journal(scene.job.id)).size).toBe(1)
  })

  test('touches no job that is not held', async () => {
    const scene = await aScene([])
    await expect(adopt({ id: scene.job.id, n: 1, url: '5' }, scene.ports)).rejects.toThrow('is queued, not held')
  })
})

describe('release() after X called a post a duplicate', () => {
  test('reads the timeline back again before anything is sent', async () => {
    const scene = await aScene([{ on: 'create', nth: 2, do: 'duplicate' }])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    const before = scene.sandbox.calls().timeline ?? 0
    const asked: string[] = []
    const { network } = scene.ports
    const watched = {
      ...network,
      timeline: (...args: Parameters<typeof network.timeline>) => {
        asked.push('read')
        return network.timeline(...args)
      },
      publish: (...args: Parameters<typeof network.publish>) => {
        asked.push('send')
        return network.publish(...args)
      },
    }
    const released = await release(scene.job.id, scene.ports)
    expect(await publish(released, { ...scene.ports, network: watched })).toMatchObject({ state: 'posted' })
    expect(asked.indexOf('send')).toBeGreaterThanOrEqual(2)
    expect(scene.sandbox.calls().timeline).toBeGreaterThan(before)
    expect(texts(scene)).toEqual(whole)
  })

  test('adopts what it finds then, and sends nothing', async () => {
    const scene = await aScene([{ on: 'create', nth: 2, do: 'duplicate' }])
    await publish(scene.job, scene.ports)
    await byHand(scene, 'Post number 2.', scene.sandbox.posts()[0]?.id ?? null)
    const released = await release(scene.job.id, scene.ports)
    expect(await publish(released, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('is the way on where the owner settles every lost answer', async () => {
    const scene = await aScene([{ on: 'create', do: 'reset-before' }], { settings: { BROADSIDE_SETTLE: 'ask' } })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    const released = await release(scene.job.id, scene.ports)
    expect(await publish(released, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })
})

describe('retract()', () => {
  test('deletes the last post first, pays for each, and knows afterwards that nothing is live', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    expect(await planRetraction(scene.job.id, scene.ports)).toMatchObject({ live: 3, price: 0.03 })
    const gone: string[] = []
    const remove = (id: string) => {
      gone.push(id)
      return scene.ports.network.remove(id)
    }
    const ids = scene.sandbox.posts().map(({ id }) => id)
    await retract(scene.job.id, { ...scene.ports, network: { ...scene.ports.network, remove } })
    expect(gone).toEqual(ids.toReversed())
    expect(scene.sandbox.posts()).toEqual([])
    expect(liveIds(await scene.store.journal(scene.job.id)).size).toBe(0)
    expect((await scene.store.ledger()).filter(({ call }) => call === 'delete').length).toBe(3)
  })

  test('leaves a posted job retracted, and says of each post that it was taken back', async () => {
    const scene = await aScene([{ on: 'delete', nth: 3, do: 'reset-before' }])
    const posted = await publish(scene.job, scene.ports)
    const stateOf = async () => (await statusRows([await jobOf(scene)], scene.ports, (id) => id))[0]
    expect(posted).toMatchObject({ results: scene.sandbox.posts().map(({ id }) => ({ id })) })
    await expect(retract(scene.job.id, scene.ports)).rejects.toThrow('Cannot take post')
    expect(await stateOf()).toMatchObject({
      state: 'posted',
      published: 1,
      posts: [{ state: 'live' }, { state: 'removed' }, {}],
    })
    expect(await retract(scene.job.id, scene.ports)).toMatchObject({ state: 'retracted' })
    expect(await stateOf()).toMatchObject({ state: 'retracted', published: 0, posts: [{ state: 'removed' }, {}, {}] })
    expect(await retract(scene.job.id, scene.ports)).toMatchObject({ state: 'retracted' })
    expect((await scene.store.ledger()).filter(({ call }) => call === 'delete').length).toBe(3)
  })

  test('leaves a job cancelled while one of its posts may be live, and says which', async () => {
    const scene = await aScene(
      [
        { on: 'create', nth: 2, do: 'reset-after' },
        { on: 'timeline', do: 'stale', times: 99 },
      ],
      {
        settings: { BROADSIDE_SETTLE: 'ask' },
      },
    )
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    expect(await retract(scene.job.id, scene.ports)).toMatchObject({ state: 'cancelled' })
    const [row] = await statusRows([await jobOf(scene)], scene.ports, (id) => id)
    expect(row?.posts.map(({ state }) => state)).toEqual(['removed', 'unknown', 'unsent'])
  })

  test('goes on where it was stopped, and cancels a held job so that nothing is posted after it', async () => {
    const scene = await aScene([
      { on: 'create', nth: 3, do: 'reply-rule' },
      { on: 'delete', nth: 2, do: 'reset-after' },
    ])
    await publish(scene.job, scene.ports)
    await expect(retract(scene.job.id, scene.ports)).rejects.toThrow('Cannot take post')
    expect(liveIds(await scene.store.journal(scene.job.id)).size).toBe(1)
    expect(await retract(scene.job.id, scene.ports)).toMatchObject({ state: 'retracted' })
    expect(scene.sandbox.posts()).toEqual([])
    expect(liveIds(await scene.store.journal(scene.job.id)).size).toBe(0)
  })

  test('refuses a job that may still post', async () => {
    const scene = await aScene([])
    await expect(retract(scene.job.id, scene.ports)).rejects.toThrow('it is queued')
  })
})

describe('verify()', () => {
  test('finds a thread live as it was approved', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    const { same, posts } = await verify(scene.job.id, scene.ports)
    expect(same).toBe(true)
    const ids = scene.sandbox.posts().map(({ id }) => id)
    expect(posts.map(({ url }) => url)).toEqual(ids.map((id) => linkTo(id, scene.ports.settings)))
  })

  test('tells of each post of a retracted job that it was taken back', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    await retract(scene.job.id, scene.ports)
    const { same, posts } = await verify(scene.job.id, scene.ports)
    expect(same).toBe(false)
    expect(posts.map(({ state }) => state)).toEqual(['removed', 'removed', 'removed'])
  })

  test('tells a post that is gone, one that says something else, and one that was never published', async () => {
    const scene = await aHeldScene()
    expect(await verify(scene.job.id, scene.ports)).toMatchObject({
      same: false,
      posts: [{ state: 'same' }, { state: 'unpublished' }, { state: 'unpublished' }],
    })
    const { lookup } = scene.ports.network
    const network = {
      ...scene.ports.network,
      lookup: async (ids: readonly string[]) => (await lookup(ids)).map((post) => ({ ...post, text: 'Other.' })),
    }
    const [other] = (await verify(scene.job.id, { ...scene.ports, network })).posts
    expect(other).toMatchObject({ state: 'different', differences: ['it says "Other."'] })
    await scene.ports.network.remove(scene.first)
    expect((await verify(scene.job.id, scene.ports)).posts[0]).toMatchObject({ state: 'gone' })
  })
})
