import { InputError } from '../../../core/errors.ts'
import { usd } from '../../../core/thread/price.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { planRetraction } from '../../../tasks/retract.ts'
import type { Run } from '../command.ts'
import { jobLine, sayNetwork } from '../say.ts'

export const run: Run = async ({ args: [name = ''], options, json, terminal, workshop }) => {
  const shop = await workshop()
  const { job, live, price } = await planRetraction(name, shop)
  if (!json) sayNetwork(shop, terminal)
  if (!options['yes']) {
    if (!terminal.canAsk || json) throw unasked(job.id)
    if (!(await terminal.ask(`Delete ${live} live posts of ${job.id} for ${usd(price)}? It cannot be undone.`))) {
      terminal.note('Nothing was deleted.')
      return 1
    }
  }
  const row = await openDesk(shop).ask('retract', { id: job.id })
  if (json) terminal.json(row)
  else terminal.print(jobLine(row, terminal))
  return 0
}

function unasked(id: string): InputError {
  return new InputError('not-approved', {
    message: `Cannot retract ${id} without asking: there is no terminal to ask on`,
    hint: `See what is live with "broadside status ${id}", then retract it with --yes.`,
  })
}
