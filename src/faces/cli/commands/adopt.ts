import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'

export const run: Run = async ({ args: [id, n, url], json, terminal, workshop }) => {
  const row = await openDesk(await workshop()).ask('adopt', { id, n, url })
  if (json) return terminal.json(row)
  terminal.print(jobLine(row, terminal))
  terminal.note(`It goes on after it with "broadside release ${row.id}".`)
}
