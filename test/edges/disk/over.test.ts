import { copyFile, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { change } from '../../../src/core/queue/change.ts'
import type { Job } from '../../../src/core/queue/job.ts'
import { isOverBefore } from '../../../src/core/queue/over.ts'
import { openDisk } from '../../../src/edges/disk/durable.ts'
import { machineFiles } from '../../../src/edges/disk/files.ts'
import { openStore } from '../../../src/edges/disk/store.ts'
import { aFolder, aJob, at } from '../../builders.ts'

const long = at('2026-11-22T10:00')
const endedSince = at('2026-11-22T11:00')
const minute = 60_000

/** A store whose clock is an hour ahead of its files, so that their states are settled, and which tells what it reads. */
async function aStore() {
  const data = join(await aFolder(), 'data')
  const start = Date.now()
  let ahead = 60 * minute
  let moment = 0
  let read: string[] = []
  const disk = () =>
    openDisk({
      ...machineFiles,
      read(path) {
        if (path.includes('/jobs/')) read.push(path.slice(path.lastIndexOf('/') + 1))
        return machineFiles.read(path)
      },
    })
  const open = () => openStore(data, { storeId: 'a-store', now: () => new Date(start + ahead) }, disk())
  return {
    data,
    open,
    index: join(data, 'over.json'),
    fileOf: (id: string) => join(data, 'jobs', `${id}.json`),
    wait: (ms: number) => void (ahead += ms),
    /** What changed in the folder just now changed a moment after what was there: the system's clock may not tell. */
    later: () => utimes(join(data, 'jobs'), ++moment, moment),
    /** The files of jobs that were read since this was last asked. */
    read: () => read.splice(0).toSorted(),
  }
}

type Home = Awaited<ReturnType<typeof aStore>>

const cancelled = (job: Job) => change(job, { state: 'cancelled' }, long)

/** A store with a job that waits and two that are over, known as such. */
async function aUsedStore() {
  const home = await aStore()
  const store = home.open()
  for (const id of ['a', 'b', 'c']) await store.add({ ...aJob(), id })
  const waiting = await readFile(home.fileOf('a'))
  for (const id of ['a', 'b']) await store.update(id, cancelled)
  await store.jobs({ endedSince })
  home.read()
  return { ...home, store, waiting }
}

const idsOf = (jobs: readonly Job[]) => jobs.map(({ id }) => id)

describe('what is known of jobs that are over', () => {
  test('spares reading them, in this process and in the next', async () => {
    const { store, open, read } = await aUsedStore()
    for (const each of [store, open()]) {
      expect(idsOf(await each.jobs({ endedSince }))).toEqual(['c'])
      expect(read()).toEqual(['c.json'])
    }
    expect(idsOf(await open().jobs({ endedSince: long }))).toEqual(['a', 'b', 'c'])
    expect(idsOf(await open().jobs())).toEqual(['a', 'b', 'c'])
  })

  test('is not trusted of a file that was written just now', async () => {
    const { open, wait, read } = await aUsedStore()
    wait(-60 * minute)
    await open().jobs({ endedSince })
    expect(read()).toEqual(['a.json', 'b.json', 'c.json'])
  })

  test('makes nobody overlook a file that was put back from a backup: it is read at once', async () => {
    const { store, open, fileOf, waiting, later } = await aUsedStore()
    await store.jobs({ endedSince })
    await writeFile(`${fileOf('a')}.new`, waiting)
    await rename(`${fileOf('a')}.new`, fileOf('a'))
    await later()
    expect(idsOf(await store.jobs({ endedSince }))).toEqual(['a', 'c'])
    expect(idsOf(await open().jobs({ endedSince }))).toEqual(['a', 'c'])
  })

  test('makes nobody overlook a file that was written over in place: by the next process at once, by this one in ten minutes', async () => {
    const { store, open, fileOf, waiting, wait } = await aUsedStore()
    await store.jobs({ endedSince })
    await writeFile(fileOf('a'), waiting)
    expect(idsOf(await open().jobs({ endedSince }))).toEqual(['a', 'c'])
    wait(10 * minute)
    expect(idsOf(await store.jobs({ endedSince }))).toEqual(['a', 'c'])
  })

  test('does not hide that the file of one is damaged', async () => {
    const { open, fileOf } = await aUsedStore()
    await rm(`${fileOf('b')}.bak`)
    await writeFile(fileOf('b'), 'nonsense')
    await expect(open().jobs({ endedSince })).rejects.toThrow(fileOf('b'))
  })

  test('torn at any byte, its rest cut, zeros or garbage, loses no job, and is made anew', async () => {
    const { index, open, read } = await aUsedStore()
    const whole = await readFile(index)
    for (let length = 0; length < whole.length; length += 5) {
      const rest = whole.length - length
      for (const tail of [Buffer.alloc(0), Buffer.alloc(rest), Buffer.alloc(rest, '7"],')]) {
        await writeFile(index, Buffer.concat([whole.subarray(0, length), tail]))
        expect(idsOf(await open().jobs({ endedSince })), `torn at byte ${length}`).toContain('c')
        read()
        await open().jobs({ endedSince })
        expect(read(), `made anew after a tear at byte ${length}`).toEqual(['c.json'])
      }
    }
  })

  test('edited by hand is not believed', async () => {
    const { index, open } = await aUsedStore()
    const text = await readFile(index, 'utf8')
    await writeFile(index, text.replaceAll('"b.json"', '"c.json"'))
    expect(idsOf(await open().jobs({ endedSince }))).toContain('c')
  })

  test('is never needed, nor in the way, where it cannot be written', async () => {
    const { index, open, store } = await aUsedStore()
    await rm(index)
    await store.update('c', cancelled)
    await mkdir(`${index}.tmp`)
    expect(await open().jobs({ endedSince: long })).toHaveLength(3)
  })
})

type Act = (home: Home, store: ReturnType<Home['open']>, id: string) => Promise<'go on' | 'start anew'>

/** What may befall a store between two looks at it. */
const acts: Readonly<Record<string, Act>> = {
  async add({ open }, store, id) {
    if ((await open().job(id)) === null) await store.add({ ...aJob(), id })
    return 'go on'
  },
  async finish(_, store, id) {
    if ((await store.job(id))?.state === 'queued') await store.update(id, cancelled)
    return 'go on'
  },
  async 'finish in another process'({ open, later }, _, id) {
    if ((await open().job(id))?.state === 'queued') await open().update(id, cancelled)
    await later()
    return 'go on'
  },
  async 'put back from a backup'({ fileOf, later }, _, id) {
    await copyFile(`${fileOf(id)}.bak`, `${fileOf(id)}.new`).then(
      () => rename(`${fileOf(id)}.new`, fileOf(id)),
      () => undefined,
    )
    await later()
    return 'go on'
  },
  async 'write over in place'({ fileOf, wait }, _, id) {
    await copyFile(`${fileOf(id)}.bak`, fileOf(id)).catch(() => undefined)
    wait(10 * minute)
    return 'go on'
  },
  async remove({ fileOf, later }, _, id) {
    await rm(fileOf(id), { force: true })
    await later()
    return 'go on'
  },
  async 'die while the index is written'({ index }) {
    await writeFile(`${index}.tmp`, '{"schema":1,"crc32":"')
    return 'start anew'
  },
  async 'lose the index'({ index }) {
    await rm(index, { force: true })
    return 'start anew'
  },
  async 'set the index aside'({ index }) {
    await copyFile(index, `${index}.old`).catch(() => undefined)
    return 'go on'
  },
  async 'bring an old index back'({ index }) {
    await copyFile(`${index}.old`, index).catch(() => undefined)
    return 'start anew'
  },
}

test('jobs({ endedSince }) gives what jobs() gives but for what was over before, whatever befell the store', async () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.constantFrom('a', 'b', 'c')), {
    minLength: 5,
    maxLength: 25,
  })
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const home = await aStore()
      let store = home.open()
      await store.add({ ...aJob(), id: 'a' })
      for (const [name, id] of all) {
        const then = await acts[name]?.(home, store, id)
        if (then === 'start anew') store = home.open()
        const wanted = (await store.jobs()).filter((job) => !isOverBefore(job, endedSince))
        expect(await store.jobs({ endedSince })).toEqual(wanted)
      }
    }),
    { numRuns: 60 },
  )
})
