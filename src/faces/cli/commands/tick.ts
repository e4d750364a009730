import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { reportFacts } from '../failure.ts'
import { jobLine, sayNetwork } from '../say.ts'

export const run: Run = async ({ json, signal, terminal, workshop }) => {
  const shop = await workshop()
  if (!json) sayNetwork(shop, terminal)
  const { rows, failure } = await openDesk(shop).ask('tick', {}, signal)
  if (json) terminal.json(rows)
  else if (rows.length === 0 && failure === null) terminal.print('Nothing is due.')
  else for (const row of rows) terminal.print(jobLine(row, terminal))
  if (failure === null) return 0
  reportFacts(failure, { terminal, json })
  return 1
}
