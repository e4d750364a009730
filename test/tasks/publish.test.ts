import { describe, expect, test } from 'vitest'
import type { Clock, Network, Store } from '../../src/ports.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { move } from '../../src/tasks/move.ts'
import { publish } from '../../src/tasks/publish.ts'
import { cancel, hold, release } from '../../src/tasks/steer.ts'
import { verify } from '../../src/tasks/verify.ts'
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

  test.each([
    'https://example.com/?p=10$&c=usd',
    'https://example.com/?a=1&amp;b=2',
    'https://x.com/someone/status/1234567/photo/1',
  ])('finds a post with the address %s, and sends none twice', async (address) => {
    const posts = [aPost(1, { text: `What I mean: ${address}` }), aPost(2, { text: `As ${address} says.` })]
    const scene = await aScene([{ on: 'create', do: 'reset-after', times: 2 }], { posts })
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(posts.map(({ text }) => text))
    expect(scene.sandbox.calls().create).toBe(2)
    expect((await verify(scene.job.id, scene.ports)).same).toBe(true)
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

  test('pays for a post that it reads back once a UTC day, however often it looks', async () => {
    const scene = await aScene([
      { on: 'create', nth: 3, do: 'reset-after' },
      { on: 'timeline', do: 'stale', times: 4 },
    ])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    const reads = (await scene.store.ledger()).filter(({ call }) => call === 'owned-read')
    expect(reads.length).toBe(5)
    expect(reads.flatMap(({ ids }) => ids ?? []).toSorted()).toEqual(scene.sandbox.posts().map(({ id }) => id))
    expect(reads.reduce((all, { usd }) => all + usd, 0)).toBeCloseTo(0.003, 6)
  })

  test('asks whether a first post is its own that says the same and was made with another app', async () => {
    const scene = await aScene([{ on: 'create', nth: 5, do: 'reset-before' }])
    await publish(scene.job, scene.ports)
    const next = {
      ...aJob({ id: 'the-next' }),
      posts: [aPost(1, { text: 'Something new.' }), aPost(2, { text: 'And on.' })],
    }
    await scene.store.add(next)
    const { network } = scene.ports
    await network.publish({ text: 'Something new.', replyTo: null, mediaIds: [] })
    const byHand = scene.sandbox.posts().at(-1)?.id
    const timeline: Network['timeline'] = async (...asked) =>
      (await network.timeline(...asked)).map((post) => (post.id === byHand ? { ...post, source: 'X Web App' } : post))
    const held = await publish(next, { ...scene.ports, network: { ...network, timeline } })
    expect(held).toMatchObject({
      state: 'held',
      held: { reason: 'unknown', fact: expect.stringContaining('was made with "X Web App"') as unknown },
    })
    expect(scene.sandbox.posts().length).toBe(4)
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

  test.each([
    ['holds', 'held', hold],
    ['cancels', 'cancelled', cancel],
  ] as const)('sends nothing more when the owner %s the job between two posts', async (_, state, steer) => {
    const scene = await aScene([], { settings: { BROADSIDE_PACE: '7s' } })
    const clock: Clock = {
      ...scene.ports.clock,
      sleep: async (ms) => {
        await scene.ports.clock.sleep(ms)
        if (ms === 7_000) await steer(scene.job.id, scene.ports)
      },
    }
    expect(await publish(scene.job, { ...scene.ports, clock })).toMatchObject({ state })
    expect(texts(scene)).toEqual(['Post number 1.'])
    expect((await scene.store.journal(scene.job.id)).length).toBe(1)
  })

  test('sends nothing more when the owner holds the job while a picture is uploaded', async () => {
    const scene = await aScene([])
    const sha256 = await scene.store.keep(png, 'image/png')
    const card = { sha256, type: 'image/png', alt: 'A point', quote: 'A point' } as const
    const job = { ...aJob({ id: 'with-a-card' }), posts: [aPost(1, { card })] }
    await scene.store.add(job)
    const upload: Network['upload'] = async (...asked) => {
      await hold(job.id, scene.ports)
      return scene.ports.network.upload(...asked)
    }
    const network = { ...scene.ports.network, upload }
    expect(await publish(job, { ...scene.ports, network })).toMatchObject({ held: { reason: 'owner' } })
    expect(scene.sandbox.posts()).toEqual([])
  })

  test('settles a lost answer though the owner cancelled the job meanwhile, and sends nothing more', async () => {
    const scene = await aScene([{ on: 'create', do: 'reset-after' }])
    const timeline: Network['timeline'] = async (...asked) => {
      await cancel(scene.job.id, scene.ports)
      return scene.ports.network.timeline(...asked)
    }
    const network = { ...scene.ports.network, timeline }
    expect(await publish(scene.job, { ...scene.ports, network })).toMatchObject({ state: 'cancelled' })
    expect((await scene.store.journal(scene.job.id)).map(({ receipt }) => receipt?.outcome.kind)).toEqual(['found'])
    expect(texts(scene)).toEqual(['Post number 1.'])
  })

  test('leaves a job to its owner who held it and let it go on while its last post was under way', async () => {
    const scene = await aScene([], { posts: [aPost(1)] })
    const network: Network = {
      ...scene.ports.network,
      publish: async (post) => {
        await hold(scene.job.id, scene.ports)
        await release(scene.job.id, scene.ports)
        return scene.ports.network.publish(post)
      },
    }
    const left = await publish(scene.job, { ...scene.ports, network })
    expect(left).toMatchObject({ state: 'queued' })
    expect(await publish(left, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(['Post number 1.'])
  })

  test('leaves a job alone that the owner moved since it was found due', async () => {
    const scene = await aScene([], { settings: { BROADSIDE_MONTHLY_BUDGET: '0.01' } })
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const ports = { ...scene.ports, settings: { ...scene.ports.settings, monthlyBudget: null } }
    await move({ id: scene.job.id, at }, ports)
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'queued', at })
  })

  test('leaves a job alone that the owner moves while it is looked over', async () => {
    const scene = await aScene([], { settings: { BROADSIDE_MONTHLY_BUDGET: '0.01' } })
    const at = new Date(Date.now() + 86_400_000).toISOString()
    const me = async () => {
      await move({ id: scene.job.id, at }, scene.ports)
      return scene.ports.network.me()
    }
    const network = { ...scene.ports.network, me }
    expect(await publish(scene.job, { ...scene.ports, network })).toMatchObject({ state: 'queued', at })
  })

  test('writes no receipt that it could not read again', async () => {
    const scene = await aScene([])
    const refused = { kind: 'refused', reason: 'limit', detail: 'x', until: '+058863-01-01T00:00:00.000Z' } as const
    const network: Network = { ...scene.ports.network, publish: () => Promise.resolve(refused) }
    await expect(publish(scene.job, { ...scene.ports, network })).rejects.toThrow('instant')
    expect(await scene.store.journal(scene.job.id)).toMatchObject([{ receipt: null }])
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
    await scene.store.bind('another-account', 'sandbox')
    await expect(publish(scene.job, scene.ports)).rejects.toThrow('it belongs to account another-account')
    expect(scene.sandbox.posts()).toEqual([])
  })
})
