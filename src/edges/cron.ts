import cron from 'node-cron'

/** Calls `beat` at the start of every minute, in UTC, where no minute is skipped or told twice. Gives back the way to stop. */
export function everyMinute(beat: () => void): () => Promise<void> {
  const task = cron.schedule('* * * * *', beat, { timezone: 'UTC' })
  return async () => {
    await task.destroy()
  }
}
