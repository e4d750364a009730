import { rename, writeFile } from 'node:fs/promises'

/** At once or not at all, but with no fsync: what a power loss takes of it, and what is not writable, is made again. */
export async function keepDerived(path: string, text: string): Promise<void> {
  await writeFile(`${path}.tmp`, text, { mode: 0o600 })
    .then(() => rename(`${path}.tmp`, path))
    .catch(() => undefined)
}
