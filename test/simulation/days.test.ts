import { describe, expect, test } from 'vitest'
import { at } from '../builders.ts'
import { someDays, type Days } from './days.ts'

const berlin = {
  BROADSIDE_TIMEZONE: 'Europe/Berlin',
  BROADSIDE_SLOTS: '02:30 09:00 17:30 21:00',
  BROADSIDE_DISTANCE: '2h',
}

const slugs = ['ash', 'birch', 'cedar', 'damson', 'elm', 'fir', 'gorse', 'hazel']

/** When each thread was begun, to the minute. */
function begun({ posted }: Days): readonly string[] {
  return posted.filter(({ replyTo }) => replyTo === null).map((post) => post.at.slice(0, 16))
}

function expectEachOnce({ posted }: Days): void {
  const texts = posted.map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
}

describe('two days over a change of the clock', () => {
  test.each([
    {
      season: 'spring, where 02:30 does not come',
      from: '2026-03-27T23:10',
      until: '2026-03-29T23:10',
      times: [
        '2026-03-28T01:30',
        '2026-03-28T08:00',
        '2026-03-28T16:30',
        '2026-03-28T20:00',
        '2026-03-29T01:00',
        '2026-03-29T07:00',
        '2026-03-29T15:30',
        '2026-03-29T19:00',
      ],
    },
    {
      season: 'autumn, where 02:30 comes twice',
      from: '2026-10-23T22:10',
      until: '2026-10-25T23:10',
      times: [
        '2026-10-24T00:30',
        '2026-10-24T07:00',
        '2026-10-24T15:30',
        '2026-10-24T19:00',
        '2026-10-25T00:30',
        '2026-10-25T08:00',
        '2026-10-25T16:30',
        '2026-10-25T20:00',
      ],
    },
  ])('in $season: each job goes out once, at its time', { timeout: 120_000 }, async ({ from, until, times }) => {
    const days = await someDays(from, berlin)
    for (const slug of slugs) await days.queue(slug)
    await days.liveUntil(until)
    expect(begun(days)).toEqual(times)
    expectEachOnce(days)
    const jobs = await days.home.store.jobs()
    expect(jobs.map(({ state }) => state)).toEqual(slugs.map(() => 'posted'))
  })
})

describe('a night in which the machine sleeps', () => {
  test(
    'its jobs go one by one in the morning, the oldest first, or take the next slot, or are held',
    { timeout: 60_000 },
    async () => {
      const days = await someDays('2026-03-28T21:00', berlin)
      const slept = (clock: string) => at(`2026-03-29T${clock}`)
      await days.queue('ash', slept('00:30'), 'publish')
      await days.queue('birch', slept('01:00'), 'next')
      const cedar = await days.queue('cedar', slept('02:00'), 'hold')
      await days.queue('damson', slept('04:00'), 'publish')
      await days.queue('elm', slept('05:30'), 'hold')
      days.setClock('2026-03-29T06:00')
      await days.liveUntil('2026-03-29T20:00')
      expect(begun(days)).toEqual(['2026-03-29T06:00', '2026-03-29T08:00', '2026-03-29T10:00', '2026-03-29T15:30'])
      expectEachOnce(days)
      expect(days.posted.filter(({ replyTo }) => replyTo === null).map(({ text }) => text.slice(0, 9))).toEqual([
        expect.stringContaining('On ash'),
        expect.stringContaining('On damson'),
        expect.stringContaining('On elm'),
        expect.stringContaining('On birch'),
      ])
      expect(await days.home.store.job(cedar)).toMatchObject({ state: 'held', held: { reason: 'late' } })
      const birch = (await days.home.store.jobs()).find(({ slug }) => slug === 'birch')
      expect(birch?.history.map(({ state }) => state)).toEqual(['queued', 'moved', 'posting', 'posted'])
    },
  )
})

describe('a clock that is set', () => {
  test('back: no slot is taken twice, and nothing is published again or early', { timeout: 60_000 }, async () => {
    const days = await someDays('2026-06-01T06:30', berlin)
    await days.queue('ash')
    await days.queue('birch')
    await days.liveUntil('2026-06-01T07:10')
    days.setClock('2026-06-01T06:10')
    await days.queue('cedar')
    await days.liveUntil('2026-06-01T19:10')
    expect(begun(days)).toEqual(['2026-06-01T07:00', '2026-06-01T15:30', '2026-06-01T19:00'])
    expectEachOnce(days)
  })

  test('far forward: what would be late by then is held, and asked about', async () => {
    const days = await someDays('2026-06-01T06:30', { ...berlin, BROADSIDE_LATE: 'publish' })
    const id = await days.queue('ash')
    days.setClock('2027-06-01T06:30')
    await days.liveUntil('2027-06-01T06:35')
    expect(days.posted).toEqual([])
    expect(await days.home.store.job(id)).toMatchObject({ state: 'held', held: { reason: 'late' } })
  })

  test('to another zone: what is queued keeps its instant', async () => {
    const zone = process.env['TZ']
    try {
      process.env['TZ'] = 'America/New_York'
      const days = await someDays('2026-06-01T06:30', berlin)
      await days.queue('ash')
      process.env['TZ'] = 'Asia/Tokyo'
      await days.queue('birch')
      await days.liveUntil('2026-06-01T15:35')
      expect(begun(days)).toEqual(['2026-06-01T07:00', '2026-06-01T15:30'])
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
})
