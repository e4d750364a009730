import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { InputError } from '../../../core/errors.ts'
import { sandboxPort } from '../../../core/publication/link.ts'
import type { Run } from '../command.ts'
import { portOf } from '../port.ts'

export const run: Run = async ({ options, signal, terminal, workshop }) => {
  const file = options['faults']
  const faults = typeof file === 'string' ? { file, json: await readFaultsFile(file) } : null
  const sandbox = await (await workshop()).openSandbox({ port: portOf(options['port'] ?? String(sandboxPort)), faults })
  terminal.print(
    `The sandbox is at ${sandbox.url} (its timeline: open that page). It stands in for X; stop it with Ctrl-C.`,
  )
  if (!signal.aborted) await once(signal, 'abort')
  await sandbox.close()
}

async function readFaultsFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const fact = code === 'ENOENT' ? 'there is no such file' : (cause as Error).message
    throw new InputError(
      'faults',
      { message: `Cannot read ${file}: ${fact}`, hint: 'Give the path of a faults file.' },
      cause,
    )
  }
}
