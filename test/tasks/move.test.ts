import { describe, expect, test } from 'vitest'
import { change as toState } from '../../src/core/queue/change.ts'
import type { Store } from '../../src/ports.ts'
import { openDesk } from '../../src/tasks/desk.ts'
import { publish } from '../../src/tasks/publish.ts'
import { aJob, at } from '../builders.ts'
import { someDays, type Days } from '../simulation/days.ts'

const settings = { BROADSIDE_TIMEZONE: 'Europe/Berlin', BROADSIDE_SLOTS: 'Mon-Fri 09:00 17:30' }

/** A Sunday with three pieces queued: Monday morning, Monday evening, Tuesday morning. */
async function aWeek(): Promise<Days & { readonly ids: readonly [string, string, string] }> {
  const days = await someDays('2026-11-22T12:00', settings)
  const ids = [await days.queue('ash'), await days.queue('birch'), await days.queue('cedar')] as const
  return { ...days, ids: [...ids] }
}

async function times({ home }: Days): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await home.store.jobs()).map((job) => [job.slug, job.at.slice(0, 16)]))
}

const before = { ash: '2026-11-23T08:00', birch: '2026-11-23T16:30', cedar: '2026-11-24T08:00' }

describe('the queue', () => {
  test('gives each piece the next free slot', async () => {
    expect(await times(await aWeek())).toEqual(before)
  })

  test('moves a job to a time, or to the next free slot, which may be one that another left', async () => {
    const days = await aWeek()
    const [ash, , cedar] = days.ids
    const row = await days.desk.ask('move', { id: ash, at: at('2026-11-25T11:00').toISOString() })
    expect(row).toMatchObject({ id: ash, state: 'queued', at: '2026-11-25T11:00:00.000Z' })
    await days.desk.ask('move', { id: cedar, at: null })
    expect(await times(days)).toEqual({ ...before, ash: '2026-11-25T11:00', cedar: '2026-11-23T08:00' })
  })

  test('swaps two jobs', async () => {
    const days = await aWeek()
    await days.desk.ask('swap', { ids: [days.ids[0], days.ids[2]] })
    expect(await times(days)).toEqual({ ...before, ash: '2026-11-24T08:00', cedar: '2026-11-23T08:00' })
  })

  test('lets jobs go out in another order at the times they have', async () => {
    const days = await aWeek()
    const [ash, birch, cedar] = days.ids
    await days.desk.ask('reorder', { ids: [cedar, ash, birch] })
    expect(await times(days)).toEqual({ ash: '2026-11-23T16:30', birch: '2026-11-24T08:00', cedar: '2026-11-23T08:00' })
  })

  test('publishes a job at the time it was moved to, and not at the one it had', { timeout: 60_000 }, async () => {
    const days = await aWeek()
    await days.desk.ask('move', { id: days.ids[0], at: '2026-11-23T10:00:00.000Z' })
    await days.liveUntil('2026-11-23T12:00')
    expect(days.posted[0]?.at.slice(0, 16)).toBe('2026-11-23T10:00')
  })

  test('leaves a job alone that was moved while the scheduler was about to publish it', async () => {
    const days = await aWeek()
    const [ash] = days.ids
    const due = await days.home.store.job(ash)
    await days.desk.ask('move', { id: ash, at: '2026-11-25T10:00:00.000Z' })
    if (due === null) throw new Error('it is gone')
    const job = await publish(due, { ...days.home, network: await days.home.network() })
    expect(job).toMatchObject({ state: 'queued', at: '2026-11-25T10:00:00.000Z' })
    expect(days.posted).toEqual([])
  })
})

describe('the queue refuses, and changes nothing', () => {
  test.each([
    ['to move a job that is posted', 'move', ['posted'], 'it is posted'],
    ['to move a job that was cancelled', 'move', ['cancelled'], 'it is cancelled'],
    ['to move a job that there is none of', 'move', ['nobody'], 'there is none of that name'],
    ['to swap a job with itself', 'swap', ['queued', 'queued'], 'is named twice'],
    ['to swap three jobs', 'swap', ['queued', 'other', 'third'], 'only two can change places'],
    ['to swap with a job that is over', 'swap', ['queued', 'posted'], 'it is posted'],
    ['to reorder a job whose time has passed', 'reorder', ['queued', 'late'], 'has passed'],
  ] as const)('%s', async (_, task, names, fact) => {
    const days = await someDays('2026-11-23T06:00', settings)
    const ids: Record<string, string> = { nobody: 'nobody-abcd' }
    ids['posted'] = await days.queue('ash')
    await days.liveUntil('2026-11-23T08:02')
    ids['late'] = await days.queue('hazel', at('2026-11-23T08:30'), 'hold')
    days.setClock('2026-11-23T12:00')
    await days.liveUntil('2026-11-23T12:02')
    ids['cancelled'] = await days.queue('birch')
    await days.desk.ask('cancel', { id: ids['cancelled'] })
    for (const [name, slug] of [
      ['queued', 'cedar'],
      ['other', 'damson'],
      ['third', 'elm'],
    ] as const) {
      ids[name] = await days.queue(slug)
    }
    const all = await days.home.store.jobs()
    const named = names.map((name) => ids[name])
    const args = task === 'move' ? { id: named[0], at: '2026-11-30T08:00:00.000Z' } : { ids: named }
    await expect(days.desk.ask(task, args)).rejects.toThrow(fact)
    expect(await days.home.store.jobs()).toEqual(all)
  })

  test('to let a part of a series go out before an earlier one', async () => {
    const days = await someDays('2026-11-22T12:00', settings)
    const parts = [1, 2].map((n) =>
      aJob({ id: `ash-${n}`, slug: 'ash', part: { n, of: 2 }, at: `2026-11-2${n + 2}T08:00:00.000Z` }),
    )
    for (const part of parts) await days.home.store.add(part)
    const all = await days.home.store.jobs()
    const words = 'part 2 of ash would go out before part 1'
    await expect(days.desk.ask('swap', { ids: ['ash-1', 'ash-2'] })).rejects.toThrow(words)
    await expect(days.desk.ask('move', { id: 'ash-1', at: '2026-11-30T08:00:00.000Z' })).rejects.toThrow(words)
    expect(await days.home.store.jobs()).toEqual(all)
  })

  test('all of an order where one of its jobs begins just then', async () => {
    const days = await aWeek()
    const [ash, birch, cedar] = days.ids
    const begins: Store = {
      ...days.home.store,
      update: async (id, change) => {
        const { store, clock } = days.home
        if (id === cedar) await store.update(id, (job) => toState(job, { state: 'posting' }, clock.now()))
        return store.update(id, change)
      },
    }
    const desk = openDesk({ ...days.home, store: begins })
    await expect(desk.ask('reorder', { ids: [birch, ash, cedar].toReversed() })).rejects.toThrow('it is posting')
    await expect(desk.ask('reorder', { ids: [birch, ash] })).resolves.toHaveLength(2)
    expect(await times(days)).toEqual({ ...before, ash: before.birch, birch: before.ash })
  })

  test('all of an order where one of its jobs begins just then, but for what else became of the others', async () => {
    const days = await aWeek()
    const [ash, birch, cedar] = days.ids
    const { store, clock } = days.home
    const begins: Store = {
      ...store,
      update: async (id, change) => {
        if (id === cedar) {
          await store.update(birch, (job) => toState(job, { state: 'cancelled' }, clock.now()))
          await store.update(ash, (job) => ({ ...job, title: 'what changed meanwhile' }))
          await store.update(id, (job) => toState(job, { state: 'posting' }, clock.now()))
        }
        return store.update(id, change)
      },
    }
    const desk = openDesk({ ...days.home, store: begins })
    await expect(desk.ask('reorder', { ids: [birch, ash, cedar] })).rejects.toThrow('it is posting')
    expect(await store.job(birch)).toMatchObject({ state: 'cancelled' })
    expect(await store.job(ash)).toMatchObject({ at: `${before.ash}:00.000Z`, title: 'what changed meanwhile' })
  })

  test('a slot that was taken while its owner was looking at the thread', async () => {
    const days = await someDays('2026-11-22T12:00', settings)
    // Both are shown the same slot; whoever approves last finds it taken.
    const both = await Promise.allSettled([days.queue('ash'), days.queue('birch')])
    const refused = both.filter((one) => one.status === 'rejected').map(({ reason }) => String(reason))
    expect(refused).toEqual([expect.stringContaining('its slot was taken while you were looking at it')])
    expect(await days.home.store.jobs()).toHaveLength(1)
  })

  test('a piece that is queued already, with when it goes out', async () => {
    const days = await someDays('2026-11-22T12:00', settings)
    await days.queue('ash')
    await expect(days.queue('ash')).rejects.toThrow('for Mon 23 Nov 2026, 09:00 Europe/Berlin (+01:00)')
  })
})
