import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openPieces } from '../../../src/edges/disk/pieces.ts'
import { aFolder } from '../../builders.ts'
import { piecesContract } from '../../contracts/pieces.ts'

piecesContract('the pieces on disk', async () => openPieces(await aFolder()))

test('write() leaves nothing beside the files it wrote', async () => {
  const home = await aFolder()
  await openPieces(home).write('piece', new Map([['thread.md', 'words']]))
  expect(await readdir(join(home, 'posts', 'piece'))).toEqual(['thread.md'])
})

test('write() leaves a file alone that is the same already', async () => {
  const home = await aFolder()
  const pieces = openPieces(home)
  await pieces.write('piece', new Map([['thread.md', 'words']]))
  const before = await stat(pieces.path('piece', 'thread.md'))
  expect(await pieces.write('piece', new Map([['thread.md', 'words']]))).toEqual([])
  const after = await stat(pieces.path('piece', 'thread.md'))
  expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino])
})

test('list() gives folders, not what else lies in posts/', async () => {
  const home = await aFolder()
  await mkdir(join(home, 'posts', 'piece'), { recursive: true })
  await writeFile(join(home, 'posts', 'note.txt'), '')
  expect(await openPieces(home).list()).toEqual(['piece'])
})
