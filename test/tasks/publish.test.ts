import { describe, expect, test } from 'vitest'
import type { Clock, Network, Store } from '../../src/ports.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { publish } from '../../src/tasks/publish.ts'
import { release } from '../../src/tasks/steer.ts'
import { aJob, aPost } from '../builders.ts'
import { aScene, png, type Scene } from './scene.ts'

const texts = ({ sandbox }: Scene) => sandbox.posts().map(({ text }) => text)
const whole = ['Post number 1.', 'Post number 2.', 'Post number 3.']

describe('publish()', () => {
  test('posts a thread in order, each post answering the one before, with the pace between them', async () => {
    const scene = await aScene([], { settings: { BROADSIDE_PACE: '7s' } })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
    const [first, second, third] = scene.sandbox.posts()
    expect([first?.replyTo, second?.replyTo, third?.replyTo]).toEqual([null, first?.id, second?.id])
    expect(scene.slept.filter((ms) => ms > 0)).toEqual([7_000, 7_000])
  })

  test('costs one call a post and two a card when nothing goes wrong, and the ledger knows the price', async () => {
    const scene = await aScene([])
    const sha256 = await scene.store.keep(png, 'image/png')
    const card = { sha256, type: 'image/png', alt: 'A point', quote: 'A point' } as const
    const id = 'with-cards'
    const posts = [aPost(1, { card, price: 0.02 }), aPost(2), aPost(3, { card, price: 0.02, text: 'Three.' })]
    await scene.store.add({ ...aJob({ id }), posts })
    await publish({ ...aJob({ id }), posts }, scene.ports)
    expect(scene.sandbox.calls()).toEqual({ me: 1, upload: 2, metadata: 2, create: 3 })
    const spent = (await scene.store.ledger()).reduce((all, { usd }) => all + usd, 0)
    expect(spent).toBeCloseTo(0.055, 6)
    expect(scene.sandbox.cost()).toBeCloseTo(0.055, 6)
    expect(scene.sandbox.posts()[0]?.pictures.length).toBe(1)
  })

  test.each<Fault['do']>([
    'reset-after',
    'hang-after',
    'truncated-after',
    'severed-after',
    'empty-after',
    'error-after',
  ])('finds a post whose answer was lost (%s), and sends none twice', async (fault) => {
    const scene = await aScene([{ on: 'create', nth: 2, do: fault } as Fault])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
    expect(scene.sandbox.calls().create).toBe(3)
    const [, second] = await scene.store.journal(scene.job.id)
    expect(second?.receipt?.outcome.kind).toBe('found')
  })

  test.each<Fault['do']>(['reset-before', 'unavailable-before', 'html', 'redirect'])(
    'sends again what was proven never written (%s), after the settle window',
    async (fault) => {
      const scene = await aScene([{ on: 'create', nth: 2, do: fault } as Fault])
      expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
      expect(texts(scene)).toEqual(whole)
      expect(scene.slept.reduce((all, ms) => all + ms, 0)).toBeGreaterThan(10 * 60_000)
    },
  )

  test('never takes a timeline that cannot be read for one that shows nothing', async () => {
    const scene = await aScene([
      { on: 'create', nth: 2, do: 'reset-after' },
      { on: 'timeline', do: 'unavailable-before', times: 100 },
    ])
    await expect(publish(scene.job, scene.ports)).rejects.toThrow('whether post 2 is live is not known')
    expect(scene.sandbox.calls().create).toBe(2)
    expect((await scene.store.job(scene.job.id))?.state).toBe('posting')
  })

  test('waits out a timeline that lags behind', async () => {
    const scene = await aScene([
      { on: 'create', nth: 2, do: 'reset-after' },
      { on: 'timeline', do: 'stale', times: 5 },
    ])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('asks the owner instead of sending again where the owner wants it so', async () => {
    const scene = await aScene([{ on: 'create', do: 'reset-before' }], { settings: { BROADSIDE_SETTLE: 'ask' } })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    expect(scene.sandbox.calls().create).toBe(1)
  })

  test.each<[Fault['do'], string]>([
    ['unauthorized', 'auth'],
    ['credits', 'credits'],
    ['spend-cap', 'credits'],
    ['reply-rule', 'reply-rule'],
    ['rate-limit', 'limit'],
    ['rate-limit-day', 'limit'],
  ])('holds the job for what the owner or time must mend (%s), and keeps what is live', async (fault, reason) => {
    const scene = await aScene([{ on: 'create', nth: 2, do: fault } as Fault])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason } })
    expect(texts(scene)).toEqual(['Post number 1.'])
    const released = await release(scene.job.id, scene.ports)
    expect(await publish(released, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('waits and tries again when X does not see the post before it yet', async () => {
    const scene = await aScene([{ on: 'create', nth: 2, do: 'invisible', times: 2 }])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(scene.slept.filter((ms) => ms === 5_000).length).toBeGreaterThanOrEqual(2)
    expect(texts(scene)).toEqual(whole)
  })

  test('never sends again what X calls a duplicate of nothing that is found', async () => {
    const scene = await aScene([{ on: 'create', nth: 2, do: 'duplicate' }])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    expect(scene.sandbox.calls().create).toBe(2)
  })

  test('adopts the post that X calls a duplicate when it is the one that was lost', async () => {
    const scene = await aScene([{ on: 'create', nth: 2, do: 'reset-after' }])
    await expect(
      publish(scene.job, {
        ...scene.ports,
        network: { ...scene.ports.network, timeline: () => Promise.reject(new Error('down')) },
      }),
    ).rejects.toThrow()
    const [, lost] = await scene.store.journal(scene.job.id)
    const detail = 'You are not allowed to create a Tweet with duplicate content.'
    const outcome = { kind: 'refused', reason: 'duplicate', detail, until: null } as const
    await scene.store.receive({ schema: 1, job: scene.job.id, n: 2, attempt: 1, at: new Date().toISOString(), outcome })
    expect(lost?.receipt).toBeNull()
    const begun = await scene.store.job(scene.job.id)
    expect(await publish(begun ?? scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('does not begin a thread that says what another job published the same day', async () => {
    const scene = await aScene([])
    await publish(scene.job, scene.ports)
    const twin = aJob({ id: 'fair-use-twin', posts: 3 })
    await scene.store.add(twin)
    const held = await publish(twin, scene.ports)
    expect(held).toMatchObject({ state: 'held', held: { fact: expect.stringContaining(scene.job.id) as unknown } })
    expect(texts(scene)).toEqual(whole)
  })

  test('never takes a post of another job for its own, though both say the same', async () => {
    const scene = await aScene([{ on: 'create', nth: 4, do: 'reset-before' }])
    await publish(scene.job, scene.ports)
    const twin = aJob({ id: 'fair-use-twin', posts: 3 })
    await scene.store.add(twin)
    // A day later X no longer minds, and the timeline of ten minutes back is made to show what is a day old.
    const { network } = scene.ports
    const now = () => new Date(scene.ports.clock.now().getTime() + 30 * 3_600_000)
    const clock: Clock = { ...scene.ports.clock, now }
    const wide: Network = { ...network, timeline: (account) => network.timeline(account, new Date(0)) }
    const queued = { ...twin, at: now().toISOString() }
    await scene.store.update(twin.id, () => queued)
    expect(await publish(queued, { ...scene.ports, clock, network: wide })).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual([...whole, ...whole])
  })

  test('stops between two posts when it is told to, and goes on later', async () => {
    const scene = await aScene([])
    const stop = new AbortController()
    const network: Network = {
      ...scene.ports.network,
      publish: (post) => {
        stop.abort()
        return scene.ports.network.publish(post)
      },
    }
    const clock: Clock = {
      ...scene.ports.clock,
      sleep: (ms, signal) => {
        signal?.throwIfAborted()
        return scene.ports.clock.sleep(ms, signal)
      },
    }
    expect(await publish(scene.job, { ...scene.ports, network, clock }, stop.signal)).toMatchObject({
      state: 'posting',
    })
    expect(texts(scene)).toEqual(['Post number 1.'])
    const begun = await scene.store.job(scene.job.id)
    expect(await publish(begun ?? scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('stops at the post under way when the owner holds the job', async () => {
    const scene = await aScene([])
    const network: Network = {
      ...scene.ports.network,
      publish: async (post) => {
        const answer = await scene.ports.network.publish(post)
        const { hold } = await import('../../src/tasks/steer.ts')
        await hold(scene.job.id, scene.ports)
        return answer
      },
    }
    expect(await publish(scene.job, { ...scene.ports, network })).toMatchObject({
      state: 'held',
      held: { reason: 'owner' },
    })
    expect(texts(scene)).toEqual(['Post number 1.'])
  })

  test('closes an intent unsent when the machine slept between writing and asking', async () => {
    const scene = await aScene([])
    let jump = 0
    const clock: Clock = { ...scene.ports.clock, now: () => new Date(scene.ports.clock.now().getTime() + jump) }
    const store: Store = {
      ...scene.store,
      intend: async (intent) => {
        await scene.store.intend(intent)
        if (intent.n === 2 && intent.attempt === 1) jump += 3_600_000
      },
    }
    expect(await publish(scene.job, { ...scene.ports, clock, store })).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
    expect((await scene.store.journal(scene.job.id)).map(({ receipt }) => receipt?.outcome.kind)).toEqual([
      'applied',
      'unsent',
      'applied',
      'applied',
    ])
  })

  test('does not begin a thread that the budget cannot pay', async () => {
    const scene = await aScene([], { settings: { BROADSIDE_MONTHLY_BUDGET: '0.04' } })
    expect(await publish(scene.job, scene.ports)).toMatchObject({
      state: 'held',
      held: { reason: 'budget', fact: 'the thread costs $0.045, $0.00 is spent this month, and the budget is $0.04' },
    })
    expect(scene.sandbox.posts()).toEqual([])
  })

  test('publishes nothing with the keys of another account', async () => {
    const scene = await aScene([])
    await scene.store.bind('another-account')
    await expect(publish(scene.job, scene.ports)).rejects.toThrow('it belongs to account another-account')
    expect(scene.sandbox.posts()).toEqual([])
  })
})
