import { runDaemon } from '../../daemon.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'

/** The log says what it does: a line of progress would stand there long after it is over. */
const noProgress = { say: () => undefined }

export const run: Run = async ({ home, open, signal, terminal, verbose }) => {
  const prettyLog = verbose || process.stderr.isTTY
  const shop = await open(home, process.env, { progress: noProgress, prettyLog })
  try {
    sayNetwork(shop, terminal)
    terminal.print(`Posting what is queued in ${home}, until stopped with Ctrl-C.`)
    await runDaemon(shop, signal)
    terminal.print('Stopped. What is queued waits for the next start or tick.')
  } finally {
    await shop.close()
  }
}
