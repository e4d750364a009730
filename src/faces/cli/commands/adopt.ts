import { InputError } from '../../../core/errors.ts'
import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'

export const run: Run = async ({ args: [id, n = '', url], json, terminal, workshop }) => {
  if (!/^[1-9]\d{0,3}$/.test(n)) throw noPost(n)
  const row = await openDesk(await workshop()).ask('adopt', { id, n, url })
  if (json) return terminal.json(row)
  terminal.print(jobLine(row, terminal))
  terminal.note(`It goes on after it with "broadside release ${row.id}".`)
}

function noPost(given: string): InputError {
  return new InputError('usage', {
    message: `Cannot adopt post ${given}: a post is named by its number in the thread`,
    hint: 'See the numbers with "broadside status <id>".',
  })
}
