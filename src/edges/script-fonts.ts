import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Script } from '../core/card/scripts.ts'

/**
 * The file of a font for `script`, out of a package that is installed in the folder `home` or one above it, else beside the
 * program; null where none is. Nothing is kept, so that it is found as soon as it is installed.
 * @param weight as fonts count it: 400 is regular; where the package has no such weight, the regular one
 */
export function findScriptFont(
  { packages }: Script,
  { home, weight }: { readonly home: string; readonly weight: number },
): string | null {
  const folders = [...foldersAbove(home), ...foldersAbove(dirname(fileURLToPath(import.meta.url)))]
  for (const folder of new Set(folders)) {
    for (const name of packages) {
      const file = fileIn(join(folder, 'node_modules', name), weight)
      if (file !== null) return file
    }
  }
  return null
}

/** `folder` and all above it. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...foldersAbove(above)]
}

/** The upright font of a weight in a package, which has a folder for each: `600SemiBold`. */
function fileIn(folder: string, weight: number): string | null {
  const weights = filesIn(folder).filter((each) => /^\d+[A-Za-z]+$/.test(each))
  const chosen =
    weights.find((each) => each.startsWith(String(weight))) ?? weights.find((each) => each.startsWith('400'))
  if (chosen === undefined) return null
  const font = filesIn(join(folder, chosen)).find((each) => /\.[ot]tf$/.test(each))
  return font === undefined ? null : join(folder, chosen, font)
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // not installed here
  }
}
