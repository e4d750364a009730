import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDisk } from '../../../src/edges/disk/durable.ts'
import { machineFiles, type Files, type OpenFile } from '../../../src/edges/disk/files.ts'
import { aFolder } from '../../builders.ts'

const failure = (code: string) => Object.assign(new Error(`${code}: a test`), { code })

/** The machine's files, of which `call` fails `times` times with `code`; it never really waits. */
function failing(call: 'open' | 'rename' | 'link', code: string, times: number): Files & { readonly waited: number[] } {
  let left = times
  const waited: number[] = []
  const strike = () => {
    if (left-- > 0) throw failure(code)
  }
  return {
    ...machineFiles,
    waited,
    wait: (ms) => Promise.resolve(void waited.push(ms)),
    [call]: async (...args: never[]) => {
      strike()
      return (machineFiles[call] as (...all: never[]) => Promise<unknown>)(...args)
    },
  }
}

/** The machine's files, whose open files are `changed`. */
function opening(changed: (file: OpenFile) => Partial<OpenFile>): Files {
  return {
    ...machineFiles,
    open: async (...args) => {
      const file = await machineFiles.open(...args)
      return { ...file, ...changed(file) }
    },
  }
}

describe('the disk', () => {
  test('writes the whole of it where the system takes a few bytes at a time', async () => {
    const path = join(await aFolder(), 'a.json')
    const disk = openDisk(opening((file) => ({ write: (bytes) => file.write(bytes.subarray(0, 3)) })))
    await disk.write(path, 'all of these words')
    await disk.append(path, ', and more')
    expect(await readFile(path, 'utf8')).toBe('all of these words, and more')
  })

  test('leaves what was there, and nothing beside it, when it is full', async () => {
    const folder = await aFolder()
    const path = join(folder, 'a.json')
    await openDisk().write(path, 'before')
    const full = openDisk(opening(() => ({ write: () => Promise.reject(failure('ENOSPC')) })))
    await expect(full.write(path, 'after')).rejects.toThrow(`Cannot write ${path}: the disk is full`)
    await expect(full.create(join(folder, 'b.json'), 'new')).rejects.toThrow('the disk is full')
    expect(await readdir(folder)).toEqual(['a.json'])
    expect(await readFile(path, 'utf8')).toBe('before')
  })

  test('writes nothing more after an fsync that failed, for what it holds is not known', async () => {
    const folder = await aFolder()
    let fails = true
    const sync = () => (fails ? Promise.reject(failure('EIO')) : Promise.resolve())
    const disk = openDisk(opening(() => ({ sync })))
    const first = disk.write(join(folder, 'a.json'), 'a')
    await expect(first).rejects.toMatchObject({ code: 'disk-broken' })
    fails = false
    await expect(disk.append(join(folder, 'b.jsonl'), 'b')).rejects.toMatchObject({ code: 'disk-broken' })
    expect(await readdir(folder)).toEqual([])
  })

  test.each([
    ['rename', 'EPERM'],
    ['rename', 'EBUSY'],
    ['open', 'EMFILE'],
  ] as const)('tries %s again while it passes by itself (%s), and not for ever', async (call, code) => {
    const path = join(await aFolder(), 'a.json')
    const passing = failing(call, code, 3)
    await openDisk(passing).write(path, 'written')
    expect(await readFile(path, 'utf8')).toBe('written')
    expect(passing.waited).toEqual([10, 20, 40])
    const lasting = failing(call, code, 100)
    await expect(openDisk(lasting).write(path, 'never')).rejects.toMatchObject({ code: 'disk' })
    expect(lasting.waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(1_000)
    expect(await readFile(path, 'utf8')).toBe('written')
  })

  test('creates exclusively where there are no hard links', async () => {
    const path = join(await aFolder(), 'a.json')
    const disk = openDisk(failing('link', 'ENOTSUP', 100))
    expect(await disk.create(path, 'first')).toBe(true)
    expect(await disk.create(path, 'second')).toBe(false)
    expect(await readFile(path, 'utf8')).toBe('first')
  })

  test('writes under every name that the system takes', async () => {
    const folder = await aFolder()
    const name = `${'n'.repeat(250)}.json`
    await openDisk().write(join(folder, name), 'first')
    expect(await openDisk().create(join(folder, name), 'second')).toBe(false)
    expect(await readdir(folder)).toEqual([name])
  })

  test('sweeps away what a writer that died left half-written, and nothing else', async () => {
    const folder = await aFolder()
    const dying = openDisk({ ...machineFiles, rename: () => new Promise(() => undefined) })
    void dying.write(join(folder, 'a.json'), 'half')
    while ((await readdir(folder)).length === 0) await new Promise(setImmediate)
    const kept = ['b.json', '.hidden', '.b.json.tmp', 'c.tmp']
    for (const name of kept) await openDisk().write(join(folder, name), 'kept')
    await openDisk().sweep(folder)
    expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted())
    await openDisk().sweep(join(folder, 'nowhere'))
  })

  test('fsyncs a folder that it makes into its parent, and what an earlier process left there', async () => {
    const home = await aFolder()
    const synced: string[] = []
    const files: Files = {
      ...machineFiles,
      open: async (path, flags, mode) => {
        const file = await machineFiles.open(path, flags, mode)
        return { ...file, sync: () => file.sync().then(() => void synced.push(path)) }
      },
    }
    const folder = join(home, 'data', 'jobs')
    await openDisk(files).makeFolder(folder)
    expect(synced).toEqual([home, join(home, 'data')])
    synced.length = 0
    const next = openDisk(files)
    await next.makeFolder(folder)
    await next.makeFolder(folder)
    expect(synced).toEqual([folder, join(home, 'data')])
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })
})
