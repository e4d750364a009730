import { appendFile, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
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

describe('a month’s file that is not as it was written', () => {
  const early = { ...november, at: '2026-11-22T08:00:00.000Z', impressions: 4 }
  const other = { ...november, id: '2', n: 2, impressions: 5 }

  /** Three batches, and the way to change the file in which they stand. */
  async function aMonth() {
    const { folder, open } = await aShelf()
    for (const one of [early, november, other]) await open().record([one])
    const path = join(folder, '2026-11.jsonl')
    const text = await readFile(path, 'utf8')
    return { path, text, batches: text.split(/(?<=\}\}\n)/), measured: () => open().measured() }
  }

  test.each<[string, (batches: readonly string[]) => readonly string[], readonly number[], RegExp | null]>([
    ['torn in its last batch', ([a, b, c = '']) => [a!, b!, c.slice(0, 60)], [0, 1], /no commit line vouches/],
    ['torn in its first batch', ([a = '', b, c]) => [a.slice(0, 60), b!, c!], [1, 2], /no commit line vouches/],
    ['edited by hand', ([a, b = '', c]) => [a!, b.replace('"likes":1', '"likes":999'), c!], [0, 2], /changed since/],
    [
      'from a newer version',
      ([a, b = '', c]) => [a!, b.replace('"schema":1', '"schema":2'), c!],
      [0, 2],
      /newer Broad/,
    ],
    ['out of order', ([a, b, c]) => [c!, b!, a!], [2, 1, 0], null],
    ['with a duplicated batch', ([a, b, c]) => [a!, b!, b!, c!], [0, 1, 2], /stands here again/],
    ['with lines put in by hand', ([a, b, c]) => [a!, '{"id":"9","likes":7}\n', b!, c!], [0, 1, 2], /added by hand/],
    ['with Windows line ends', (all) => all.map((one) => one.replaceAll('\n', '\r\n')), [0, 1, 2], null],
  ])('%s: what it left out is told, and the rest is right', async (_, change, kept, why) => {
    const { path, batches, measured } = await aMonth()
    await writeFile(path, change(batches).join(''))
    const { rollUp: rolled, leftOut } = await measured()
    const samples = [early, november, other]
    expect(rolled).toEqual(rollUp(kept.flatMap((index) => samples[index] ?? [])))
    expect(leftOut).toEqual(why === null ? [] : [expect.stringMatching(why)])
  })

  test('is right about every batch that is whole, wherever it was cut and whatever took the place of the rest', async () => {
    const { path, text, batches, measured } = await aMonth()
    const bytes = Buffer.from(text)
    const whole = [early, november, other]
    const endOf = (count: number) => batches.slice(0, count).join('').length - 1
    for (const fill of [null, 0, 0x7d]) {
      for (let length = 0; length < bytes.length; length += 7) {
        await writeFile(path, fill === null ? bytes : Buffer.from(bytes).fill(fill, length))
        if (fill === null) await truncate(path, length)
        const { rollUp: rolled, leftOut } = await measured()
        const kept = whole.filter((_, index) => length >= endOf(index + 1) + (fill === null ? 0 : 1))
        expect(rolled.samples).toBe(kept.length)
        expect(rolled).toEqual(rollUp(kept))
        if (fill !== null) expect(leftOut.length).toBeGreaterThan(0)
      }
    }
  })

  test('takes figures that fell, as X corrects them, and tells growth from them', async () => {
    const { open } = await aShelf()
    const at1 = { ...november, age: 3600, impressions: 90 }
    const at2 = { ...november, at: '2026-11-22T09:10:00.000Z', age: 4200, impressions: 70 }
    await open().record([at1])
    await open().record([at2])
    const post = (await open().measured()).rollUp.posts.get(november.id)
    expect(post?.live?.impressions).toBe(70)
    expect(post?.growth[0]).toEqual({ age: 3600, impressions: 90 })
  })

  test('counts a clock that was set back: the sample written last does not hide the newest', async () => {
    const { open } = await aShelf()
    await open().record([november])
    await open().record([early])
    const post = (await open().measured()).rollUp.posts.get(november.id)
    expect(post).toMatchObject({ at: november.at, written: early.at, live: { impressions: 9 } })
  })
})

describe('a month that is packed', () => {
  const late = { ...october, at: '2026-10-31T23:00:00.000Z', impressions: 6 }

  /** October as it stood open, and the same packed by a measurement in November. */
  async function aPacked() {
    const { folder, open } = await aShelf('2026-10-31T23:30')
    await open().record([october])
    await open().record([late])
    const plain = await readFile(join(folder, '2026-10.jsonl'))
    const next = () => openMetrics(folder, { disk: openDisk(), now: () => at('2026-11-22T10:00') })
    await next().record([november])
    return { folder, plain, next, packed: await readFile(join(folder, '2026-10.jsonl.gz')) }
  }

  test('is left as it was found wherever the program died in packing it', async () => {
    const { folder, plain, next, packed } = await aPacked()
    const states: readonly (readonly [string, Buffer | null, Buffer | null])[] = [
      ['before the packed file took its name', plain, null],
      ['before the open file was taken away', plain, packed],
      ['after', null, packed],
    ]
    for (const [when, open, gzip] of states) {
      await rm(join(folder, '2026-10.jsonl'), { force: true })
      await rm(join(folder, '2026-10.jsonl.gz'), { force: true })
      if (open !== null) await writeFile(join(folder, '2026-10.jsonl'), open)
      if (gzip !== null) await writeFile(join(folder, '2026-10.jsonl.gz'), gzip)
      expect(await next().samples(), when).toEqual({ samples: [october, late, november], leftOut: [] })
      await next().record([{ ...november, at: '2026-11-22T09:30:00.000Z' }])
      expect((await readdir(folder)).filter((file) => file.startsWith('2026-10.jsonl'))).toEqual(['2026-10.jsonl.gz'])
      expect((await next().samples()).samples.slice(0, 2), when).toEqual([october, late])
      await rm(join(folder, '2026-11.jsonl'))
      await next().record([november])
    }
  })

  test('counts once what stands in both files, though the program died in packing and a late batch came after', async () => {
    const { folder, plain, next } = await aPacked()
    await writeFile(join(folder, '2026-10.jsonl'), plain)
    const later = { ...late, at: '2026-10-31T23:20:00.000Z', impressions: 7 }
    await next().record([later])
    expect((await next().samples()).samples).toEqual([october, late, later, november])
    expect((await next().measured()).leftOut).toEqual([])
    expect(await readdir(folder)).not.toContain('2026-10.jsonl')
  })

  test('is not packed over when the packed file is damaged: the open one stays', async () => {
    const { folder, plain, next, packed } = await aPacked()
    await writeFile(join(folder, '2026-10.jsonl'), plain)
    await writeFile(join(folder, '2026-10.jsonl.gz'), packed.subarray(0, packed.length - 9))
    await next().record([{ ...november, at: '2026-11-22T09:30:00.000Z' }])
    expect(await readFile(join(folder, '2026-10.jsonl'))).toEqual(plain)
    const { samples, leftOut } = await next().samples()
    expect(samples.slice(0, 2)).toEqual([october, late])
    expect(leftOut).toEqual([expect.stringContaining('it cannot be unpacked')])
  })
})

describe('the Monday whose digest was told', () => {
  test('is kept, and unknown before the first and where its file is damaged', async () => {
    const { folder, open } = await aShelf()
    expect(await open().lastDigest()).toBeNull()
    await open().noteDigest('2026-11-23')
    expect(await open().lastDigest()).toBe('2026-11-23')
    await writeFile(join(folder, 'digest.json'), '{"schema"')
    expect(await open().lastDigest()).toBeNull()
  })
})
