import { readFile, readdir } from 'node:fs/promises'
import { z } from 'zod'
import { Theme } from '../core/card/theme.ts'
import { WorldError } from '../core/errors.ts'

/**
 * Reads the themes in `folder`, by name.
 * @param folder URL of the folder, with a slash at its end.
 * @throws WorldError that names the theme and what is wrong with it.
 */
export async function loadThemes(folder: URL): Promise<ReadonlyMap<string, Theme>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).toSorted()
  const themes = await Promise.all(files.map((file) => loadTheme(new URL(file, folder), file)))
  return new Map(themes.map((theme) => [theme.name, theme]))
}

async function loadTheme(url: URL, file: string): Promise<Theme> {
  try {
    // Compiling the check would take longer than five themes take to be checked.
    return Theme.parse(JSON.parse(await readFile(url, 'utf8')), { jitless: true })
  } catch (cause) {
    const fact = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    const words = { message: `Cannot read the theme ${file}: ${fact}`, hint: 'Mend the file, or remove it.' }
    throw new WorldError('theme-unreadable', words, { cause })
  }
}
