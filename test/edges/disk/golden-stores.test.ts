import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../../src/edges/disk/store.ts'
import { aFolder } from '../../builders.ts'

const golden = fileURLToPath(new URL('../../golden/stores', import.meta.url))
const born = { storeId: 'another', now: () => new Date('2027-01-01T00:00:00.000Z') }

/** A store as an earlier Broadside left it, in a folder where it may be changed. */
async function storeOf(schema: string): Promise<ReturnType<typeof openStore>> {
  const data = join(await aFolder(), 'data')
  await cp(join(golden, schema), data, { recursive: true })
  return openStore(data, born)
}

describe('a store of schema 1', () => {
  test('is read to the last job', async () => {
    const jobs = await (await storeOf('1')).jobs()
    expect(jobs.map(({ id, state }) => [id, state])).toEqual([
      ['fair-use-aaaa', 'queued'],
      ['fair-use-bbbb', 'posted'],
      ['fair-use-cccc', 'held'],
      ['fair-use-dddd', 'cancelled'],
      ['fair-use-eeee', 'posting'],
    ])
    expect(jobs[0]?.posts[0]?.text).toBe('Post 1 & its “quotes”. 😉🪽')
  })

  test('gives back every journal', async () => {
    const store = await storeOf('1')
    const outcomes = async (job: string) =>
      (await store.journal(job)).map(({ intent, receipt }) => [intent.n, intent.attempt, receipt?.outcome.kind ?? null])
    expect(await outcomes('fair-use-bbbb')).toEqual([
      [1, 1, 'absent'],
      [1, 2, 'applied'],
      [2, 1, 'found'],
    ])
    expect(await outcomes('fair-use-dddd')).toEqual([[1, 1, 'removed']])
    expect(await outcomes('fair-use-eeee')).toEqual([
      [1, 1, 'unsent'],
      [1, 2, null],
    ])
  })

  test('keeps its account, its ledger and its cards, and can be written on', async () => {
    const store = await storeOf('1')
    await store.bind('1001', 'x')
    await expect(store.bind('2', 'x')).rejects.toThrow('it belongs to account 1001')
    expect(await store.secret()).toBe('a-store-of-schema-1')
    expect((await store.ledger()).map(({ usd }) => usd)).toEqual([0.015, 0.005])
    const card = (await store.job('fair-use-aaaa'))?.posts[0]?.card
    expect(card && Buffer.from(await store.image(card)).toString()).toBe('a picture')
    expect((await store.update('fair-use-aaaa', (job) => ({ ...job, title: 'Other' }))).title).toBe('Other')
  })
})
