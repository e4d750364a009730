import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import type { Held } from '../../ports.ts'
import { answer } from './answer.ts'
import { ask } from './ask.ts'
import type { Address, Locksmith } from './locksmith.ts'

/**
 * Takes the lock of what lies at `path`, or gives the means to ask its holder. The lock is a local socket that the kernel
 * frees when its holder dies, and that a stopped holder keeps.
 */
export async function takeLock(path: string, smith: Locksmith): Promise<Held> {
  const address = addressOf(path)
  const strangers = new Set<() => void>()
  const server = createServer((socket) => {
    const leave = () => socket.destroy()
    strangers.add(leave)
    socket.once('close', () => strangers.delete(leave))
    answer(socket, smith, () => strangers.delete(leave))
  })
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(address, resolve)
    })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    return { kind: 'anothers', ask: (request) => ask(address, smith, request) }
  }
  server.unref()
  return {
    kind: 'mine',
    // What was asked for is finished first; whoever has not shown that they may ask is not waited for.
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const leave of strangers) leave()
      }),
  }
}

/** Linux: an abstract socket. Windows: a named pipe. Elsewhere: a loopback port, made from the path. */
function addressOf(path: string): Address {
  const name = createHash('sha256')
    .update(join(realpathSync(dirname(path)), basename(path)))
    .digest('hex')
    .slice(0, 32)
  if (process.platform === 'linux') return `\0broadside-${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\broadside-${name}`
  return { host: '127.0.0.1', port: 20_000 + (Number.parseInt(name.slice(0, 8), 16) % 20_000) }
}
