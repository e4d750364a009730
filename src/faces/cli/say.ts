import type { QueueRow } from '../../core/publication/rows.ts'
import type { Workshop } from '../../ports.ts'
import type { Terminal } from './terminal.ts'

export function jobLine({ id, state, posts, published, why }: QueueRow, { ink }: Pick<Terminal, 'ink'>): string {
  const words = `${ink.bold(id)}  ${stateInk(state, ink)(state)}  ${published} of ${posts} posts live`
  return why === null ? words : `${words}\n  ${why}`
}

export function stateInk(state: QueueRow['state'], ink: Terminal['ink']): (text: string) => string {
  const inks = {
    queued: ink.cyan,
    posting: ink.yellow,
    posted: ink.green,
    held: ink.red,
    cancelled: ink.dim,
    retracted: ink.dim,
  }
  return inks[state]
}

/** Says where posts go, where that is not X. */
export function sayNetwork({ sandboxed }: Pick<Workshop, 'sandboxed'>, { note }: Terminal): void {
  if (sandboxed) note('No keys for X are in use: the sandbox stands in for it, and nothing leaves this machine.')
}
