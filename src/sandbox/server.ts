import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { WorldError } from '../core/errors.ts'
import type { Account, Log } from '../ports.ts'
import type { Desk, Wire } from './api.ts'
import { costOf } from './bill.ts'
import { calls } from './calls.ts'
import type { House } from './create.ts'
import { crowd } from './crowd.ts'
import { openFaults, type Fault } from './faults.ts'
import { freshState } from './fresh.ts'
import { ownHostOnly } from './guard.ts'
import { openMemory } from './memory.ts'
import type { Endpoint, SandboxPost, State, User } from './state.ts'
import { visits } from './visits.ts'

export { readFaults, type Fault } from './faults.ts'

export interface SandboxOptions extends Partial<House> {
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The JSON file that keeps its state, its pictures in a folder beside it; null keeps everything in memory. */
  readonly statePath: string | null
  readonly faults?: readonly Fault[]
  readonly log?: Log
  readonly now?: () => Date
  /** What the owner is called; the handle may have its @. */
  readonly account?: Pick<User, 'handle' | 'name'>
}

export interface RunningSandbox {
  /** `http://127.0.0.1:<port>`: both the API's base and the timeline's address. */
  readonly url: string
  readonly port: number
  readonly account: Account
  /** The account's live posts and those of its readers, oldest first. */
  posts(): readonly SandboxPost[]
  calls(): Readonly<Partial<Record<Endpoint, number>>>
  /** US dollars that X would have charged. */
  cost(): number
  addFaults(faults: readonly Fault[]): void
  close(): Promise<void>
}

/**
 * Starts a stand-in for X on this machine: it speaks X's API, shows the timeline as a page, and fails on request.
 * What it has confirmed is on disk.
 * @throws WorldError when the port is taken or the state file cannot be read
 */
export async function startSandbox({
  port = 0,
  statePath,
  faults: script = [],
  log = silent,
  now = () => new Date(),
  account,
  limit = 280,
  duplicates = 'refuse',
}: SandboxOptions): Promise<RunningSandbox> {
  const memory = await openMemory(statePath, freshState())
  if (account !== undefined) await memory.change((state) => ({ state: renamed(state, account) }))
  const faults = openFaults(script)
  const closing = new AbortController()
  const desk: Desk = { memory, faults, log, now, closing: closing.signal }
  const server = await listening(appOf(desk, { limit, duplicates }), port)
  return {
    url: `http://127.0.0.1:${server.port}`,
    port: server.port,
    account: { ...memory.state.account, handle: `@${memory.state.account.handle}` },
    posts: () => memory.state.posts.filter((post) => post.deletedAt === null),
    calls: () => memory.state.calls,
    cost: () => costOf(memory.state),
    addFaults: (more) => faults.add(more),
    close: () => {
      closing.abort()
      return server.close()
    },
  }
}

/** The whole sandbox as one app: X's API, the programs' own, and the page. */
function appOf(desk: Desk, house: House): Hono<Wire> {
  const app = new Hono<Wire>()
  app.use(ownHostOnly)
  app.route('/2', calls(desk, house))
  app.route('/sandbox', crowd(desk))
  app.route('/', visits(desk))
  return app
}

function renamed(state: State, { handle, name }: Pick<User, 'handle' | 'name'>): State {
  return { ...state, account: { id: state.account.id, handle: handle.replace(/^@/, ''), name } }
}

interface Listening {
  readonly port: number
  close(): Promise<void>
}

async function listening(app: Hono<Wire>, port: number): Promise<Listening> {
  // With its own Response, the server would answer even where a fault must leave the connection unanswered.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(taken(port, cause)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function taken(port: number, cause: Error): WorldError {
  const code = String((cause as NodeJS.ErrnoException).code)
  const fact = code === 'EADDRINUSE' ? `port ${port} is in use` : `port ${port} cannot be listened on (${code})`
  const words = {
    message: `Cannot start the sandbox: ${fact}`,
    hint: 'Choose another with --port, or 0 for any free one.',
  }
  return new WorldError('port-unavailable', words, { cause })
}

const silent: Log = { info() {}, warn() {}, error() {} }
