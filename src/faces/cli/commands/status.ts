import { linkTo } from '../../../core/publication/link.ts'
import { spell } from '../../../core/queue/spell.ts'
import { excerpt } from '../../../core/thread/excerpt.ts'
import { differences } from '../../../tasks/differences.ts'
import { statusRows } from '../../../tasks/show.ts'
import { find } from '../../../tasks/steer.ts'
import type { Run } from '../command.ts'
import { jobsShown, sayHidden, withDifference } from '../queue-list.ts'
import { jobLine, sayNetwork, stateInk } from '../say.ts'

export const run: Run = async ({ args: [id], json, options, terminal, workshop }) => {
  const shop = await workshop()
  const showsAll = json || Boolean(options['all'])
  const shown = id === undefined ? await jobsShown(showsAll, shop) : [await find(id, shop)]
  const rows = await statusRows(shown, shop, (post) => linkTo(post, shop.settings))
  const differs = await differences(shown, shop)
  if (json) return terminal.json(rows.map((row) => withDifference(row, differs)))
  sayNetwork(shop, terminal)
  if (rows.length === 0) terminal.print('Nothing is queued. Draft a piece, then "broadside queue <slug>".')
  const { ink } = terminal
  for (const row of rows) {
    const at = spell(new Date(row.at), shop.settings.timezone)
    terminal.print(`${jobLine({ ...row, posts: row.posts.length }, terminal)}\n  ${at}`)
    const fact = differs.get(row.id)
    if (fact !== undefined) terminal.print(`  ${fact}`)
    if (id === undefined) continue
    for (const { n, text, state, url } of row.posts) {
      const mark = state === 'live' ? ink.green('●') : state === 'unknown' ? ink.red('?') : ink.dim('○')
      const words = excerpt(text, terminal.width - 60)
      terminal.print(
        `  ${mark} ${String(n).padStart(2)}  ${state === 'live' ? ink.dim(url ?? '') : stateInk('queued', ink)(state)}  ${words}`,
      )
    }
  }
  if (id === undefined) await sayHidden(shown, shop, terminal)
}
