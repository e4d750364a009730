import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** Keys that a test can look for: they may stand nowhere but in the environment. */
export const keys = {
  X_APP_KEY: 'kestrel-app-key-5d1f',
  X_APP_SECRET: 'kestrel-app-secret-77ab',
  X_ACCESS_TOKEN: 'kestrel-access-token-c0de',
  X_ACCESS_SECRET: 'kestrel-access-secret-f00d',
}

export interface Ended {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The environment of a program in a test: nothing of the machine's but the path. */
function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', ...settings }
}

/** Starts the built program in `home`. */
export function start(
  home: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [program, '--home', home, ...args], {
    cwd: home,
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function ended(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += String(chunk)))
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += String(chunk)))
  return new Promise((resolve) => {
    child.once('close', (exitCode) => resolve({ exitCode, ...said }))
  })
}

/** Runs the built program in `home` to its end. */
export function broadside(
  home: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return ended(start(home, args, settings))
}
