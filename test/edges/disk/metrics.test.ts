import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rollUp } from '../../../src/core/metrics/rollup.ts'
import { openDisk } from '../../../src/edges/disk/durable.ts'
import { openMetrics } from '../../../src/edges/disk/metrics.ts'
import { aFolder, at } from '../../builders.ts'
import { aSample } from '../../core/metrics/builders.ts'

const october = aSample({ at: '2026-10-30T09:00:00.000Z', impressions: 5 })
const november = aSample({ at: '2026-11-22T09:00:00.000Z', impressions: 9, likes: 1 })

async function aShelf(now = '2026-11-22T10:00') {
  const folder = join(await aFolder(), 'metrics')
  const open = () => openMetrics(folder, { disk: openDisk(), now: () => at(now) })
  return { folder, open }
}

describe('the metrics on disk', () => {
  test('come to the same from the roll-ups and without them', async () => {
    const { folder, open } = await aShelf()
    await open().record([october])
    await open().record([november])
    const fresh = await open().measured()
    expect(fresh).toEqual({ rollUp: rollUp([october, november]), leftOut: [] })
    const rolled = (await readdir(folder)).filter((file) => file.endsWith('.rollup.json'))
    expect(rolled.toSorted()).toEqual(['2026-10.rollup.json', '2026-11.rollup.json', 'earlier.rollup.json'])
    expect(await open().measured()).toEqual(fresh)
    for (const file of rolled) await rm(join(folder, file))
    expect(await open().measured()).toEqual(fresh)
  })

  test('are rolled up anew when a sample was added, and when a roll-up was changed by hand', async () => {
    const { folder, open } = await aShelf()
    await open().record([november])
    await open().measured()
    const later = { ...november, at: '2026-11-22T09:30:00.000Z', impressions: 70 }
    await open().record([later])
    expect((await open().measured()).rollUp).toEqual(rollUp([november, later]))
    const path = join(folder, '2026-11.rollup.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace(',70,', ',99,'))
    expect((await open().measured()).rollUp).toEqual(rollUp([november, later]))
  })

  test('of a closed month are packed, and read all the same', async () => {
    const { folder, open } = await aShelf()
    await open().record([october])
    await open().record([november])
    const files = await readdir(folder)
    expect(files).toContain('2026-10.jsonl.gz')
    expect(files).not.toContain('2026-10.jsonl')
    expect(await open().samples()).toEqual({ samples: [october, november], leftOut: [] })
    const late = { ...october, at: '2026-10-31T09:00:00.000Z' }
    await open().record([late])
    expect((await open().samples()).samples).toEqual([october, late, november])
  })

  test('count once when the program died while a month was packed', async () => {
    const { folder, open } = await aShelf('2026-10-30T10:00')
    await open().record([october])
    const before = await readFile(join(folder, '2026-10.jsonl'))
    const next = openMetrics(folder, { disk: openDisk(), now: () => at('2026-11-22T10:00') })
    await next.record([november])
    await writeFile(join(folder, '2026-10.jsonl'), before)
    expect(await next.samples()).toEqual({ samples: [october, november], leftOut: [] })
  })

  test('that are torn are told with their file, and the rest is right', async () => {
    const { folder, open } = await aShelf()
    await open().record([november])
    await appendFile(join(folder, '2026-11.jsonl'), '\n{"at":"2026-11-2')
    const { rollUp: rolled, leftOut } = await open().measured()
    expect(rolled).toEqual(rollUp([november]))
    expect(leftOut).toEqual([expect.stringContaining('metrics/2026-11.jsonl: line 5: no commit line vouches')])
    expect(await open().measured()).toEqual({ rollUp: rolled, leftOut })
  })

  test('from the future are left out and told, as after a clock that was set back', async () => {
    const { open } = await aShelf()
    const future = { ...november, at: '2026-11-29T09:00:00.000Z', impressions: 1 }
    await open().record([november, future])
    const { rollUp: rolled, leftOut } = await open().measured()
    expect(rolled).toEqual(rollUp([november]))
    expect(leftOut).toEqual([expect.stringContaining('1 lines bear an instant that has not come yet')])
  })

  test('packed in a file that was damaged are told', async () => {
    const { folder, open } = await aShelf()
    await open().record([october])
    await writeFile(join(folder, '2026-10.jsonl.gz'), 'not packed')
    expect((await open().measured()).leftOut).toEqual([expect.stringContaining('it cannot be unpacked')])
  })
})
