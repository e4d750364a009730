import type { QueueRow } from '../../../core/publication/rows.ts'
import { spell } from '../../../core/queue/spell.ts'
import type { Workshop } from '../../../ports.ts'
import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { reportFacts } from '../failure.ts'
import { jobLine, sayNetwork } from '../say.ts'
import { slowLines } from '../slow-lines.ts'

export const run: Run = async ({ json, signal, terminal, workshop }) => {
  const shop = await workshop()
  if (!json) sayNetwork(shop, terminal)
  const progress = json || terminal.canDraw ? shop.progress : slowLines(terminal.note, shop.clock.monotonic)
  const { rows, failure } = await openDesk({ ...shop, progress }, signal).ask('tick', {}, signal)
  if (json) terminal.json(rows)
  else if (rows.length === 0 && failure === null) terminal.print('Nothing is due.')
  else for (const row of rows) terminal.print(`${jobLine(row, terminal)}${newTime(row, shop)}`)
  if (failure === null) return 0
  reportFacts(failure, { terminal, json })
  return 1
}

/** A job that is queued still after a tick was late, and was given another time. */
function newTime({ state, at }: QueueRow, { settings }: Workshop): string {
  return state === 'queued' ? `\n  It was late; now it is for ${spell(new Date(at), settings.timezone)}.` : ''
}
