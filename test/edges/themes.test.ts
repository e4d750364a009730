import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { loadThemes } from '../../src/edges/themes.ts'
import { aFolder } from '../builders.ts'
import { theme } from '../core/card/drawing.ts'

test('loadThemes() reads a theme that somebody adds, without any code', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'mine.json'), JSON.stringify({ ...theme('plain'), name: 'mine' }))
  const themes = await loadThemes(pathToFileURL(`${folder}/`))
  expect([...themes.keys()]).toEqual(['mine'])
})

test.each([
  ['is no JSON', '{', 'Cannot read the theme mine.json: '],
  [
    'has a faint ink',
    JSON.stringify({ ...theme('plain'), inks: { ...theme('plain').inks, grey: '#eeeeee' } }),
    '"grey" on "white" has a contrast of 1.16; text needs 4.5',
  ],
])('loadThemes() refuses a theme that %s, and says which', async (_, text, message) => {
  const folder = await aFolder()
  await writeFile(join(folder, 'mine.json'), text)
  await expect(loadThemes(pathToFileURL(`${folder}/`))).rejects.toMatchObject({
    code: 'theme-unreadable',
    message: expect.stringContaining(message),
  })
})
