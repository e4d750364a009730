import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { scriptOf } from '../core/card/scripts.ts'

/**
 * The font for the script of `character`, out of the package that the owner installed in `from` or in a folder above it;
 * null where it is not installed, so that it is found as soon as it is.
 */
export function findScriptFont(
  character: string,
  from: string,
): { readonly name: string; readonly bytes: Buffer } | null {
  const name = scriptOf(character)?.fonts ?? null
  if (name === null) return null
  for (let folder = from; ; folder = dirname(folder)) {
    const regular = join(folder, 'node_modules', name, '400Regular')
    const file = filesIn(regular).find((each) => /\.[ot]tf$/.test(each))
    if (file !== undefined) return { name, bytes: readFileSync(join(regular, file)) }
    if (folder === dirname(folder)) return null
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // not installed here
  }
}
