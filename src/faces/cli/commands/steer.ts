import { openDesk } from '../../../tasks/desk.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'

const steer =
  (task: 'hold' | 'release' | 'cancel'): Run =>
  async ({ args, json, terminal, workshop }) => {
    const row = await openDesk(await workshop()).ask(task, { id: args[0] })
    if (json) terminal.json(row)
    else terminal.print(jobLine(row, terminal))
  }

export const hold = steer('hold')
export const release = steer('release')
export const cancel = steer('cancel')
