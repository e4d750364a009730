import { spell } from '../../../core/queue/spell.ts'
import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'

const steer =
  (task: 'hold' | 'release' | 'cancel'): Run =>
  async ({ args, json, terminal, workshop }) => {
    const shop = await workshop()
    const row = await openDesk(shop).ask(task, { id: args[0] })
    if (json) return terminal.json(row)
    terminal.print(jobLine(row, terminal))
    if (row.state !== 'queued') return
    const isDue = row.at <= shop.clock.now().toISOString()
    const when = `${spell(new Date(row.at), shop.settings.timezone)}${isDue ? ': it is due now' : ''}`
    terminal.print(`  ${when}`)
  }

export const hold = steer('hold')
export const release = steer('release')
export const cancel = steer('cancel')
