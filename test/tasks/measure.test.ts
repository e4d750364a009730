import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readSettings } from '../../src/core/settings.ts'
import { openStore } from '../../src/edges/disk/store.ts'
import { openX } from '../../src/edges/x.ts'
import type { Network } from '../../src/ports.ts'
import { startSandbox } from '../../src/sandbox/server.ts'
import { measure } from '../../src/tasks/measure.ts'
import { aFolder, aJob, anIntent, aReceipt, at } from '../builders.ts'

const keys = { appKey: 'a-key', appSecret: 'a-secret', accessToken: 'a-token', accessSecret: 'another' }
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const minute = 60_000
const hour = 60 * minute

/** Three posts, live in the sandbox, on a clock that is moved by hand; every call to the network is counted. */
async function aScene(settings: Record<string, string> = {}, wrap: (network: Network) => Network = (same) => same) {
  const time = { now: at('2026-11-22T09:00').getTime() }
  const now = () => new Date(time.now)
  const sandbox = await startSandbox({ statePath: null, now })
  onTestFinished(() => sandbox.close())
  const store = openStore(join(await aFolder(), 'data'), { storeId: 'a-store', now })
  await store.bind(sandbox.account.id, 'sandbox')
  await store.add(aJob({ posts: 3, state: 'posted' }))
  const network = openX({ name: 'sandbox', credentials: keys, apiUrl: sandbox.url })
  const ids: string[] = []
  for (const n of [1, 2, 3]) {
    const intent = anIntent(n)
    const answer = await network.publish({ text: `Post number ${n}.`, replyTo: ids.at(-1) ?? null, mediaIds: [] })
    if (answer.kind !== 'applied') throw new Error('the sandbox took no post')
    ids.push(answer.id)
    await store.intend(intent)
    await store.receive(aReceipt(intent, answer))
  }
  const calls: string[] = []
  const counted: Network = {
    ...network,
    me: () => (calls.push('me'), network.me()),
    timeline: (...asked) => (calls.push('timeline'), network.timeline(...asked)),
    lookup: (asked) => (calls.push('lookup'), network.lookup(asked)),
  }
  const ports = {
    clock: { now, monotonic: () => time.now, sleep: () => Promise.resolve() },
    store,
    network: () => Promise.resolve(wrap(counted)),
    progress: { say: () => undefined },
    settings: readSettings(settings, { timezone: 'UTC' }),
    log: silent,
  }
  return { time, store, ids, calls, ports }
}

describe('measure()', () => {
  test('samples every live post with one look at the timeline, the author’s own figures and its age among them', async () => {
    const { ports, time, ids, calls } = await aScene()
    time.now += hour
    const samples = await measure(ports)
    expect(samples.map(({ id }) => id)).toEqual(ids)
    for (const sample of samples) {
      expect(sample).toMatchObject({ impressions: 0, clicks: 0, profileClicks: 0, age: 3600, deleted: false })
    }
    expect(calls).toEqual(['me', 'timeline']) // once a UTC day: who follows
    expect(await measure(ports)).toEqual([])
    expect(calls).toHaveLength(2)
  })

  test('pays for a post once a UTC day, and writes down what was free', async () => {
    const { ports, time, store, calls } = await aScene()
    for (let beat = 0; beat < 20; beat++) {
      await measure(ports)
      time.now += hour
    }
    const reads = (await store.ledger()).filter(({ call }) => call === 'owned-read')
    const paid = reads.filter(({ usd }) => usd > 0).map(({ at: when, count, usd }) => [when.slice(0, 10), count, usd])
    expect(paid).toEqual([
      ['2026-11-22', 3, 0.003],
      ['2026-11-23', 3, 0.003],
    ])
    expect(reads.filter(({ usd }) => usd === 0).every(({ count, free }) => count === 0 && free === 3)).toBe(true)
    expect(calls.filter((call) => call === 'timeline')).toHaveLength(reads.length)
    expect(calls.filter((call) => call === 'me')).toHaveLength(2)
  })

  test('marks a post that was deleted by hand, after looking for it by its id, and lets it rest', async () => {
    const { ports, time, calls } = await aScene({}, (network) => ({
      ...network,
      timeline: async (...asked) => (await network.timeline(...asked)).filter(({ text }) => !text.includes('2')),
      lookup: async (ids) => (await network.lookup(ids)).filter(({ text }) => !text.includes('2')),
    }))
    const samples = await measure(ports)
    expect(samples.map(({ deleted }) => deleted)).toEqual([false, true, false])
    expect(samples[1]).toMatchObject({ impressions: null, clicks: null })
    expect(calls).toContain('lookup')
    time.now += hour
    expect((await measure(ports)).map(({ n }) => n)).toEqual([1, 3])
  })

  test('counts the followers on a day on which no post is due, and asks nothing more', async () => {
    const { ports, time, store, calls } = await aScene()
    await measure(ports)
    time.now += 40 * 24 * hour
    await measure(ports)
    calls.length = 0
    time.now += 24 * hour
    expect(await measure(ports)).toEqual([])
    expect(await measure(ports)).toEqual([])
    expect(calls).toEqual(['me'])
    expect((await store.measured()).rollUp.audience.map((each) => each.at.slice(0, 10))).toEqual([
      '2026-11-22',
      '2027-01-01',
      '2027-01-02',
    ])
  })

  test('asks nothing of an account with no thread yet', async () => {
    const { ports, calls } = await aScene({ BROADSIDE_MEASURE: 'off' })
    expect(await measure({ ...ports, store: { ...ports.store, jobs: () => Promise.resolve([]) } })).toEqual([])
    expect(await measure(ports)).toEqual([])
    expect(calls).toEqual([])
  })

  test('reads nothing that the budget cannot pay, and says so; what is free it still reads', async () => {
    const { ports, calls } = await aScene({ BROADSIDE_MONTHLY_BUDGET: '0.002' })
    await expect(measure(ports)).rejects.toThrow('Cannot measure: $0.00 is spent this month, and the budget is $0.002')
    expect(calls).toEqual([])
  })

  test('keeps to the schedule that is set', async () => {
    const { ports } = await aScene({ BROADSIDE_MEASURE: 'off' })
    expect(await measure(ports)).toEqual([])
  })

  test('reads without the author’s own figures where X refuses them', async () => {
    const { ports } = await aScene({}, (network) => ({
      ...network,
      timeline: (account, since, asking) =>
        asking?.clicks ? Promise.reject(new Error('not for you')) : network.timeline(account, since),
    }))
    expect((await measure(ports))[0]).toMatchObject({ impressions: 0, clicks: null, profileClicks: null })
  })

  test('tells no clicks of a post older than X tells them for', async () => {
    const { ports, time } = await aScene()
    time.now += 40 * 24 * hour
    expect((await measure(ports))[0]).toMatchObject({ impressions: 0, clicks: null, deleted: false })
  })
})
