import { createHash, timingSafeEqual } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { InputError, WorldError } from '../core/problem.ts'
import type { Held, Request } from '../ports.ts'

/** How long a holder may keep silent before it counts as unable to answer: it says so every second while it works. */
const silence = 5_000

/**
 * Takes the lock of what lies at `path`, or gives the means to ask its holder. The lock is a local socket that the kernel
 * frees when its holder dies, and that a stopped holder keeps. `secret` proves that both sides may read what it guards.
 */
export async function takeLock(
  path: string,
  { secret, serve }: { secret: string; serve: (request: Request) => Promise<unknown> },
): Promise<Held> {
  const address = addressOf(path)
  const server = createServer((socket) => answer(socket, { secret, serve }))
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(address, resolve)
    })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause
    return { kind: 'anothers', ask: (request) => ask(address, secret, request) }
  }
  server.unref()
  return {
    kind: 'mine',
    release: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

type Address = string | { readonly host: string; readonly port: number }

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

function answer(
  socket: Socket,
  { secret, serve }: { secret: string; serve: (request: Request) => Promise<unknown> },
): void {
  socket.on('error', () => socket.destroy())
  const say = (line: unknown) => socket.writable && socket.write(`${JSON.stringify(line)}\n`)
  linesOf(socket).once('line', (line) => {
    const asked = parse(line) as { secret?: unknown; request?: Request } | null
    if (!asked?.request || !isSame(asked.secret, secret)) {
      socket.destroy()
      return
    }
    say({ kind: 'working' })
    const beat = setInterval(() => say({ kind: 'working' }), 1_000)
    serve(asked.request)
      .then((value) => say({ kind: 'done', value: value ?? null }))
      .catch((error: unknown) => say({ kind: 'failed', ...factsOf(error) }))
      .finally(() => {
        clearInterval(beat)
        socket.end()
      })
  })
}

function ask(address: Address, secret: string, request: Request): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = typeof address === 'string' ? connect(address) : connect(address.port, address.host)
    let isHeard = false
    const fail = (fact: string, code = isHeard ? 'locked' : 'lock-gone') => {
      socket.destroy()
      reject(
        new WorldError(
          code,
          {
            message: `Cannot ${request.task}: another Broadside holds the store and ${fact}`,
            hint: 'Look for it with "ps", let it finish or stop it, then do this again.',
          },
          { exitCode: 75 },
        ),
      )
    }
    socket.setTimeout(silence, () => fail('does not answer', 'locked'))
    socket.once('error', () => fail('could not be reached'))
    socket.once('close', () => fail('went away without an answer'))
    socket.write(`${JSON.stringify({ secret, request })}\n`)
    linesOf(socket).on('line', (line) => {
      isHeard = true
      const said = parse(line) as { kind: string; value?: unknown; error?: Facts } | null
      if (said?.kind === 'done') resolve(said.value)
      if (said?.kind === 'failed' && said.error) reject(errorOf(said.error))
    })
  })
}

/** Readline hands on what goes wrong with its socket, and an error that nobody hears ends the process. */
function linesOf(socket: Socket): Interface {
  return createInterface(socket).on('error', () => undefined)
}

interface Facts {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly hint: string
}

function factsOf(error: unknown): { error: Facts } {
  const { name, message } = error as Error
  const { code = 'failed', hint = '' } = error as Partial<Facts>
  return { error: { name, code, message, hint } }
}

function errorOf({ name, code, ...words }: Facts): Error {
  return name === 'InputError' ? new InputError(code, words) : new WorldError(code, words)
}

function isSame(given: unknown, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(hash(given), hash(secret))
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
