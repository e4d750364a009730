import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError, WorldError } from './core/errors.ts'
import type { Settings } from './core/settings.ts'
import { machineChance } from './edges/chance.ts'
import { machineClock } from './edges/clock.ts'
import { everyMinute } from './edges/cron.ts'
import { openDisk } from './edges/disk/durable.ts'
import { lookAtGround } from './edges/disk/ground.ts'
import { openPieces } from './edges/disk/pieces.ts'
import { openStore } from './edges/disk/store.ts'
import { openSettings } from './edges/env.ts'
import { takeLock } from './edges/lock/lock.ts'
import { openLog } from './edges/log.ts'
import { serveLoopback } from './edges/loopback.ts'
import { openNotices } from './edges/notify.ts'
import { openService } from './edges/service/service.ts'
import type { Network, Open, Painter, Sandbox, SandboxOptions } from './ports.ts'

/** Keys that mean nothing: the sandbox takes any. */
const sandboxKeys = { appKey: 'sandbox', appSecret: 'sandbox', accessToken: 'sandbox', accessSecret: 'sandbox' }

/** What `service` has the system run. */
const program = fileURLToPath(new URL('main.js', import.meta.url))

/** Beside `src` and `dist` alike. */
const assets = new URL('../assets/', import.meta.url)

/** Puts the edges together for the home in `home`. Nothing is opened or started before it is first needed. */
export const open: Open = async (home, environment, { progress, echo = null }) => {
  await access(home).catch((cause: unknown) => {
    const words = {
      message: `Cannot work in ${home}: there is no such folder`,
      hint: 'Make it, or give another --home.',
    }
    throw new InputError('home', words, cause)
  })
  const settings = await openSettings(home, environment)
  const data = join(home, 'data')
  const now = () => machineClock.now()
  const log = openLog({ folder: join(data, 'log'), echo, secrets: secretsOf(settings), now })
  const store = openStore(data, { storeId: machineChance.nonce(), now })
  const sandboxes: Sandbox[] = []

  /** One sandbox for a home, whichever process runs it: the others are told where it is. */
  async function openSandbox({ port, faults }: SandboxOptions): Promise<Sandbox> {
    await openDisk().makeFolder(data)
    let url = ''
    const secret = await store.secret()
    const held = await takeLock(join(data, 'sandbox'), { secret, serve: () => Promise.resolve(url) })
    if (held.kind === 'anothers') {
      throw new SandboxRunsError(String(await held.ask({ task: 'find the sandbox', args: null })))
    }
    const { readFaults, startSandbox } = await import('./sandbox/server.ts')
    const running = await startSandbox({
      port,
      statePath: join(data, 'sandbox.json'),
      faults: faults === null ? [] : readFaults(faults.json, faults.file),
      limit: Math.max(280, settings.limit),
      log,
      ...(settings.handle === null ? {} : { account: { handle: settings.handle, name: settings.handle.slice(1) } }),
    }).catch(async (cause: unknown) => {
      await held.release()
      throw cause
    })
    url = running.url
    return {
      url,
      close: async () => {
        await running.close()
        await held.release()
      },
    }
  }

  const waiting = ({ task }: { readonly task: string }) =>
    progress.note?.(`Another Broadside holds the store: waiting for it to ${task}.`)

  async function openNetwork(): Promise<Network> {
    const { openX } = await import('./edges/x.ts')
    if (settings.apiUrl !== null) {
      return openX({ name: 'sandbox', credentials: settings.credentials ?? sandboxKeys, apiUrl: settings.apiUrl })
    }
    if (settings.credentials !== null) return openX({ name: 'x', credentials: settings.credentials, apiUrl: null })
    return openX({ name: 'sandbox', credentials: sandboxKeys, apiUrl: await sandboxUrl() })
  }

  async function sandboxUrl(): Promise<string> {
    try {
      const sandbox = await openSandbox({ port: 0, faults: null })
      sandboxes.push(sandbox)
      return sandbox.url
    } catch (cause) {
      if (cause instanceof SandboxRunsError) return cause.url
      throw cause
    }
  }

  return {
    settings,
    clock: machineClock,
    chance: machineChance,
    log,
    progress,
    pieces: openPieces(home),
    store,
    lock: {
      async take(serve) {
        const held = await takeLock(data, { secret: await store.secret(), serve, waiting })
        if (held.kind === 'anothers') return held
        await store.sweep().catch(async (cause: unknown) => {
          await held.release()
          throw cause
        })
        return held
      },
    },
    notices: openNotices(settings.notify, { environment: process.env, log }),
    painter: lazyPainter(),
    shaper: lazily(async () => (await import('./edges/harfbuzz.ts')).loadShaper(new URL('fonts/', assets), home)),
    themes: lazily(async () => (await import('./edges/themes.ts')).loadThemes(new URL('themes/', assets))),
    sandboxed: settings.credentials === null || settings.apiUrl !== null,
    network: lazily(openNetwork),
    service: openService(home, { platform: process.platform, environment, program }),
    ground: () => lookAtGround(home),
    phrases: async (words, shown) => (await import('./edges/chrono.ts')).readPhrases(words, shown),
    everyMinute,
    listen: serveLoopback,
    openSandbox,
    async close() {
      for (const sandbox of sandboxes) await sandbox.close()
    },
  }
}

/** Sharp is heavy: it is loaded with the first picture. */
function lazyPainter(): Painter {
  const painter = lazily(async () => (await import('./edges/sharp.ts')).sharpPainter())
  return {
    paint: async (picture, as) => (await painter()).paint(picture, as),
    emoji: async (character) => (await painter()).emoji(character),
    colours: async (logo) => (await painter()).colours(logo),
  }
}

class SandboxRunsError extends WorldError {
  readonly url: string
  constructor(url: string) {
    super('sandbox-runs', {
      message: `Cannot start the sandbox: it runs already, at ${url}`,
      hint: 'Use that one, or stop it first.',
    })
    this.url = url
  }
}

function secretsOf({ credentials }: Settings): readonly string[] {
  return credentials === null ? [] : Object.values(credentials)
}

/** The same promise at every call, made at the first; a failure is not kept. */
function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make().catch((cause: unknown) => {
      made = null
      throw cause
    })
    return made
  }
}
