import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scriptOf, type Script } from '../../src/core/card/scripts.ts'
import { findScriptFont } from '../../src/edges/script-fonts.ts'
import { aFolder } from '../builders.ts'

const cyrillic = scriptOf('Я') as Script
const hebrew = scriptOf('צ') as Script

/** A package of fonts as npm leaves it there. */
async function installed(home: string, name: string, ...weights: readonly string[]): Promise<void> {
  for (const weight of weights) {
    const folder = join(home, 'node_modules', '@expo-google-fonts', name, weight)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `Font_${weight}.ttf`), '')
  }
}

test('findScriptFont() finds nothing, and then what was installed meanwhile', async () => {
  const home = await aFolder()
  expect(findScriptFont(cyrillic, { home, weight: 400 })).toBeNull()
  await installed(home, 'noto-serif', '400Regular')
  expect(findScriptFont(cyrillic, { home, weight: 400 })).toContain('noto-serif/400Regular/Font_400Regular.ttf')
})

test('findScriptFont() looks in the folders above, and takes any package that it knows', async () => {
  const above = await aFolder()
  const home = join(above, 'posts', 'deep')
  await mkdir(home, { recursive: true })
  await installed(above, 'pt-serif', '400Regular')
  expect(findScriptFont(cyrillic, { home, weight: 400 })).toContain('pt-serif')
})

test('findScriptFont() takes the weight that is wanted, upright, else the regular one', async () => {
  const home = await aFolder()
  await installed(home, 'noto-serif', '400Regular', '600SemiBold', '600SemiBold_Italic')
  expect(findScriptFont(cyrillic, { home, weight: 600 })).toContain('/600SemiBold/')
  expect(findScriptFont(cyrillic, { home, weight: 500 })).toContain('/400Regular/')
})

test('findScriptFont() looks beside the program where the home has none', async () => {
  expect(findScriptFont(hebrew, { home: await aFolder(), weight: 400 })).toContain('noto-serif-hebrew')
})
