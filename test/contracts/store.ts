import { expect, test } from 'vitest'
import { change } from '../../src/core/queue/change.ts'
import type { Store } from '../../src/ports.ts'
import { aJob, anIntent, aReceipt, at } from '../builders.ts'

const sample = { impressions: 5, likes: null, reposts: 0, replies: 0, quotes: 0, bookmarks: 0, deleted: false }

/** What every store must keep to. `open` opens the same store again each time within one test. */
export function storeContract(name: string, setUp: () => Promise<() => Store>): void {
  test(`${name}: an empty store has nothing in it`, async () => {
    const store = (await setUp())()
    expect(await store.jobs()).toEqual([])
    expect(await store.job('fair-use-k3f9')).toBeNull()
    expect(await store.journal('fair-use-k3f9')).toEqual([])
    expect(await store.ledger()).toEqual([])
    expect(await store.samples()).toEqual({ samples: [], leftOut: [] })
  })

  test(`${name}: a job comes back as it was added, after the store is opened again`, async () => {
    const open = await setUp()
    await open().add(aJob())
    expect(await open().jobs()).toEqual([aJob()])
    expect(await open().job('fair-use-k3f9')).toEqual(aJob())
  })

  test(`${name}: jobs({ endedSince }) gives every job that is not over, and those that were not over before then`, async () => {
    const open = await setUp()
    const store = open()
    for (const id of ['open', 'early', 'late']) await store.add({ ...aJob(), id })
    await store.update('early', (job) => change(job, { state: 'cancelled' }, at('2026-11-22T10:00')))
    await store.update('late', (job) => change(job, { state: 'cancelled' }, at('2026-11-22T12:00')))
    const asked = { endedSince: at('2026-11-22T11:00') }
    for (const each of [store, store, open(), open()]) {
      const given = await each.jobs(asked)
      expect(given).toEqual(expect.arrayContaining([await each.job('open'), await each.job('late')]))
      expect(await each.jobs()).toEqual(expect.arrayContaining([...given]))
      expect(await each.countJobs()).toBe(3)
    }
  })

  test(`${name}: add() refuses a name that is taken, and keeps what was there`, async () => {
    const store = (await setUp())()
    await store.add(aJob())
    await expect(store.add(aJob({ posts: 3 }))).rejects.toThrow('Cannot add the job fair-use-k3f9')
    expect(await store.job('fair-use-k3f9')).toEqual(aJob())
  })

  test(`${name}: update() changes the job as it stands, one change after the other`, async () => {
    const store = (await setUp())()
    await store.add(aJob())
    const now = at('2026-11-22T09:00')
    const changes = [
      store.update('fair-use-k3f9', (job) => change(job, { state: 'posting' }, now)),
      store.update('fair-use-k3f9', (job) => change(job, { state: 'posted' }, now)),
    ]
    await Promise.all(changes)
    expect((await store.job('fair-use-k3f9'))?.history.map(({ state }) => state)).toEqual([
      'queued',
      'posting',
      'posted',
    ])
  })

  test(`${name}: update() whose change throws changes nothing, and the next one goes on`, async () => {
    const store = (await setUp())()
    await store.add(aJob())
    const refuse = () => {
      throw new Error('no')
    }
    await expect(store.update('fair-use-k3f9', refuse)).rejects.toThrow('no')
    await store.update('fair-use-k3f9', (job) => job)
    expect(await store.job('fair-use-k3f9')).toEqual(aJob())
  })

  test(`${name}: the journal gives intents in their order, each with its receipt`, async () => {
    const open = await setUp()
    const store = open()
    const [first, second] = [anIntent(1), anIntent(2)]
    await store.intend(second)
    await store.intend(first)
    await store.receive(aReceipt(first, { kind: 'applied', id: '7' }))
    await store.intend(anIntent(1, 1, { job: 'fair-use' }))
    expect(await open().journal('fair-use-k3f9')).toEqual([
      { intent: first, receipt: aReceipt(first, { kind: 'applied', id: '7' }) },
      { intent: second, receipt: null },
    ])
  })

  test(`${name}: intend() refuses an attempt that was written before`, async () => {
    const store = (await setUp())()
    await store.intend(anIntent(1))
    await expect(store.intend(anIntent(1, 1, { nonce: 'another' }))).rejects.toThrow('this attempt was written before')
  })

  test(`${name}: the first receipt of an attempt stands, but a post that is found outweighs a refusal`, async () => {
    const store = (await setUp())()
    const intent = anIntent(1)
    await store.intend(intent)
    const refusal = aReceipt(intent, { kind: 'refused', reason: 'duplicate', detail: 'x', until: null })
    await store.receive(refusal)
    await store.receive(aReceipt(intent, { kind: 'absent' }))
    expect((await store.journal(intent.job))[0]?.receipt).toEqual(refusal)
    await store.receive(aReceipt(intent, { kind: 'found', id: '9' }))
    expect((await store.journal(intent.job))[0]?.receipt?.outcome).toEqual({ kind: 'found', id: '9' })
  })

  test(`${name}: a card comes back under its hash, and not when it is none`, async () => {
    const store = (await setUp())()
    const type = 'image/png' as const
    const sha256 = await store.keep(new Uint8Array([1, 2, 3]), type)
    expect([...(await store.image({ sha256, type }))]).toEqual([1, 2, 3])
    await expect(store.image({ sha256: '0'.repeat(64), type })).rejects.toThrow('the picture as approved is gone')
  })

  test(`${name}: what X keeps of a picture is known after the store is opened again, and as it was last told`, async () => {
    const open = await setUp()
    const picture = { job: 'fair-use-k3f9', n: 2, place: 1 }
    expect(await open().upload(picture)).toBeNull()
    const media = { id: '7', key: '3_7', expiresAt: '2026-11-23T09:00:00.000Z' }
    const upload = {
      schema: 1,
      ...picture,
      at: '2026-11-22T09:00:00.000Z',
      sha256: '0',
      alt: 'A point',
      media,
    } as const
    const store = open()
    await store.intend(anIntent(1))
    await store.keepUpload(upload)
    await store.keepUpload({ ...upload, media: { ...media, id: '8' } })
    expect(await open().upload(picture)).toEqual({ ...upload, media: { ...media, id: '8' } })
    expect(await open().upload({ ...picture, place: 2 })).toBeNull()
    expect((await open().journal('fair-use-k3f9')).length).toBe(1)
  })

  test(`${name}: the ledger and the samples keep what was added, across months`, async () => {
    const open = await setUp()
    const lines = ['2026-11-30T23:59:59.000Z', '2026-12-01T00:00:00.000Z'].map((when) => ({
      at: when,
      call: 'post' as const,
      job: 'fair-use-k3f9',
      count: 1,
      usd: 0.015,
    }))
    await open().charge(lines)
    const samples = lines.map((line, index) => ({
      ...sample,
      at: line.at,
      job: line.job,
      n: index + 1,
      id: `${index}`,
    }))
    await open().record(samples)
    expect(await open().ledger()).toEqual(lines)
    expect(await open().samples()).toEqual({ samples, leftOut: [] })
  })

  test(`${name}: bind() takes one account and no other`, async () => {
    const open = await setUp()
    await open().bind('1', 'x')
    await open().bind('1', 'x')
    await expect(open().bind('2', 'x')).rejects.toThrow('it belongs to account 1, and the keys are of account 2')
  })
}
