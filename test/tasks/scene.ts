import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { FrozenPost, Job } from '../../src/core/queue/job.ts'
import { readSettings } from '../../src/core/settings.ts'
import { machineChance } from '../../src/edges/chance.ts'
import { machineClock } from '../../src/edges/clock.ts'
import { openStore } from '../../src/edges/disk/store.ts'
import { openX } from '../../src/edges/x.ts'
import type { Clock, Network, Ports, Store } from '../../src/ports.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { startSandbox, type RunningSandbox } from '../../src/sandbox/server.ts'
import { aFolder, aJob } from '../builders.ts'

const credentials = { appKey: 'a-key', appSecret: 'a-secret', accessToken: 'a-token', accessSecret: 'another' }
/** One pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

export interface Scene {
  readonly sandbox: RunningSandbox
  readonly store: Store
  readonly ports: Omit<Ports, 'network' | 'pieces'> & { network: Network }
  readonly job: Job
}

/** A real store, the real client and the sandbox; sleeping is skipped, and counted. */
export async function aScene(
  faults: readonly Fault[],
  { posts, settings = {} }: { posts?: readonly FrozenPost[]; settings?: Record<string, string> } = {},
): Promise<Scene & { slept: number[] }> {
  const sandbox = await startSandbox({ statePath: null, faults, duplicates: 'allow' })
  onTestFinished(() => sandbox.close())
  const store = openStore(join(await aFolder(), 'data'), { storeId: 'a-store', now: machineClock.now })
  const slept: number[] = []
  let skipped = 0
  const clock: Clock = {
    now: () => new Date(Date.now() + skipped),
    monotonic: () => performance.now() + skipped,
    sleep: (ms) => {
      slept.push(ms)
      skipped += ms
      return Promise.resolve()
    },
  }
  const job = { ...aJob({ posts: 3 }), ...(posts === undefined ? {} : { posts: [...posts] }) }
  await store.add(job)
  const missing = () => Promise.reject(new Error('not part of this scene'))
  const network = openX({ name: 'sandbox', credentials, apiUrl: sandbox.url, deadline: 500 })
  const ports = {
    settings: readSettings(settings, { timezone: 'UTC' }),
    clock,
    chance: machineChance,
    log: silent,
    progress: { say: () => undefined },
    store,
    network,
    lock: { take: missing },
    notices: { tell: () => Promise.resolve() },
    painter: { paint: missing, emoji: missing, colours: missing },
    shaper: missing,
    themes: missing,
    sandboxed: true,
  }
  return { sandbox, store, ports, job, slept }
}
