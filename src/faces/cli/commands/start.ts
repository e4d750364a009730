import { runDaemon } from '../../daemon.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'

export const run: Run = async ({ home, open, signal, terminal }) => {
  const shop = await open(home, process.env, { progress: terminal, prettyLog: process.stderr.isTTY })
  try {
    sayNetwork(shop, terminal)
    terminal.print(`Posting what is queued in ${home}, until stopped with Ctrl-C.`)
    await runDaemon(shop, signal)
    terminal.print('Stopped. What is queued waits for the next start or tick.')
  } finally {
    await shop.close()
  }
}
