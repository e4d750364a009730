import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openDisk } from '../../../src/edges/disk/durable.ts'
import { readJson, writeJson } from '../../../src/edges/disk/json.ts'
import { contentsOf, type Versioned } from '../../../src/edges/disk/versioned.ts'
import { aFolder } from '../../builders.ts'

const Third = z.object({ schema: z.literal(3), name: z.string(), tags: z.array(z.string()) })

/** A file whose shape changed twice: `title` became `name`, then `tags` came. */
const versioned: Versioned<z.infer<typeof Third>> = {
  shape: Third,
  schema: 3,
  migrations: [
    ({ title, ...rest }) => ({ ...rest, name: title }),
    (second) => ({ ...second, tags: (second['name'] as string).split(' ') }),
  ],
}

describe('contentsOf()', () => {
  test.each([
    ['the first schema', { schema: 1, title: 'two words' }, true],
    ['the second', { schema: 2, name: 'two words' }, true],
    ['the newest', { schema: 3, name: 'two words', tags: ['two', 'words'] }, false],
  ])('reads %s', (_, json, old) => {
    const value = { schema: 3, name: 'two words', tags: ['two', 'words'] }
    expect(contentsOf(JSON.stringify(json), versioned)).toEqual({ kind: 'good', value, old })
  })

  test.each([
    ['a newer schema', '{"schema":4}', { kind: 'newer', schema: 4 }],
    ['no JSON', '{"sch', { kind: 'damaged', fact: 'it is no longer valid JSON' }],
    ['no schema', '{}', { kind: 'damaged', fact: 'it does not say its schema' }],
    ['an old file that its own schema does not hold', '{"schema":2}', { kind: 'damaged' }],
  ])('takes %s for what it is', (_, text, contents) => {
    expect(contentsOf(text, versioned)).toMatchObject(contents)
  })
})

test('writeJson() keeps a file of an older schema for good before it writes the newest', async () => {
  const folder = join(await aFolder(), 'jobs')
  const path = join(folder, 'a.json')
  const spares = { quarantine: join(folder, '..', 'quarantine'), backup: join(folder, '..', 'backup') }
  const disk = openDisk()
  const old = '{"schema":1,"title":"two words"}'
  await mkdir(folder)
  await writeFile(path, old)
  const read = await readJson(path, versioned, disk)
  if (read === null) throw new Error('nothing was read')
  await writeJson(path, { ...read, name: 'other' }, { versioned, spares, disk })
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ schema: 3, name: 'other' })
  expect(await readFile(join(spares.backup, 'jobs-a.json'), 'utf8')).toBe(old)
  await writeJson(path, { ...read, name: 'again' }, { versioned, spares, disk })
  expect(await readdir(spares.backup)).toEqual(['jobs-a.json'])
})
