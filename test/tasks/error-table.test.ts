import { describe, expect, test } from 'vitest'
import type { HeldReason } from '../../src/core/queue/job.ts'
import { whyHeld } from '../../src/core/queue/remedy.ts'
import type { Network } from '../../src/ports.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { publish } from '../../src/tasks/publish.ts'
import { release } from '../../src/tasks/steer.ts'
import { aPost } from '../builders.ts'
import { aScene, type Scene } from './scene.ts'

/** Every row of what X may answer to a post, through the real client, from the sandbox; the second post meets it. */
const whole = ['Post number 1.', 'Post number 2.', 'Post number 3.']
const texts = ({ sandbox }: Scene) => sandbox.posts().map(({ text }) => text)
const on = (fault: object): Fault => ({ on: 'create', nth: 2, ...fault }) as Fault

interface Refusal {
  readonly reason: HeldReason
  /** What the owner reads: the fact, and what to do. */
  readonly says: readonly string[]
  /** In how many seconds the job goes on by itself. */
  readonly within?: number
}

const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

describe('what X refuses holds the job, says why and what to do, and goes on after it', () => {
  test.each<[string, Fault, Refusal]>([
    [
      '401 Unauthorized',
      on({ do: 'unauthorized' }),
      { reason: 'auth', says: ['Mend the X_ keys', 'broadside release'] },
    ],
    ['402 CreditsDepleted', on({ do: 'credits' }), { reason: 'credits', says: ['credits', 'broadside release'] }],
    [
      '403 SpendCapReached',
      on({ do: 'spend-cap', resetDate: nextWeek }),
      { reason: 'credits', says: ['spend cap', 'goes on by itself', '00:00 UTC'] },
    ],
    [
      '403 reply rule',
      on({ do: 'reply-rule' }),
      { reason: 'reply-rule', says: ['where you are mentioned or are the author', 'by hand', 'broadside release'] },
    ],
    [
      '403 deleted or not visible, three times',
      on({ do: 'invisible', times: 3 }),
      { reason: 'rejected', says: ['deleted or not visible', 'broadside release'] },
    ],
    [
      '429 of a quarter of an hour',
      on({ do: 'rate-limit', seconds: 600 }),
      { reason: 'limit', says: ['Too Many Requests', 'goes on by itself', 'UTC'], within: 600 },
    ],
    [
      '429 of a day, though the quarter of an hour ends sooner',
      on({ do: 'rate-limit-day', seconds: 7200 }),
      { reason: 'limit', says: ['Too Many Requests', 'goes on by itself'], within: 7200 },
    ],
  ])('%s', async (_, fault, { reason, says, within }) => {
    const scene = await aScene([fault])
    const held = await publish(scene.job, scene.ports)
    expect(held).toMatchObject({ state: 'held', held: { reason } })
    expect(texts(scene)).toEqual(['Post number 1.'])
    for (const words of says) expect(whyHeld(held)).toContain(words)
    if (held.state === 'held' && within !== undefined) {
      const seconds = (Date.parse(held.held.until ?? '') - scene.ports.clock.now().getTime()) / 1000
      expect(Math.abs(seconds - within)).toBeLessThan(120)
    }
    expect(await publish(await release(scene.job.id, scene.ports), scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
  })

  test('400 text too long, by the account’s own limit', async () => {
    const posts = [aPost(1), aPost(2, { text: 'word '.repeat(70).trim() })]
    const scene = await aScene([], { posts, settings: { BROADSIDE_LIMIT: '25000' } })
    const held = await publish(scene.job, scene.ports)
    expect(held).toMatchObject({ state: 'held', held: { reason: 'rejected' } })
    expect(whyHeld(held)).toContain(`broadside cancel ${scene.job.id}`)
    expect(scene.sandbox.posts().length).toBe(1)
  })

  test('400 Your media IDs are invalid.', async () => {
    const scene = await aScene([])
    const { network } = scene.ports
    const publishWith: Network['publish'] = (post) => network.publish({ ...post, mediaIds: ['404'] })
    const held = await publish(scene.job, { ...scene.ports, network: { ...network, publish: publishWith } })
    expect(held).toMatchObject({ state: 'held', held: { reason: 'rejected' } })
    expect(scene.sandbox.posts()).toEqual([])
  })

  test('429 without a word of when goes on by itself after a quarter of an hour', async () => {
    const scene = await aScene([])
    const refused = { kind: 'refused', reason: 'limit', detail: 'Too Many Requests', until: null } as const
    const network: Network = { ...scene.ports.network, publish: () => Promise.resolve(refused) }
    const held = await publish(scene.job, { ...scene.ports, network })
    const until = held.state === 'held' ? Date.parse(held.held.until ?? '') : 0
    expect(until - scene.ports.clock.now().getTime()).toBeGreaterThan(14 * 60_000)
  })

  test('403 duplicate content asks the owner when it is not found, and nothing is sent again', async () => {
    const scene = await aScene([on({ do: 'duplicate' })])
    const held = await publish(scene.job, scene.ports)
    expect(held).toMatchObject({ state: 'held', held: { reason: 'unknown' } })
    expect(whyHeld(held)).toContain(`broadside adopt ${scene.job.id}`)
    expect(scene.sandbox.calls().create).toBe(2)
  })
})

describe('what proves nothing is read back, and each post is live once', () => {
  test.each<[string, Fault]>([
    ['500 after the post was written', on({ do: 'error-after', status: 500 })],
    ['502 after the post was written', on({ do: 'error-after', status: 502 })],
    ['503 after the post was written', on({ do: 'error-after', status: 503 })],
    ['504 after the post was written', on({ do: 'error-after', status: 504 })],
    ['500 before anything was written', on({ do: 'unavailable-before', status: 500 })],
    ['503 before anything was written', on({ do: 'unavailable-before', status: 503 })],
    ['a time-out', on({ do: 'hang-after' })],
    ['a reset after the post was written', on({ do: 'reset-after' })],
    ['a reset before', on({ do: 'reset-before' })],
    ['a 201 that is cut off', on({ do: 'truncated-after' })],
    ['a 201 that is cut off by a reset', on({ do: 'severed-after' })],
    ['a 201 without data.id', on({ do: 'empty-after' })],
    ['a page with status 200, the post written', on({ do: 'html', status: 200, written: true })],
    ['a page with status 200, nothing written', on({ do: 'html', status: 200 })],
    ['a page with status 503', on({ do: 'html', status: 503 })],
    ['a 3xx', on({ do: 'redirect' })],
  ])('%s', async (_, fault) => {
    const scene = await aScene([fault])
    expect(await publish(scene.job, scene.ports)).toMatchObject({ state: 'posted' })
    expect(texts(scene)).toEqual(whole)
    const [first, second, third] = scene.sandbox.posts()
    expect([first?.replyTo, second?.replyTo, third?.replyTo]).toEqual([null, first?.id, second?.id])
  })
})
