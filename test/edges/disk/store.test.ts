import { appendFile, chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDisk } from '../../../src/edges/disk/durable.ts'
import { machineFiles, type Files } from '../../../src/edges/disk/files.ts'
import { openStore } from '../../../src/edges/disk/store.ts'
import { aFolder, aJob, anIntent, at } from '../../builders.ts'
import { storeContract } from '../../contracts/store.ts'

const born = { storeId: 'a-store', now: () => at('2026-11-22T08:00') }

storeContract('the store on disk', async () => {
  const folder = await aFolder()
  return () => openStore(join(folder, 'data'), born)
})

describe('the store on disk', () => {
  test('is readable by its owner alone', async () => {
    const data = join(await aFolder(), 'data')
    await openStore(data, born).add(aJob())
    expect((await stat(data)).mode & 0o777).toBe(0o700)
    expect((await stat(join(data, 'jobs', 'fair-use-k3f9.json'))).mode & 0o777).toBe(0o600)
  })

  test('says its schema first in every file, and is printed for people', async () => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    await store.add(aJob())
    await store.intend(anIntent(1))
    for (const file of ['store.json', 'jobs/fair-use-k3f9.json', 'outbox/fair-use-k3f9.1.a1.json']) {
      expect(await readFile(join(data, file), 'utf8')).toMatch(/^\{\n {2}"schema": 1,\n/)
    }
  })

  test('reads the copy before when a file is damaged, and keeps the damaged one', async () => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    await store.add(aJob())
    await store.update('fair-use-k3f9', (job) => ({ ...job, title: 'changed' }))
    await writeFile(join(data, 'jobs', 'fair-use-k3f9.json'), '{"schema": 1, "id"')
    expect(await store.job('fair-use-k3f9')).toMatchObject({ title: aJob().title, state: 'held' })
    await store.update('fair-use-k3f9', (job) => ({ ...job, title: 'mended' }))
    expect((await store.job('fair-use-k3f9'))?.title).toBe('mended')
    const [kept = ''] = await readdir(join(data, 'quarantine'))
    expect(await readFile(join(data, 'quarantine', kept), 'utf8')).toBe('{"schema": 1, "id"')
  })

  test.each(['queued', 'posting'] as const)(
    'holds a job of whose file only the copy before is left: it was %s, and may have been cancelled',
    async (state) => {
      const data = join(await aFolder(), 'data')
      const store = openStore(data, born)
      await store.add(aJob({ state }))
      await store.update('fair-use-k3f9', (job) => ({ ...aJob(), ...job, state: 'cancelled' }))
      await truncate(join(data, 'jobs', 'fair-use-k3f9.json'), 40)
      const fact = `Its file was damaged: what is left is how it was before its last change, ${state} for ${aJob().at}`
      const [job] = await store.jobs({ endedSince: at('2026-11-01T00:00') })
      expect(job).toMatchObject({ state: 'held', held: { reason: 'store', fact, until: null } })
      expect(await store.update('fair-use-k3f9', (same) => same)).toEqual(job)
    },
  )

  test('says of a job that was over what it was, though only the copy before is left of its file', async () => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    await store.add(aJob({ state: 'cancelled' }))
    await store.update('fair-use-k3f9', (job) => ({ ...aJob(), ...job, state: 'retracted' }))
    await writeFile(join(data, 'jobs', 'fair-use-k3f9.json'), '')
    expect(await store.job('fair-use-k3f9')).toMatchObject({ state: 'cancelled' })
  })

  test.each([
    ['the copy of it', 'quarantine'],
    ['what takes its place', 'jobs'],
  ])('leaves a damaged job where it is when the disk is full for %s', async (_, folder) => {
    const data = join(await aFolder(), 'data')
    await openStore(data, born).add(aJob())
    const file = join(data, 'jobs', 'fair-use-k3f9.json')
    await openStore(data, born).update('fair-use-k3f9', (job) => ({ ...job, title: 'changed' }))
    await writeFile(file, 'damaged')
    const files: Files = {
      ...machineFiles,
      open: (path, flags, mode) =>
        flags === 'wx' && path.startsWith(join(data, folder))
          ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }))
          : machineFiles.open(path, flags, mode),
    }
    const full = openStore(data, born, openDisk(files))
    await expect(full.update('fair-use-k3f9', (job) => ({ ...job, title: 'mended' }))).rejects.toThrow(
      'the disk is full',
    )
    expect(await readFile(file, 'utf8')).toBe('damaged')
    expect(await full.job('fair-use-k3f9')).toMatchObject({ state: 'held', title: aJob().title })
  })

  test('that was bound once is bound to no other account, though its file is damaged', async () => {
    const data = join(await aFolder(), 'data')
    await openStore(data, born).bind('1', 'x')
    await writeFile(join(data, 'store.json'), '')
    await openStore(data, born).bind('1', 'x')
    await expect(openStore(data, born).bind('2', 'x')).rejects.toThrow('it belongs to account 1')
    // A copy from before it was bound says nothing of whose it is.
    const unbound = { schema: 1, storeId: 'a-store', accountId: null, createdAt: born.now().toISOString() }
    await writeFile(join(data, 'store.json.bak'), JSON.stringify(unbound))
    await expect(openStore(data, born).bind('2', 'x')).rejects.toThrow(`Cannot read ${join(data, 'store.json')}`)
  })

  test('that published in the sandbox says so where it is to publish on X', async () => {
    const data = join(await aFolder(), 'data')
    await openStore(data, born).bind('1', 'sandbox')
    const words = 'it belongs to account 1 of the sandbox, and the keys are of account 2'
    await expect(openStore(data, born).bind('2', 'x')).rejects.toThrow(words)
  })

  test.each([
    ['no JSON', 'nonsense', 'it is no longer valid JSON'],
    ['an empty file', '', 'it is no longer valid JSON'],
    ['a wrong field', JSON.stringify({ ...aJob(), at: 'soon' }), 'its field "at" is wrong'],
    ['a newer schema', JSON.stringify({ ...aJob(), schema: 2 }), 'it was written by a newer Broadside (schema 2'],
  ])('refuses a job that is %s, names the file, and leaves it as it is', async (_, content, fact) => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    await store.add(aJob())
    const file = join(data, 'jobs', 'fair-use-k3f9.json')
    await writeFile(file, content)
    await expect(store.jobs()).rejects.toThrow(fact)
    await expect(store.jobs()).rejects.toThrow(file)
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  test('leaves out a torn batch of samples and says so', async () => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    const line = { at: '2026-11-22T09:00:00.000Z', call: 'post' as const, job: null, count: 1, usd: 0.015 }
    await store.charge([line])
    await appendFile(join(data, 'ledger', '2026-11.jsonl'), '\n{"at":"2026-11-22T09:0')
    await store.charge([{ ...line, usd: 0.2 }])
    expect(await store.ledger()).toEqual([line, { ...line, usd: 0.2 }])
  })

  test('refuses a card that was changed after it was approved', async () => {
    const data = join(await aFolder(), 'data')
    const store = openStore(data, born)
    const sha256 = await store.keep(new Uint8Array([1, 2, 3]), 'image/png')
    await writeFile(join(data, 'media', `${sha256}.png`), 'other')
    await expect(store.image({ sha256, type: 'image/png' })).rejects.toThrow('is damaged')
  })

  test.skipIf(process.getuid?.() === 0)('says which folder cannot be written', async () => {
    const folder = await aFolder()
    await chmod(folder, 0o500)
    await expect(openStore(join(folder, 'data'), born).add(aJob())).rejects.toThrow(`Cannot make the folder ${folder}`)
  })

  test('says it when a file stands where its folder must be', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'data'), 'a file')
    await expect(openStore(join(folder, 'data'), born).add(aJob())).rejects.toThrow(/Cannot make the folder .*data/)
  })
})
