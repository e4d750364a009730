// What a scheduler that waits takes of the machine, in the rows of bench.mjs. Linux alone tells it, in /proc.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** Megabytes that `start` holds after `seconds`, in the minute's beats that fall into them. */
async function idle(seconds) {
  const home = mkdtempSync(join(tmpdir(), 'broadside-idle-'))
  const child = spawn(process.execPath, [program, '--home', home, 'start', '--port', '0'], { stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  rmSync(home, { recursive: true })
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

export async function figures() {
  // Long enough for the minute to strike at least once.
  return [{ figure: 'memory of a scheduler that waits', measured: await idle(65), bound: 120, unit: 'MB' }]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await figures(), null, 2))
