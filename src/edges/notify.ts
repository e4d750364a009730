import { spawn } from 'node:child_process'
import type { Log, Notices } from '../ports.ts'

/** A command that takes longer is ended. Milliseconds. */
const patience = 10_000

/**
 * Tells the owner through a command of theirs, run by the system's shell, with the facts as JSON on its standard input.
 * A command that fails costs the notice, never the work. It gets the environment without any of our settings: keys are
 * among them. `command` null: nobody is told.
 */
export function openNotices(
  command: string | null,
  { environment, log }: { environment: NodeJS.ProcessEnv; log: Pick<Log, 'warn'> },
): Notices {
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(X|BROADSIDE)_/.test(name)))
  return {
    async tell(notice) {
      if (command === null) return
      const fact = await run(command, JSON.stringify(notice), env)
      if (fact !== null) log.warn({ job: notice.id, fact }, 'the command in BROADSIDE_NOTIFY failed')
    },
  }
}

/** Why it failed; null when it did not. */
function run(command: string, input: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env, stdio: ['pipe', 'ignore', 'ignore'], timeout: patience })
    child.once('error', ({ message }) => resolve(message))
    child.once('close', (code, signal) => resolve(code === 0 ? null : `it ended with ${code ?? signal}`))
    // A command need not read what it is told.
    child.stdin.on('error', () => undefined)
    child.stdin.end(`${input}\n`)
  })
}
