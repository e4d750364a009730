import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { readSettings, refuseUnknown, type Settings } from '../core/settings.ts'

/** Names of ours that the program itself does not read: the tests do. */
const notSettings = new Set(['BROADSIDE_ARTICLES', 'BROADSIDE_FUZZ', 'BROADSIDE_ORACLE_RUNS'])

/**
 * The settings of `home`: `.env` there, under what the environment says.
 * @throws InputError for a setting that is unknown or cannot be read.
 */
export async function openSettings(
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Settings> {
  const file = parse(await readFile(join(home, '.env')).catch(unlessMissing))
  const ours = Object.keys(environment).filter((name) => name.startsWith('BROADSIDE_') && !notSettings.has(name))
  refuseUnknown([...Object.keys(file), ...ours])
  return readSettings({ ...file, ...environment }, { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone })
}

function unlessMissing(cause: unknown): string {
  if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
  throw cause
}
