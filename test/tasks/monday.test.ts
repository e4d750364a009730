import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mondayOf } from '../../src/core/report/monday.ts'
import { readSettings } from '../../src/core/settings.ts'
import { openStore } from '../../src/edges/disk/store.ts'
import { monday } from '../../src/tasks/monday.ts'
import { aFolder, at } from '../builders.ts'

describe('mondayOf()', () => {
  test.each([
    ['2026-11-23T06:59', 'Europe/Berlin', null],
    ['2026-11-23T07:00', 'Europe/Berlin', '2026-11-23'],
    ['2026-11-23T22:59', 'Europe/Berlin', '2026-11-23'],
    ['2026-11-23T23:00', 'Europe/Berlin', null],
    ['2026-11-22T23:00', 'Pacific/Auckland', '2026-11-23'],
    ['2026-11-22T12:00', 'UTC', null],
  ])('at %s in %s is %s', (now, timezone, day) => {
    expect(mondayOf(at(now), timezone)).toBe(day)
  })
})

describe('monday()', () => {
  async function aScene(settings: Record<string, string> = { BROADSIDE_NOTIFY: 'cat' }) {
    const time = { now: at('2026-11-23T08:00') }
    const told: unknown[] = []
    const now = () => time.now
    const ports = {
      clock: { now, monotonic: () => 0, sleep: () => Promise.resolve() },
      settings: readSettings(settings, { timezone: 'UTC' }),
      store: openStore(join(await aFolder(), 'data'), { storeId: 'a-store', now }),
      notices: {
        tell: (notice: unknown) => {
          told.push(notice)
          return Promise.resolve()
        },
      },
    }
    return { time, told, ports }
  }

  test('tells last week’s digest once on a Monday, of an account with no thread yet too', async () => {
    const { told, ports, time } = await aScene()
    expect(await monday(ports)).toBe(true)
    expect(await monday(ports)).toBe(false)
    expect(told).toEqual([
      {
        id: 'digest',
        day: '2026-11-23',
        markdown: expect.stringContaining('No thread was published from 2026-11-') as unknown,
      },
    ])
    time.now = at('2026-11-24T08:00')
    expect(await monday(ports)).toBe(false)
    time.now = at('2026-11-30T08:00')
    expect(await monday(ports)).toBe(true)
    expect(told).toHaveLength(2)
  })

  test('tells nobody where nobody asked to be told', async () => {
    const { told, ports } = await aScene({})
    expect(await monday(ports)).toBe(false)
    expect(told).toEqual([])
  })
})
