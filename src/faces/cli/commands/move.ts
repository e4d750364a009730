import { spell } from '../../../core/queue/spell.ts'
import { openDesk } from '../../../tasks/desk.ts'
import { differences } from '../../../tasks/differences.ts'
import { readTime } from '../../../tasks/find-time.ts'
import { neighbours } from '../../../tasks/foresee.ts'
import { problemsOf, repeats } from '../../../tasks/repeats.ts'
import { find } from '../../../tasks/steer.ts'
import type { Run } from '../command.ts'
import { jobLine } from '../say.ts'
import { printProblems } from '../thread.ts'

export const run: Run = async ({ args: [id = '', ...words], json, terminal, workshop }) => {
  const shop = await workshop()
  const said = words.join(' ')
  const time = said.toLowerCase() === 'next' ? null : await readTime(said, shop)
  const row = await openDesk(shop).ask('move', { id, at: time?.at.toISOString() ?? null })
  if (json) return terminal.json(row)
  const at = new Date(row.at)
  terminal.print(`${jobLine(row, terminal)}\n  ${spell(at, shop.settings.timezone)}`)
  if (time?.remark) terminal.note(`${time.remark}.`)
  const job = await find(row.id, shop)
  const repeated = await repeats(job.posts, { at, job: job.id, ahead: true }, shop)
  printProblems(problemsOf(repeated, at, shop.settings), terminal)
  for (const sentence of await neighbours({ id: job.id, at }, shop)) terminal.note(sentence)
  for (const sentence of (await differences([job], shop)).values()) terminal.note(sentence)
}
