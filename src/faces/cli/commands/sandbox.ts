import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { InputError } from '../../../core/problem.ts'
import { sandboxPort } from '../../../core/publication/link.ts'
import type { Run } from '../command.ts'

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

/** @throws InputError unless it is a whole number from 0 to 65535. */
function portOf(given: string | boolean): number {
  const port = Number(given)
  if (typeof given === 'string' && /^\d+$/.test(given) && port <= 65_535) return port
  throw new InputError('port', {
    message: `Cannot listen on port ${String(given)}: a port is a whole number from 0 to 65535`,
    hint: 'Leave --port out for the usual one, or give 0 for any free one.',
  })
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
