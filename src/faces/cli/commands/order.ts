import { InputError } from '../../../core/errors.ts'
import { spell } from '../../../core/queue/spell.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { differences } from '../../../tasks/differences.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'

const order =
  (task: 'swap' | 'reorder'): Run =>
  async ({ args, json, terminal, workshop }) => {
    if (args.length < 2) throw tooFew(args.length)
    const shop = await workshop()
    const rows = await openDesk(shop).ask(task, { ids: args })
    if (json) return terminal.json(rows)
    for (const row of rows) {
      terminal.print(`${jobLine(row, terminal)}\n  ${spell(new Date(row.at), shop.settings.timezone)}`)
    }
    const jobs = (await shop.store.jobs()).filter(({ id }) => rows.some((row) => row.id === id))
    for (const [id, fact] of await differences(jobs, shop)) terminal.note(`${id}: ${fact}`)
  }

export const swap = order('swap')
export const reorder = order('reorder')

function tooFew(count: number): InputError {
  return new InputError('usage', {
    message: `Cannot change the order of ${count === 1 ? 'one job' : 'no jobs'}: it takes two or more`,
    hint: 'Name the jobs in the order in which they are to go out; "broadside move <id> <time>" moves one.',
  })
}
