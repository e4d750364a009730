import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { sayNetwork } from '../say.ts'

export const run: Run = async ({ json, terminal, workshop }) => {
  const shop = await workshop()
  if (!json) sayNetwork(shop, terminal)
  const samples = await openDesk(shop).ask('measure', {})
  if (json) return terminal.json(samples)
  const gone = samples.filter(({ deleted }) => deleted).length
  if (samples.length === 0) return terminal.print('Nothing is due to be measured.')
  terminal.print(`Measured ${samples.length} posts${gone > 0 ? `; ${gone} of them are no longer there` : ''}.`)
}
