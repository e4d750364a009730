import { createRequire } from 'node:module'
import type cron from 'node-cron'

/** Only the scheduler needs it: it is loaded when that starts. */
const require = createRequire(import.meta.url)

/** Calls `beat` at the start of every minute, in UTC, where no minute is skipped or told twice. Gives back the way to stop. */
export function everyMinute(beat: () => void): () => Promise<void> {
  const { schedule } = require('node-cron') as typeof cron
  const task = schedule('* * * * *', beat, { timezone: 'UTC' })
  return async () => {
    await task.destroy()
  }
}
