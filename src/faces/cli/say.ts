import type { QueueRow } from '../../core/publication/rows.ts'
import type { Workshop } from '../../ports.ts'
import type { Terminal } from './terminal.ts'

/** An instant as the owner's clock on the wall shows it: "Tue 24 Nov 2026, 09:00 GMT+1". */
export function when(instant: string, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return parts.format(new Date(instant))
}

export function jobLine({ id, state, posts, published, why }: QueueRow, { ink }: Pick<Terminal, 'ink'>): string {
  const words = `${ink.bold(id)}  ${stateInk(state, ink)(state)}  ${published} of ${posts} posts live`
  return why === null ? words : `${words}\n  ${why}`
}

export function stateInk(state: QueueRow['state'], ink: Terminal['ink']): (text: string) => string {
  const inks = { queued: ink.cyan, posting: ink.yellow, posted: ink.green, held: ink.red, cancelled: ink.dim }
  return inks[state]
}

/** Says where posts go, where that is not X. */
export function sayNetwork({ sandboxed }: Pick<Workshop, 'sandboxed'>, { note }: Terminal): void {
  if (sandboxed) note('No keys for X are in use: the sandbox stands in for it, and nothing leaves this machine.')
}
