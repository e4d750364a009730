import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, userInfo } from 'node:os'
import { basename, dirname } from 'node:path'
import { InputError, WorldError } from '../../core/errors.ts'
import type { Service, ServiceState } from '../../ports.ts'
import { launchdPlan } from './launchd.ts'
import type { Command, ServiceFacts, Supervised } from './plan.ts'
import { systemdPlan } from './systemd.ts'
import { windowsPlan } from './windows.ts'

/** How long a supervisor may take to answer. Milliseconds. */
const patience = 60_000

export interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The program's own file. */
  readonly program: string
}

/** The system's own way of running `broadside start` for `home`, beginning with the machine and after a failure again. */
export function openService(home: string, machine: Machine): Service {
  const plan = () => planFor(home, machine)
  return {
    plan,
    async install() {
      const { file, text, encoding, install } = plan()
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text, { encoding, mode: 0o600 })
      const [last, ...first] = install.toReversed()
      // What stood there before may not have run; only that the last command failed tells that it does not run now.
      for (const command of first.toReversed()) await say(command)
      const { fact } = last ? await say(last) : { fact: null }
      if (fact !== null) throw notDone('start the service', fact, plan())
    },
    async remove() {
      const { file, remove } = plan()
      if ((await contentOf(file)) === null) return false
      for (const command of remove) await say(command)
      await rm(file, { force: true })
      return true
    },
    async state(): Promise<ServiceState> {
      const { file, text, encoding, status } = plan()
      const there = await contentOf(file, encoding)
      if (there === null) return 'absent'
      if (there !== text) return 'outdated'
      return (await say(status)).fact === null ? 'running' : 'stopped'
    },
  }
}

function planFor(home: string, { platform, environment, program }: Machine): Supervised {
  const user = environment['HOME'] ?? environment['USERPROFILE'] ?? homedir()
  const facts: ServiceFacts = { node: process.execPath, program, home, name: nameOf(home), user }
  if (platform === 'darwin') return launchdPlan(facts, userInfo().uid)
  if (platform === 'win32') {
    const { USERDOMAIN: domain, USERNAME: name } = environment
    return windowsPlan(facts, [domain, name ?? userInfo().username].filter(Boolean).join('\\'))
  }
  if (platform === 'linux') return systemdPlan(facts, environment['XDG_CONFIG_HOME'])
  throw new InputError('service-system', {
    message: `Cannot write a service: this system (${platform}) has none that Broadside knows`,
    hint: 'Let its cron run "broadside tick" each minute instead.',
  })
}

/** `broadside-essays-1f3c`: a home is told by its folder's name, and two of one name by their paths. */
function nameOf(home: string): string {
  const folder = basename(home)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const path = createHash('sha256').update(home).digest('hex').slice(0, 4)
  return ['broadside', folder, path].filter((part) => part !== '').join('-')
}

/** Why the command failed; null when it did not. */
function say([program, ...args]: Command): Promise<{ readonly fact: string | null }> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: patience, windowsHide: true }, (cause, stdout, stderr) => {
      if (cause === null) return resolve({ fact: null })
      const said = (stderr.trim() || stdout.trim() || cause.message).split('\n').at(-1) ?? ''
      resolve({ fact: cause.code === 'ENOENT' ? `there is no ${program} here` : said })
    })
  })
}

async function contentOf(file: string, encoding: BufferEncoding = 'utf8'): Promise<string | null> {
  return readFile(file, encoding).catch(() => null)
}

function notDone(act: string, fact: string, { supervisor, file }: Supervised): WorldError {
  return new WorldError('service', {
    message: `Cannot ${act}: ${supervisor} says: ${fact}`,
    hint: `${file} is written. Where there is no ${supervisor}, let cron run "broadside tick" each minute instead.`,
  })
}
